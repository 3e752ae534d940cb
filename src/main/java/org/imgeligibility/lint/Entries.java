package org.imgeligibility.lint;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.TreeReader;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Place;

/** The entries of the lists, by their ids as written, with their places. */
final class Entries {

    private static final Map<String, Finding.Subject.Kind> LISTS = Map.of("sources.yaml", Finding.Subject.Kind.SOURCE,
            "requirements.yaml", Finding.Subject.Kind.REQUIREMENT, "questions.yaml", Finding.Subject.Kind.REQUIREMENT);

    private final Map<Finding.Subject, Entry> entries = new LinkedHashMap<>();
    private final Map<Entry, Pattern> families = new LinkedHashMap<>();
    private final Map<String, Entry> byId = new HashMap<>();

    /** @param allowed reasons by lint id, as written */
    record Entry(Finding.Subject subject, Place place, Map<String, String> allowed) {
    }

    Entries(RuleFiles files) {
        LISTS.forEach((file, kind) -> read(file, files.contents().get(file), kind));
        entries.values().stream().filter(entry -> entry.subject().kind() == Finding.Subject.Kind.REQUIREMENT && entry.subject().name().indexOf('{') >= 0)
                .forEach(entry -> families.put(entry, Ids.shape(entry.subject().name())));
    }

    private void read(String file, String text, Finding.Subject.Kind kind) {
        List<String> lines = text.lines().toList();
        for (Tree item : ((Tree.Sequence) TreeReader.read(text).root()).items()) {
            Tree.Mapping entry = (Tree.Mapping) item;
            Finding.Subject subject = new Finding.Subject(kind, ((Tree.Scalar) entry.entries().get("id")).value().toString());
            int column = entry.line() > lines.size() ? 1 : lines.get(entry.line() - 1).length() - lines.get(entry.line() - 1).stripLeading().length() + 1;
            entries.put(subject, new Entry(subject, new Place(file, entry.line(), column), allowed(entry.entries().get("allow"))));
        }
    }

    /** An allowance that is no mapping of texts shows as one without id or reason. */
    private static Map<String, String> allowed(Tree tree) {
        Map<String, String> allowed = new LinkedHashMap<>();
        if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().forEach((id, reason) -> allowed.put(id, reason instanceof Tree.Scalar scalar && scalar.value() != null ? scalar.value().toString() : ""));
        } else if (tree != null) {
            allowed.put(tree.kind(), "");
        }
        return allowed;
    }

    Iterable<Entry> all() {
        return entries.values();
    }

    Place source(String id) {
        return entries.get(new Finding.Subject(Finding.Subject.Kind.SOURCE, id)).place();
    }

    /** The entry that defines a requirement, which may hold a list of choices in braces. */
    Entry requirement(String id) {
        return byId.computeIfAbsent(id, this::find);
    }

    private Entry find(String id) {
        return Optional.ofNullable(entries.get(new Finding.Subject(Finding.Subject.Kind.REQUIREMENT, id)))
                .orElseGet(() -> families.keySet().stream().filter(entry -> families.get(entry).matcher(id).matches()).findFirst().orElseThrow());
    }
}
