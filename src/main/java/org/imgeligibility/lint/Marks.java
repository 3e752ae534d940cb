package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Field;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.rulebase.language.Declarations;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/**
 * Names a search by all that it hangs on, so that the same search in another edition of the rules has the same name: what
 * is declared, the rules as written, the rows they look at and, where a rule tests the day, the day. Where none does, a
 * search can come out the same on every day on which the same rows are in force.
 */
final class Marks {

    private final String declared;
    private final Map<Rule, String> rules = new IdentityHashMap<>();
    private final Map<List<Object>, String> rows = new HashMap<>();

    Marks(RuleFiles files, Policy policy, List<Declarations> declarations) {
        this.declared = Fingerprints.hash(declarations.stream().map(Declarations::meaning).toList() + "\n"
                + policy.types().of(Type.Kind.TABLE).stream().map(type -> type.name() + policy.types().choices().get(type.name())).toList());
        policy.rules().stream().collect(Collectors.groupingBy(rule -> rule.place().file())).forEach((file, own) -> written(files.contents().get(file), own));
    }

    /** A rule's text goes as far as where the next begins, which may be on its last line; of two on one line the names differ. */
    private void written(String text, List<Rule> own) {
        List<String> lines = text.lines().toList();
        List<Rule> ordered = own.stream().sorted(Comparator.comparing(rule -> rule.place().line())).toList();
        for (int at = 0; at < ordered.size(); at++) {
            Rule rule = ordered.get(at);
            int next = at + 1 == ordered.size() ? lines.size() : Math.max(rule.place().line(), ordered.get(at + 1).place().line() - 1);
            rules.put(rule, Fingerprints.hash(rule.name() + "\n" + String.join("\n", lines.subList(rule.place().line() - 1, next))));
        }
    }

    /** @param all what there is on the day */
    String of(Scene scene, Map<Type, List<Instance>> all, LocalDate day, int matching, int effort) {
        List<Rule> looking = Stream.concat(scene.aspects().stream().map(Aspect::rule), scene.refusals().stream()).toList();
        boolean tested = looking.stream().flatMap(rule -> rule.patterns().stream()).anyMatch(pattern -> pattern.type().kind() == Type.Kind.DAY);
        List<Object> mark = new ArrayList<>(List.of(declared, matching, effort, tested ? day : Optional.empty()));
        scene.aspects().forEach(aspect -> mark.add(aspect.pins()));
        looking.forEach(rule -> {
            mark.add(rules.get(rule));
            rule.patterns().stream().map(Pattern::type).filter(type -> type.kind() == Type.Kind.TABLE)
                    .forEach(type -> mark.add(rows.computeIfAbsent(List.of(type, day), any -> written(type, all.get(type)))));
        });
        return Fingerprints.hash(mark.toString());
    }

    private static String written(Type type, List<Instance> rows) {
        StringBuilder text = new StringBuilder();
        for (Instance row : rows) {
            for (Field field : type.fields()) {
                text.append(row.value(field.name())).append('\0');
            }
            text.append('\n');
        }
        return Fingerprints.hash(text.toString());
    }
}
