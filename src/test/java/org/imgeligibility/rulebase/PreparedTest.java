package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the build prepares is what the rule files say. */
class PreparedTest {

    private static final RuleBase PREPARED = RuleBase.builtIn();
    private static final RuleBase READ = RuleBase.of(RuleFiles.of(Path.of("rules")), Optional.empty());

    @Test
    void thePolicyIsThatOfTheFilesInEveryPartAndOrder() {
        assertThat(parts(PREPARED.policy())).hasSize(10).isEqualTo(parts(READ.policy()));
    }

    /** Maps as lists, so that their order counts; types with their fields, which are told apart by name alone. */
    private static List<Object> parts(Policy policy) {
        return List.of(policy.vocabulary().sections(), entries(policy.types().choices()), policy.types().byName().values().stream().map(PreparedTest::inFull).toList(),
                policy.readings(), entries(policy.sources()), entries(policy.questions()), entries(policy.requirements()), entries(policy.classifications()),
                policy.rules(), List.of(entries(policy.tables()), policy.digest()));
    }

    private static List<Object> entries(Map<String, ?> map) {
        return List.of(List.copyOf(map.keySet()), List.copyOf(map.values()));
    }

    private static List<Object> inFull(Type type) {
        return List.of(type.name(), type.kind(), type.fields(), type.key(), type.table(), type.unique(), type.dated());
    }

    @Test
    void theGroundsAreThoseOfTheFiles() {
        assertThat(grounds(PREPARED)).hasSize(PREPARED.policy().rules().size()).isEqualTo(grounds(READ));
    }

    /** What two rule bases say differently: in short, since all that they say fills books. */
    static List<String> differences(RuleBase one, RuleBase other) {
        List<String> differences = new ArrayList<>();
        List<Object> some = parts(one.policy());
        List<Object> others = parts(other.policy());
        for (int part = 0; part < some.size(); part++) {
            if (!some.get(part).equals(others.get(part))) {
                differences.add("part " + part + " of the policy");
            }
        }
        Map<String, List<Object>> grounds = grounds(other);
        grounds(one).forEach((rule, own) -> {
            if (!own.equals(grounds.get(rule))) {
                differences.add("the grounds of " + rule);
            }
        });
        return differences;
    }

    private static Map<String, List<Object>> grounds(RuleBase rules) {
        Map<String, List<Object>> grounds = new LinkedHashMap<>();
        for (Rule rule : rules.policy().rules()) {
            grounds.put(rule.name(), rules.unrolled().of(rule).stream().map(PreparedTest::inFull).toList());
        }
        return grounds;
    }

    private static Object inFull(Ground ground) {
        return List.of(ground.chosen(), Arrays.stream(ground.places()).boxed().toList(), ground.rest());
    }

    @Test
    void aRowThatAGroundRestsOnIsTheRowOfItsTable() {
        Set<Integer> rows = new LinkedHashSet<>();
        PREPARED.policy().tables().values().forEach(table -> table.rows().forEach(row -> rows.add(System.identityHashCode(row.fact()))));
        List<Instance> chosen = new ArrayList<>();
        PREPARED.policy().rules().stream().flatMap(rule -> PREPARED.unrolled().of(rule).stream())
                .forEach(ground -> ground.chosen().stream().filter(one -> one.type().kind() == Type.Kind.TABLE).forEach(chosen::add));
        assertThat(chosen).isNotEmpty().allMatch(row -> rows.contains(System.identityHashCode(row)));
    }

    static Stream<Object> values() {
        Expression field = new Expression.FieldOf(1, new Field("months", new FieldType.WholeNumber(0, null), "Months", "", "months", true, Optional.of(new Field.Implied("outcome", "NONE", 0)), false));
        Expression number = new Expression.Literal(200);
        return Stream.of("", "a \"text\" of Käthe\n", "x".repeat(70_000), 0, -5, 1_000_000, 2.5, true, false, LocalDate.of(1999, 12, 31), List.of(), List.of("a", 1, List.of("a")),
                Set.of(number), new LinkedHashMap<>(Map.of("b", 1)), Optional.empty(), Optional.of("some"), Type.Kind.TABLE,
                number, new Expression.Literal(null), new Expression.Literal(2.0), new Expression.Moved(field, "plusMonths", number), new Expression.DayOf(number, number, field),
                new Expression.Arithmetic("+", field, number), new Expression.Comparison("==", field, number), new Expression.Membership(field, List.of(number, field), true, false),
                new Expression.Contains(field, number, true), new Expression.Within(field, field, false), new Expression.And(field, new Expression.Or(number, field)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsWrittenIsRead(Object value) {
        RecordWriter writer = new RecordWriter();
        writer.write(value);
        writer.number(300);
        writer.write(value);
        RecordReader reader = new RecordReader(writer.written());
        assertThat((Object) reader.read()).isEqualTo(value);
        assertThat(reader.number()).isEqualTo(300);
        assertThat((Object) reader.read()).isEqualTo(value);
    }

    @Test
    void whatIsOneObjectStaysOne() {
        RecordWriter writer = new RecordWriter();
        Source source = new Source("id", "Title", "Publisher", Optional.empty(), Optional.empty(), Optional.empty(), "page 1", "stated", Confidence.LOW, LocalDate.MAX);
        writer.write(List.of(source, source, new Expression.Literal(1), new Expression.Literal(1)));
        List<Object> read = new RecordReader(writer.written()).read();
        assertThat(read.get(0)).isSameAs(read.get(1)).isEqualTo(source);
        assertThat(read.get(2)).isSameAs(read.get(3));
    }
}
