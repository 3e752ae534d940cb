package org.imgeligibility.facts;

import java.util.List;
import java.util.Optional;

/** The kind of value a field takes; numbers carry their inclusive range, null where there is none. */
public sealed interface FieldType {

    record Text() implements FieldType {
    }

    record Flag() implements FieldType {
    }

    record Day() implements FieldType {
    }

    record WholeNumber(Integer min, Integer max) implements FieldType {
    }

    record Decimal(Integer min, Integer max) implements FieldType {
    }

    /** A value out of a list; {@code name} is the list's own name, as "Country". */
    record OneOf(String name, List<Choice> choices) implements FieldType {

        public Optional<Choice> choice(Object id) {
            for (Choice choice : choices) {
                if (choice.id().equals(id)) {
                    return Optional.of(choice);
                }
            }
            return Optional.empty();
        }
    }

    /** Several values out of a list, each at most once; complete when given. */
    record ListOf(OneOf of) implements FieldType {
    }
}
