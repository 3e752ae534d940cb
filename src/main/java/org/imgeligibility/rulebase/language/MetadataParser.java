package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses what stands behind names: {@code @source("one", "two") @min(0)}. */
final class MetadataParser {

    private MetadataParser() {
    }

    /** The values by name; a name may stand once. */
    static Map<String, List<String>> parse(Cursor cursor) {
        Map<String, List<String>> metadata = new LinkedHashMap<>();
        while (cursor.take("@")) {
            Place place = cursor.peek().place();
            String name = cursor.word("A name");
            List<String> values = new ArrayList<>();
            if (cursor.take("(")) {
                do {
                    values.add(value(cursor));
                } while (cursor.take(","));
                cursor.expect(")");
            }
            if (metadata.putIfAbsent(name, values) != null) {
                throw new LanguageFault("duplicate-name", place, "@" + name + " stands here twice. Put all values into one.");
            }
        }
        return metadata;
    }

    private static String value(Cursor cursor) {
        return cursor.peek().kind() == Token.Kind.WHOLE_NUMBER ? cursor.next().text() : cursor.string("A text in quotes or a whole number");
    }
}
