package org.imgeligibility.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Section;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.Vocabulary;

/** Makes an applicant file of what was filled in, and the other way round. An empty field is not known. */
final class FormReader {

    /** Stands for an empty list: "there is none", where nothing given says "not known". */
    static final String NONE = "-";

    /** What a case is called, which no rule reads. */
    static final String ID = "id";

    private final Vocabulary vocabulary;

    FormReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The values filled in, by path. */
    Map<String, List<String>> values(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Arrays.stream(parameters.getOrDefault(ID, new String[0])).map(String::strip).filter(id -> !id.isEmpty()).forEach(id -> values.put(ID, List.of(id)));
        vocabulary.slots().forEach((path, slot) -> {
            List<String> given = Arrays.stream(parameters.getOrDefault(path, new String[0])).map(String::strip).filter(value -> !value.isEmpty()).toList();
            boolean typed = slot.field().type() instanceof FieldType.ListOf;
            List<String> parted = typed ? given.stream().flatMap(text -> Arrays.stream(text.split(","))).map(text -> id((FieldType.ListOf) slot.field().type(), text.strip()))
                    .filter(text -> !text.isEmpty()).distinct().toList() : given;
            if (!parted.isEmpty()) {
                values.put(path, parted);
            }
        });
        return values;
    }

    /** What was typed as the id of a choice, where it is one or the title of one. */
    private static String id(FieldType.ListOf list, String typed) {
        if (typed.equalsIgnoreCase("none")) {
            return NONE;
        }
        return list.of().choices().stream().filter(choice -> choice.id().equalsIgnoreCase(typed) || choice.title().equalsIgnoreCase(typed)).map(Choice::id).findFirst().orElse(typed);
    }

    /** The values of an applicant who was read. */
    Map<String, List<String>> values(Facts facts) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        facts.id().ifPresent(id -> values.put(ID, List.of(id)));
        facts.values().forEach((path, value) -> values.put(path, value instanceof List<?> list
                ? list.isEmpty() ? List.of(NONE) : list.stream().map(Object::toString).toList() : List.of(value.toString().replaceFirst("\\.0$", ""))));
        return values;
    }

    /** The applicant file that says the same. */
    Tree.Mapping file(Map<String, List<String>> values) {
        Map<String, Tree> sections = new LinkedHashMap<>();
        values.getOrDefault(ID, List.of()).forEach(id -> sections.put(ID, scalar(id)));
        for (Section section : vocabulary.sections()) {
            List<Tree> entries = new ArrayList<>();
            for (String prefix : section.prefixes()) {
                Map<String, Tree> entry = new LinkedHashMap<>();
                section.facts().stream().filter(field -> values.containsKey(prefix + "/" + field.name()))
                        .forEach(field -> entry.put(field.name(), value(field, values.get(prefix + "/" + field.name()))));
                if (!entry.isEmpty()) {
                    section.key().ifPresent(key -> entry.put(key.name(), scalar(prefix.substring(prefix.lastIndexOf('/') + 1))));
                    entries.add(new Tree.Mapping(entry, 1));
                }
            }
            if (!entries.isEmpty()) {
                sections.put(section.name(), section.key().isPresent() ? new Tree.Sequence(entries, 1) : entries.get(0));
            }
        }
        return new Tree.Mapping(sections, 1);
    }

    private static Tree value(Field field, List<String> given) {
        if (field.type() instanceof FieldType.ListOf) {
            return new Tree.Sequence(given.stream().filter(value -> !value.equals(NONE)).<Tree>map(FormReader::scalar).toList(), 1);
        }
        String text = given.get(0);
        boolean number = field.type() instanceof FieldType.WholeNumber || field.type() instanceof FieldType.Decimal;
        if (number && text.matches("-?\\d{1,9}")) {
            return scalar(Integer.valueOf(text));
        } else if (number && text.matches("-?\\d{1,9}\\.\\d{1,9}")) {
            return scalar(new BigDecimal(text));
        }
        return scalar(field.type() instanceof FieldType.Flag && text.matches("true|false") ? Boolean.valueOf(text) : text);
    }

    private static Tree scalar(Object value) {
        return new Tree.Scalar(value, 1);
    }

    /** Problems by the path of the fact they are about; what is about none is added to the list. */
    Map<String, String> byFact(List<Problem> problems, ApplicantReader.Reading reading, List<String> other) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Problem problem : problems) {
            String path = reading.positions().entrySet().stream().filter(entry -> problem.path().startsWith(entry.getValue() + "/"))
                    .map(entry -> entry.getKey() + problem.path().substring(entry.getValue().length())).findFirst().orElse(problem.path());
            String fact = path.equals(FormView.DAY) ? path : vocabulary.slots().keySet().stream().filter(known -> path.equals(known) || path.startsWith(known + "/")).findFirst().orElse("");
            if (fact.isEmpty()) {
                other.add(problem.toString());
            } else {
                errors.merge(fact, problem.message(), (one, two) -> one + " " + two);
            }
        }
        return errors;
    }
}
