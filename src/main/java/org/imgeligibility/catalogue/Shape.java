package org.imgeligibility.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imgeligibility.facts.Tree;

/** Parts of a JSON Schema. */
final class Shape {

    private static final int NOWHERE = 1;

    private Shape() {
    }

    /** An object of names and values by turns; a value is a part, a text, a number, a flag or a list of texts. */
    static Tree.Mapping of(Object... namesAndValues) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            entries.put((String) namesAndValues[at], tree(namesAndValues[at + 1]));
        }
        return new Tree.Mapping(entries, NOWHERE);
    }

    private static Tree tree(Object value) {
        return value instanceof Tree part ? part : value instanceof Collection<?> list ? new Tree.Sequence(list.stream().map(Shape::tree).toList(), NOWHERE) : new Tree.Scalar(value, NOWHERE);
    }

    static Tree.Mapping text(String description) {
        return of("type", "string", "minLength", 1, "description", description);
    }

    static Tree.Mapping day(String description) {
        return of("type", "string", "format", "date", "description", description);
    }

    static Tree.Mapping oneOf(Collection<String> values, String description) {
        return of("enum", List.copyOf(values), "description", description);
    }

    static Tree.Mapping list(Tree.Mapping items, String description) {
        return of("type", "array", "items", items, "uniqueItems", true, "description", description);
    }

    static Tree.Mapping object(Tree.Mapping properties, List<String> required, String description) {
        return of("type", "object", "properties", properties, "required", required, "additionalProperties", false, "description", description);
    }

    /** A reference to a part that stands once, under {@code $defs}. */
    static Tree.Mapping part(String name) {
        return of("$ref", "#/$defs/" + name);
    }
}
