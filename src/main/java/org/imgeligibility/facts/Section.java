package org.imgeligibility.facts;

import java.util.List;
import java.util.Optional;

/**
 * A part of the applicant file: one object, or a list of entries told apart by a key field.
 *
 * @param name     its name in the file ("exams")
 * @param typeName its name in rules ("Exam")
 * @param key      the field that tells entries apart, present for a list only
 */
public record Section(String name, String typeName, String title, List<Field> fields, Optional<Field> key) {

    public Optional<Field> field(String fieldName) {
        for (Field field : fields) {
            if (field.name().equals(fieldName)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The path prefixes of its facts: {@code /school}, or one for each entry: {@code /exams/STEP_1}. */
    public List<String> prefixes() {
        return key.map(field -> keys(field).stream().map(choice -> "/" + name + "/" + choice.id()).toList())
                .orElse(List.of("/" + name));
    }

    private static List<Choice> keys(Field field) {
        return ((FieldType.OneOf) field.type()).choices();
    }

    boolean isKey(Field field) {
        return key.isPresent() && key.get().name().equals(field.name());
    }

    /** The fields that hold facts: all but the key. */
    public List<Field> facts() {
        return fields.stream().filter(field -> !isKey(field)).toList();
    }
}
