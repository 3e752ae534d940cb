package org.imgeligibility.rulebase.language;

import java.util.List;
import java.util.Optional;
import org.imgeligibility.facts.Field;

/**
 * A type that patterns can match.
 *
 * @param table the table whose rows are its facts, present for tables only
 * @param key   the field that tells rows or list entries apart
 * @param unique the fields that together tell rows apart, where one key does not
 * @param dated whether only the rows in force on the day of evaluation exist
 */
public record Type(String name, Kind kind, List<Field> fields, Optional<String> key, Optional<String> table, List<String> unique, boolean dated) {

    /** Where the facts of a type come from: the applicant file, a table, or the evaluation itself (the day). */
    public enum Kind { SECTION, TABLE, DAY }

    /** Types are told apart by name; their fields are too many to compare each time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Type type && type.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }
}
