package org.imgeligibility.rulebase.language;

import java.util.List;
import java.util.Map;

/** Types and lists of choices as a rule file declares them, before names are resolved. */
public record Declarations(List<DeclaredType> types, List<DeclaredChoices> choices) {

    /** A {@code declare Name @meta("...") field : Type @meta("...") end}. */
    public record DeclaredType(String name, Map<String, List<String>> metadata, List<DeclaredField> fields, Place place) {
    }

    public record DeclaredField(String name, String type, Map<String, List<String>> metadata, Place place) {
    }

    /** A {@code declare enum Name ID("title"), ...; title : String end}: titles by id, in order. */
    public record DeclaredChoices(String name, Map<String, String> titles, Place place) {
    }
}
