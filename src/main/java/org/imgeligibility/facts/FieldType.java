package org.imgeligibility.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    record OneOf(String name, Choices choice) implements FieldType {

        public OneOf(String name, List<Choice> choices) {
            this(name, Choices.of(choices));
        }

        public List<Choice> choices() {
            return choice.inOrder();
        }

        public Optional<Choice> choice(Object id) {
            return Optional.ofNullable(choice.byId().get(id));
        }
    }

    /** The values of a list in their order, and by id: some lists are long, and each applicant names values of them. */
    record Choices(List<Choice> inOrder, Map<Object, Choice> byId) {

        static Choices of(List<Choice> choices) {
            Map<Object, Choice> byId = new HashMap<>();
            choices.forEach(choice -> byId.putIfAbsent(choice.id(), choice));
            return new Choices(List.copyOf(choices), byId);
        }
    }

    /** Several values out of a list, each at most once; complete when given. */
    record ListOf(OneOf of) implements FieldType {
    }
}
