package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Joins;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/** What a policy may cost at most, counted before anything is compiled, so that no edit can keep the program from answering. */
final class Bounds {

    private static final int RULES = 5_000;
    private static final int ROWS = 10_000;
    private static final int FACTS = 20_000;
    private static final long COMBINATIONS_OF_RULE = 200_000;
    private static final long COMBINATIONS = 5_000_000;

    private Bounds() {
    }

    static List<Problem> problems(Policy policy) {
        List<Problem> problems = new ArrayList<>();
        if (policy.rules().size() > RULES) {
            problems.add(new Problem("", "There are " + policy.rules().size() + " rules; at most " + RULES + " can be used. Put what differs into tables."));
        }
        policy.tables().values().stream().filter(table -> table.rows().size() > ROWS)
                .forEach(table -> problems.add(new Problem(table.file(), "has " + table.rows().size() + " rows; at most " + ROWS + " can be used.")));
        if (policy.vocabulary().slots().size() > FACTS) {
            problems.add(new Problem("", "An applicant could have " + policy.vocabulary().slots().size() + " facts; at most " + FACTS + " can be used. Give lists shorter keys."));
        }
        return problems.isEmpty() ? combinations(policy) : problems;
    }

    private static List<Problem> combinations(Policy policy) {
        List<Problem> problems = new ArrayList<>();
        Map<Type, List<Instance>> all = new HashMap<>(new Instances(policy).sections(Facts.none()));
        policy.types().of(Type.Kind.DAY).forEach(day -> all.put(day, List.of(new Instance(day, "", Map.of()))));
        policy.tables().values().forEach(table -> all.put(table.type(), table.rows().stream().map(Table.Row::fact).toList()));
        long together = 0;
        for (Rule rule : policy.rules()) {
            long looked = Joins.of(rule, all, COMBINATIONS_OF_RULE);
            together += looked;
            if (looked >= COMBINATIONS_OF_RULE) {
                problems.add(new Problem(rule.place().toString(), "rule \"" + rule.name() + "\": its patterns combine in more than " + COMBINATIONS_OF_RULE
                        + " ways. Begin with the pattern that fewest rows fit, and let each further one name a key or a value of one before it."));
            }
            if (together >= COMBINATIONS) {
                problems.add(new Problem(rule.place().toString(), "up to here, the rules' patterns combine in more than " + COMBINATIONS + " ways. Let more patterns name a key or a value of one before."));
                break;
            }
        }
        return problems;
    }
}
