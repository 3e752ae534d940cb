package org.imgeligibility.rulebase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.TreeReader;

/** A YAML file that is a list of flat entries, read with its problems told by file and line. */
final class YamlList {

    private final String file;
    private final List<Problem> problems;

    YamlList(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** One entry; asked for its values by key, each a text. */
    final class Entry {

        private final Tree.Mapping mapping;

        private Entry(Tree.Mapping mapping, Set<String> known) {
            this.mapping = mapping;
            mapping.entries().forEach((key, value) -> {
                if (!known.contains(key)) {
                    problem(value.line(), "no such key '" + key + "'." + Suggestion.maybe(key, known));
                }
            });
        }

        int line() {
            return mapping.line();
        }

        Optional<String> text(String key) {
            return mapping.entries().get(key) instanceof Tree.Scalar scalar && scalar.value() != null
                    ? Optional.of(scalar.value().toString()) : Optional.empty();
        }

        /** The value, or an empty text and a problem when there is none. */
        String required(String key) {
            return text(key).filter(value -> !value.isBlank()).orElseGet(() -> {
                problem(line(), "'" + key + "' is missing.");
                return "";
            });
        }
    }

    List<Entry> entries(Map<String, String> contents, Set<String> known) {
        if (!contents.containsKey(file)) {
            problems.add(new Problem(file, "is missing from the rule folder."));
            return List.of();
        }
        try {
            TreeReader.Document document = TreeReader.read(contents.get(file));
            document.problems().forEach(found -> problems.add(new Problem(file + found.path(), found.message())));
            if (document.root() instanceof Tree.Sequence list) {
                return list.items().stream().flatMap(item -> entry(item, known).stream()).toList();
            }
            problem(document.root().line(), "is not a list of entries.");
        } catch (InputException unreadable) {
            unreadable.problems().forEach(found -> problems.add(new Problem(file, found.message())));
        }
        return List.of();
    }

    private Optional<Entry> entry(Tree item, Set<String> known) {
        if (item instanceof Tree.Mapping mapping) {
            return Optional.of(new Entry(mapping, known));
        }
        problem(item.line(), item.kind() + " is not an entry of keys and values.");
        return Optional.empty();
    }

    void problem(int line, String message) {
        problem(line, "", message);
    }

    /** @param check the lint id of its kind */
    void problem(int line, String check, String message) {
        problems.add(new Problem(file + ":" + line, message, check));
    }
}
