package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses what follows the word {@code declare}. */
final class DeclarationParser {

    private final Cursor cursor;

    DeclarationParser(Cursor cursor) {
        this.cursor = cursor;
    }

    void declaration(Declarations found) {
        Place place = cursor.peek().place();
        if (cursor.take("enum")) {
            found.choices().add(choices(place));
            return;
        }
        String name = cursor.word("The name of a type");
        Map<String, List<String>> metadata = MetadataParser.parse(cursor);
        List<Declarations.DeclaredField> fields = new ArrayList<>();
        while (!cursor.take("end")) {
            fields.add(field());
        }
        found.types().add(new Declarations.DeclaredType(name, metadata, fields, place));
    }

    private Declarations.DeclaredField field() {
        Place place = cursor.peek().place();
        String name = cursor.word("A field or 'end'");
        cursor.expect(":");
        return new Declarations.DeclaredField(name, cursor.word("A type"), MetadataParser.parse(cursor), place);
    }

    private Declarations.DeclaredChoices choices(Place place) {
        String name = cursor.word("The name of a list of choices");
        Map<String, String> titles = new LinkedHashMap<>();
        do {
            Place at = cursor.peek().place();
            String id = cursor.word("A choice");
            cursor.expect("(");
            if (titles.putIfAbsent(id, cursor.string("The title of the choice")) != null) {
                throw new LanguageFault("duplicate-name", at, "'" + id + "' stands in " + name + " already.");
            }
            cursor.expect(")");
        } while (cursor.take(","));
        cursor.expect(";");
        cursor.expect("title");
        cursor.expect(":");
        cursor.expect("String");
        cursor.expect("end");
        return new Declarations.DeclaredChoices(name, titles, place);
    }
}
