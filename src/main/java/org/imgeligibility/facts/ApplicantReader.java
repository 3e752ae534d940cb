package org.imgeligibility.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds an applicant file to the vocabulary, strictly. What can be read of a faulty file is still bound, so that
 * every later check can report too.
 */
public final class ApplicantReader {

    private static final int MAX_PROBLEMS = 200;
    /** Room for as many facts as a long file holds. */
    private static final int EXPECTED = 256;

    private final Vocabulary vocabulary;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>(EXPECTED);
    private final Map<String, String> positions = new LinkedHashMap<>();
    private String id;

    private ApplicantReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * What came of reading.
     *
     * @param problems  all that is wrong; empty when the facts can be used
     * @param positions the place in the file of each entry of a list, by prefix: {@code /exams/STEP_1 -> /exams/2}
     */
    public record Reading(Facts facts, List<Problem> problems, Map<String, String> positions) {

        /** A fact's path as it stands in the file. */
        public String inFile(String path) {
            return positions.entrySet().stream().filter(entry -> path.startsWith(entry.getKey() + "/"))
                    .map(entry -> entry.getValue() + path.substring(entry.getKey().length())).findFirst().orElse(path);
        }
    }

    /** Reads JSON or YAML text; text that is neither is a problem of the whole. */
    public static Reading read(Vocabulary vocabulary, String text) {
        try {
            TreeReader.Document document = TreeReader.read(text);
            return read(vocabulary, document.root(), document.problems());
        } catch (InputException unreadable) {
            return new Reading(Facts.none(), unreadable.problems(), Map.of());
        }
    }

    public static Reading read(Vocabulary vocabulary, Tree root, List<Problem> earlier) {
        ApplicantReader reader = new ApplicantReader(vocabulary);
        reader.problems.addAll(earlier);
        reader.bind(root);
        return new Reading(new Facts(Optional.ofNullable(reader.id), reader.inOrder()), List.copyOf(reader.problems), reader.positions);
    }

    private Map<String, Object> inOrder() {
        Map<String, Object> ordered = new LinkedHashMap<>(EXPECTED);
        for (String path : vocabulary.slots().keySet()) {
            Object value = values.get(path);
            if (value != null) {
                ordered.put(path, value);
            }
        }
        return ordered;
    }

    private void bind(Tree root) {
        if (!(root instanceof Tree.Mapping file)) {
            problem("", "An applicant file is one object of sections, not " + root.kind() + ".");
            return;
        }
        file.entries().forEach((name, tree) -> vocabulary.section(name).ifPresentOrElse(
                section -> bindSection(section, tree), () -> bindFreeText(name, tree)));
    }

    private void bindFreeText(String name, Tree tree) {
        if (!Vocabulary.FREE_TEXT.contains(name)) {
            List<String> known = new ArrayList<>(Vocabulary.FREE_TEXT);
            vocabulary.sections().forEach(section -> known.add(section.name()));
            problem("/" + name, "no such section." + Suggestion.maybe(name, known));
        } else if (!(tree instanceof Tree.Scalar scalar && (scalar.value() == null || scalar.value() instanceof String))) {
            problem("/" + name, tree.kind() + " is not text. Put it in quotes.");
        } else if (name.equals("id")) {
            id = (String) scalar.value();
        }
    }

    private void bindSection(Section section, Tree tree) {
        String path = "/" + section.name();
        if (tree instanceof Tree.Scalar scalar && scalar.value() == null) {
            return;
        }
        if (section.key().isEmpty()) {
            object(path, tree).ifPresent(object -> bindFields(section, object, path, Optional.of(path)));
        } else if (tree instanceof Tree.Sequence list) {
            for (int at = 0; at < list.items().size(); at++) {
                bindEntry(section, list.items().get(at), path + "/" + at);
            }
        } else {
            problem(path, tree.kind() + " is not a list. Write the entries between [ and ].");
        }
    }

    /** An entry whose key cannot be used is read all the same, for its other mistakes. */
    private void bindEntry(Section section, Tree tree, String path) {
        object(path, tree).ifPresent(object -> {
            Optional<String> prefix = key(section, object, path).map(key -> "/" + section.name() + "/" + key);
            String before = prefix.map(known -> positions.putIfAbsent(known, path)).orElse(null);
            if (before != null) {
                problem(path, "a second entry for " + prefix.get().substring(section.name().length() + 2) + ", after " + before + ". Put all of it into one entry.");
            }
            bindFields(section, object, path, before == null ? prefix : Optional.empty());
        });
    }

    private Optional<String> key(Section section, Tree.Mapping entry, String path) {
        Field key = section.key().orElseThrow();
        Tree given = entry.entries().getOrDefault(key.name(), new Tree.Scalar(null, entry.line()));
        if (given instanceof Tree.Scalar scalar && scalar.value() == null) {
            problem(path, "'" + key.name() + "' is missing: say which entry this is.");
            return Optional.empty();
        }
        return value(key, given, path).map(Object::toString);
    }

    private Optional<Tree.Mapping> object(String path, Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            return Optional.of(mapping);
        }
        problem(path, tree.kind() + " is not an object of fields. Write { \"field\": value }.");
        return Optional.empty();
    }

    /** @param prefix where the facts belong, or empty when they are to be checked only */
    private void bindFields(Section section, Tree.Mapping object, String path, Optional<String> prefix) {
        object.entries().forEach((name, tree) -> {
            Optional<Field> field = section.field(name);
            if (field.isEmpty()) {
                problem(path + "/" + name, "no such field." + Suggestion.maybe(name, section.fields().stream().map(Field::name).toList()));
            } else if (!section.isKey(field.get())) {
                value(field.get(), tree, path).ifPresent(value -> prefix.ifPresent(known -> values.put(vocabulary.path(known, name), value)));
            }
        });
    }

    /** @param path of the object that the field belongs to */
    private Optional<Object> value(Field field, Tree tree, String path) {
        if (tree instanceof Tree.Scalar scalar && scalar.value() == null) {
            return Optional.empty();
        }
        ValueReader.Result result = ValueReader.read(field.type(), tree);
        if (!result.faults().isEmpty()) {
            result.faults().forEach(fault -> problem(path + "/" + field.name() + fault.path(), fault.message()));
        }
        return result.value();
    }

    private void problem(String path, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(Problem.readable(path), message));
        } else if (problems.size() == MAX_PROBLEMS) {
            problems.add(new Problem("", "There are more than " + MAX_PROBLEMS + " problems; the rest is left out."));
        }
    }
}
