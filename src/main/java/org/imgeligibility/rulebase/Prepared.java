package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Slots;

/**
 * Rules that are parsed, checked and unrolled. For the built-in ones the build does that and writes down what they came to,
 * so that no start does it again.
 *
 * @param instances what there is for its patterns to match
 */
record Prepared(Policy policy, Instances instances, Unrolled unrolled) {

    /**
     * @param kept what an edition before has of them
     * @throws InputException when the files cannot be used, with everything that is wrong with them
     */
    static Prepared of(RuleFiles files, Optional<Kept> kept) {
        return of(PolicyLoader.load(files, kept), kept);
    }

    /** @throws InputException when a rule can match in too many ways */
    static Prepared of(Policy policy, Optional<Kept> kept) {
        Instances instances = kept.map(before -> before.instances(policy)).orElseGet(() -> new Instances(policy));
        List<Problem> problems = new ArrayList<>();
        Unrolled unrolled = Unrolled.of(policy, instances, kept, problems);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new Prepared(policy, instances, unrolled);
    }

    static Prepared builtIn() {
        return read(RuleFiles.prepared());
    }

    byte[] written() {
        RecordWriter writer = new RecordWriter();
        List.of(policy.vocabulary().sections(), policy.types(), policy.readings(), policy.sources(), policy.questions(), policy.requirements(),
                policy.classifications(), policy.rules(), policy.tables(), policy.digest()).forEach(writer::write);
        Map<Instance, Integer> rows = new IdentityHashMap<>();
        rows(policy).forEach(row -> rows.put(row, rows.size()));
        for (Rule rule : policy.rules()) {
            Unrolled.Grounds grounds = unrolled.grounds(rule);
            writer.number(grounds.steps());
            writer.number(grounds.found().size());
            for (Ground ground : grounds.found()) {
                for (int at = 0; at < ground.places().length; at++) {
                    writer.number(ground.isFilled(at) ? ground.places()[at] * 2 : rows.get(ground.chosen().get(at)) * 2 + 1);
                }
                writer.write(ground.rest());
            }
        }
        return writer.written();
    }

    private static List<Instance> rows(Policy policy) {
        return policy.tables().values().stream().flatMap(table -> table.rows().stream()).map(Table.Row::fact).toList();
    }

    private static Prepared read(byte[] written) {
        RecordReader reader = new RecordReader(written);
        Policy policy = new Policy(new Vocabulary(reader.read()), reader.read(), reader.read(), reader.read(), reader.read(), reader.read(),
                reader.read(), reader.read(), reader.read(), reader.read());
        Instances instances = new Instances(policy);
        Slots slots = new Slots(instances.unknown());
        List<Instance> rows = rows(policy);
        Map<Rule, Unrolled.Grounds> grounds = new IdentityHashMap<>();
        for (Rule rule : policy.rules()) {
            int steps = reader.number();
            int size = reader.number();
            List<Ground> own = new ArrayList<>(size);
            for (int ground = 0; ground < size; ground++) {
                own.add(ground(rule, reader, slots.empty(), rows));
            }
            grounds.put(rule, new Unrolled.Grounds(own, steps));
        }
        return new Prepared(policy, instances, new Unrolled(slots, grounds));
    }

    private static Ground ground(Rule rule, RecordReader reader, List<Instance> empty, List<Instance> rows) {
        int[] places = new int[rule.patterns().size()];
        Instance[] chosen = new Instance[places.length];
        for (int at = 0; at < places.length; at++) {
            int number = reader.number();
            places[at] = number % 2 == 0 ? number / 2 : -1;
            chosen[at] = number % 2 == 0 ? empty.get(number / 2) : rows.get(number / 2);
        }
        Set<Expression> rest = reader.read();
        return new Ground(rule, List.of(chosen), places, rest);
    }
}
