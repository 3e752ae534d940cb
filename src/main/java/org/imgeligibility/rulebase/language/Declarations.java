package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Types and lists of choices as a rule file declares them, before names are resolved. */
public record Declarations(List<DeclaredType> types, List<DeclaredChoices> choices) {

    /** The same for two files that declare the same, on whatever lines. */
    public List<Object> meaning() {
        List<Object> meaning = new ArrayList<>();
        choices.forEach(one -> meaning.add(List.of(one.name(), List.copyOf(one.titles().entrySet()))));
        types.forEach(type -> meaning.add(List.of(type.name(), type.metadata(), type.fields().stream().map(field -> List.of(field.name(), field.type(), field.metadata())).toList())));
        return meaning;
    }

    /** A {@code declare Name @meta("...") field : Type @meta("...") end}. */
    public record DeclaredType(String name, Map<String, List<String>> metadata, List<DeclaredField> fields, Place place) {
    }

    public record DeclaredField(String name, String type, Map<String, List<String>> metadata, Place place) {
    }

    /** A {@code declare enum Name ID("title"), ...; title : String end}: titles by id, in order. */
    public record DeclaredChoices(String name, Map<String, String> titles, Place place) {
    }
}
