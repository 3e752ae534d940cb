package org.imgeligibility.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Section;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.verdict.Wording;

/**
 * The form as a page shows it: every section of the vocabulary with the values and errors of its fields.
 *
 * @param id    what the case is called, or empty
 * @param other what is wrong with no field of the form
 */
record FormView(String id, List<SectionView> sections, List<ErrorView> errors, List<String> other) {

    /** The field for the day, which is no fact. */
    static final String DAY = "asOf";

    /** Choices up to this many are shown all at once. */
    private static final int FEW = 5;

    /** @param given how many of its facts are known */
    record SectionView(String name, String title, List<EntryView> entries, int given, int all) {
    }

    /** @param title of an entry of a list, empty for a plain section */
    record EntryView(String title, List<FieldView> fields) {
    }

    /**
     * A fact to be asked.
     *
     * @param kind   radios, select, checks, list, date or text
     * @param values as given, whether they can be read or not
     * @param error  what is wrong with them, or empty
     */
    record FieldView(String path, String id, String label, String help, String unit, String kind, List<String> values, List<Choice> choices, String error) {

        public String value() {
            return values.isEmpty() ? "" : values.get(0);
        }

        public boolean has(String choice) {
            return values.contains(choice);
        }

        /** The values as people read them; a day in words where it is to be read only. */
        public String read() {
            return kind.equals("date") && error.isEmpty() && !values.isEmpty() ? Wording.day(LocalDate.parse(value())) : shown();
        }

        public String shown() {
            return String.join(", ", values.stream().map(value -> value.equals(FormReader.NONE) ? "none"
                    : choices.stream().filter(choice -> choice.id().equals(value)).map(Choice::title).findFirst().orElse(value)).toList());
        }

    }

    /** @param label of the field it belongs to */
    record ErrorView(String id, String label, String message) {
    }

    static FormView of(Vocabulary vocabulary, Map<String, List<String>> values, Map<String, String> errors, List<String> other) {
        List<ErrorView> list = errors.entrySet().stream().map(error -> error(vocabulary, error.getKey(), error.getValue())).toList();
        return new FormView(String.join("", values.getOrDefault(FormReader.ID, List.of())), vocabulary.sections().stream().map(section -> section(section, values, errors)).toList(), list, other);
    }

    private static ErrorView error(Vocabulary vocabulary, String path, String message) {
        return path.equals(DAY) ? new ErrorView(DAY, "As of", message) : new ErrorView(id(path), vocabulary.label(path), message);
    }

    /** What is wrong with the field of this id, or empty. */
    public String error(String id) {
        return errors.stream().filter(error -> error.id().equals(id)).map(ErrorView::message).findFirst().orElse("");
    }

    private static SectionView section(Section section, Map<String, List<String>> values, Map<String, String> errors) {
        List<EntryView> entries = section.prefixes().stream().map(prefix -> new EntryView(title(section, prefix),
                section.facts().stream().map(field -> field(field, prefix + "/" + field.name(), values, errors)).toList())).toList();
        int given = (int) entries.stream().flatMap(entry -> entry.fields().stream()).filter(field -> !field.values().isEmpty()).count();
        return new SectionView(section.name(), section.title(), entries, given, entries.stream().mapToInt(entry -> entry.fields().size()).sum());
    }

    private static String title(Section section, String prefix) {
        return section.key().flatMap(key -> ((FieldType.OneOf) key.type()).choice(prefix.substring(prefix.lastIndexOf('/') + 1))).map(Choice::title).orElse("");
    }

    private static FieldView field(Field field, String path, Map<String, List<String>> values, Map<String, String> errors) {
        return new FieldView(path, id(path), field.label(), field.help(), field.unit(), kind(field.type()), values.getOrDefault(path, List.of()),
                choices(field.type()), Optional.ofNullable(errors.get(path)).orElse(""));
    }

    /** The id of a field in the page. */
    static String id(String path) {
        return "f" + path.replace('/', '-');
    }

    private static String kind(FieldType type) {
        if (type instanceof FieldType.OneOf of) {
            return of.choices().size() <= FEW ? "radios" : "select";
        } else if (type instanceof FieldType.ListOf list) {
            return list.of().choices().size() <= FEW ? "checks" : "list";
        }
        return type instanceof FieldType.Flag ? "radios" : type instanceof FieldType.Day ? "date" : "text";
    }

    private static List<Choice> choices(FieldType type) {
        return type instanceof FieldType.OneOf of ? of.choices() : type instanceof FieldType.ListOf list ? list.of().choices()
                : type instanceof FieldType.Flag ? List.of(new Choice("true", "Yes"), new Choice("false", "No")) : List.of();
    }
}
