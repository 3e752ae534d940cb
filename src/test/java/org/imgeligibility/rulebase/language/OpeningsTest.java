package org.imgeligibility.rulebase.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
    private static final List<String> SHAPES = List.of(
            "Person(insideUs == true)", "Person(insideUs != true)", "Person(age > 1, age <= 4)", "Person(age != 3)", "Person(age in (1, 3))",
            "Person(age not in (1, 3))", "Person(score >= 2.5)", "Person(score == 3)", "Person(age == score)", "Person(age != score)", "Person(3 < age)",
            "Person(citizenships contains Country.NL)", "Person(citizenships not contains \"JM\")", "Person(country == Country.NL || age > 2)",
            "Person(visaUntil == null)", "Person(visaUntil != null)", "Person(visaUntil == null || visaUntil < LocalDate.of(2025, 1, 1))",
            "Person(age + 1 > 3)", "Person(age - 1 >= 2)", "Person(age - 1 == 2)", "Person(age + 1 == 2 || insideUs == true)", "Person(2 == age)",
            "Person(city == \"Oslo\")", "Person(city != \"Oslo\")", "Person(insideUs == true) Person(age > 2)",
            "Person((age > 1 || insideUs == true) && (score < 2.5 || country in (Country.JM, Country.NL)))",
            "Exam(outcome == Outcome.PASSED)", "Exam(outcome in (Outcome.PASSED, Outcome.FAILED), attempts > 1)", "Exam(takenOn >= LocalDate.of(2020 + attempts, 1, 1))",
            "e : Exam(exam == ExamName.STEP_1) Exam(exam == ExamName.STEP_3, takenOn > e.takenOn)", "e : Exam() Exam(takenOn == e.takenOn.plusDays(1))",
            "e : Exam() Exam(exam != e.exam, outcome == e.outcome)", "p : Person() Agency(countries contains p.country)",
            "p : Person() Agency(countries not contains p.country, until == null || until >= p.visaUntil)", "p : Person() Exam(attempts > p.age + 1)",
            "limit : Limit(id == \"WAIT\") Exam(attempts >= limit.value)", "today : AsOf() Exam(takenOn.plusMonths(6) <= today.day)",
            "today : AsOf() Exam(takenOn.minusYears(1) <= today.day, outcome != Outcome.FAILED)",
            "a : Agency() Person(citizenships within a.countries)", "a : Agency() Person(citizenships not within a.countries, age > 1)",
            "Person(city in Agency)", "Person(city not in Agency)", "limit : Limit() Person(limit.until == null, age > 1)", "today : AsOf() Agency(until > today.day)", "limit : Limit(until == null) Agency(countries contains Country.JM)");

    private final TinyRules rules = new TinyRules();
    private final Map<String, List<Map<String, Object>>> facts = new HashMap<>(Map.of("Person", List.of(Map.of()), "AsOf", List.of(Map.of("day", DAY)),
            "Limit", List.of(Map.of("id", "WAIT", "value", 3)), "Agency", List.of(Map.of("id", "CAAM", "countries", List.of("JM", "BB")),
                    Map.of("id", "NVAO", "countries", List.of("NL"), "until", LocalDate.of(2030, 12, 31))),
            "Exam", List.of(Map.of("exam", "STEP_1"), Map.of("exam", "STEP_3"))));

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "Person(age > 1)                                # /person/age",
        "Person(age > 1, insideUs == true)              # /person/age /person/insideUs",
        "Person(age > 1 || insideUs == true)            # /person/age /person/insideUs",
        "Exam(outcome == Outcome.PASSED)                # /exams/STEP_1/outcome /exams/STEP_3/outcome",
        "Exam(exam == ExamName.STEP_3, attempts > 1)    # /exams/STEP_3/attempts",
        "someone : Person() Agency(countries contains someone.country) # /person/country",
        "today : AsOf() Exam(exam == ExamName.STEP_1, takenOn.plusMonths(6) <= today.day) # /exams/STEP_1/takenOn",
        "Limit(id == \"WAIT\", value < 5) Person(age < 3) # /person/age",
    })
    void aRuleWaitsForTheUnknownFactsItTests(String patterns, String waits) {
        Openings openings = openings(patterns);
        assertThat(openings.waits()).containsExactly(waits.split(" "));
        assertThat(openings.words()).containsExactly(Word.MET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AsOf()", "Person(visaUntil == null)", "Person(visaUntil != null)", "Person(visaUntil > LocalDate.of(2024, 1, 1))",
        "Limit(value > 3) Person(age > 1)", "Agency(id == \"CAAM\", until != null) Person(age > 1)", "today : AsOf(day < LocalDate.of(2024, 1, 1)) Person(age > 1)"})
    void whatIsDecidedAlreadyWaitsForNothing(String patterns) {
        Openings openings = openings(patterns);
        assertThat(openings.waits()).isEmpty();
        assertThat(openings.words()).isEmpty();
    }

    @Test
    void aKnownFactThatExcludesTheRuleClosesIt() {
        facts.put("Person", List.of(Map.of("age", 1)));
        assertThat(openings("Person(age > 1, insideUs == true)").waits()).isEmpty();
    }

    @Test
    void ofAlternativesTheOneThatHoldsIsEnough() {
        facts.put("Person", List.of(Map.of("age", 2)));
        assertThat(openings("Person(age > 1 || insideUs == true)").waits()).isEmpty();
    }

    @Test
    void ofAlternativesTheOneThatFailsIsNotWaitedFor() {
        facts.put("Person", List.of(Map.of("age", 1)));
        assertThat(openings("Person(age > 1 || insideUs == true)").waits()).containsExactly("/person/insideUs");
    }

    @Test
    void matchesThatTheTestDoesNotLetPassAreNoOpenings() {
        Policy policy = rules.when("Exam(outcome == Outcome.PASSED)").policy();
        Openings openings = openings(instances(policy), List.of());
        openings.search(policy.rules().get(0), matched -> matched.get(0).value("exam").equals("STEP_3"));
        assertThat(openings.waits()).containsExactly("/exams/STEP_3/outcome");
    }

    @Test
    void aValueThatWouldBeRefusedIsNotWaitedFor() {
        facts.put("Person", List.of(Map.of("age", 2)));
        assertThat(openings("Person(city == \"Oslo\")", "Person(age < 3, city == \"Oslo\")").waits()).isEmpty();
        assertThat(openings("Person(city == \"Oslo\")", "Person(age > 3, city == \"Oslo\")").waits()).containsExactly("/person/city");
    }

    @Test
    void ofValuesAllMustBeRefusedToCloseARule() {
        assertThat(openings("Person(city in (\"Oslo\", \"Rome\"))", "Person(city == \"Oslo\")").waits()).containsExactly("/person/city");
        assertThat(openings("Person(city in (\"Oslo\", \"Rome\"))", "Person(city in (\"Rome\", \"Oslo\"))").waits()).isEmpty();
    }

    @Test
    void theEngineMatchesWhatTheOutlookHoldsForCertain() {
        RuleBase base = RuleBase.of(rules.rules(allShapes()).files());
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            guess(random);
            Map<Type, List<Instance>> sections = instances(base.policy());
            sections.keySet().removeIf(type -> type.kind() != Type.Kind.SECTION);
            Map<Type, List<Instance>> instances = new HashMap<>(base.on(DAY).instances());
            instances.putAll(sections);
            assertThat(matches(base, sections)).as("%s", facts).isEqualTo(certain(base.policy(), instances));
        }
    }

    @Test
    void aRuleThatIsNotOpenNeverMatchesOnceMoreIsKnown() {
        Policy policy = rules.rules(allShapes()).policy();
        Random random = new Random(8);
        for (int round = 0; round < 500; round++) {
            guess(random);
            Map<Type, List<Instance>> before = instances(policy);
            learn(random);
            Map<Type, List<Instance>> after = instances(policy);
            policy.rules().forEach(rule -> assertThat(isOpen(rule, before) || certain(rule, before).containsAll(certain(rule, after)))
                    .as("%s: %s", rule.name(), facts).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Person(age - 1 == 2)", "Person(age + 1 == 2 || insideUs == true)", "e : Exam() Person(age - e.attempts == 2)"})
    void arithmeticOnAnUnknownFactMatchesNothing(String patterns) {
        RuleBase base = RuleBase.of(rules.when(patterns).files());
        Map<Type, List<Instance>> unknown = instances(base.policy());
        unknown.keySet().removeIf(type -> type.kind() != Type.Kind.SECTION);
        assertThat(matches(base, unknown)).isEmpty();
    }

    private static Set<String> matches(RuleBase base, Map<Type, List<Instance>> sections) {
        return Stream.concat(base.on(DAY).matches().stream(), base.matches(base.on(DAY), sections).stream())
                .map(match -> name(match.rule(), match.facts())).collect(Collectors.toSet());
    }

    private static String allShapes() {
        return IntStream.range(0, SHAPES.size()).mapToObj(at -> TinyRules.rule("shape " + at, SHAPES.get(at))).collect(Collectors.joining());
    }

    private Openings openings(String patterns, String... refused) {
        Policy policy = rules.when(patterns).policy();
        List<Rule> refusals = Arrays.stream(refused).flatMap(one -> new TinyRules().when(one).policy().rules().stream()).toList();
        Openings openings = openings(instances(policy), refusals);
        openings.search(policy.rules().get(0), matched -> true);
        return openings;
    }

    private static Openings openings(Map<Type, List<Instance>> instances, List<Rule> refusals) {
        return new Openings(instances, new Contradictions(refusals, instances));
    }

    private Map<Type, List<Instance>> instances(Policy policy) {
        Map<Type, List<Instance>> instances = new HashMap<>();
        facts.forEach((name, all) -> {
            Type type = policy.types().type(name).orElseThrow();
            instances.put(type, all.stream().map(values -> new Instance(type, prefix(name, values), values)).toList());
        });
        return instances;
    }

    private static String prefix(String type, Map<String, Object> values) {
        return type.equals("Exam") ? "/exams/" + values.get("exam") : "/" + type.toLowerCase() + values.getOrDefault("id", "");
    }

    /** Facts of which any may be unknown. */
    private void guess(Random random) {
        Map<String, Object> person = new HashMap<>();
        facts.put("Person", List.of(person));
        facts.put("Exam", List.of(new HashMap<>(Map.of("exam", "STEP_1")), new HashMap<>(Map.of("exam", "STEP_3"))));
        learn(random);
    }

    private void learn(Random random) {
        Map<String, Object> person = new HashMap<>(facts.get("Person").get(0));
        learn(random, person, "insideUs", true, false);
        learn(random, person, "age", 0, 1, 2, 3, 4);
        learn(random, person, "score", 1.0, 2.5, 3.0);
        learn(random, person, "citizenships", List.of(), List.of("NL"), List.of("JM", "NL"));
        learn(random, person, "country", "NL", "JM", "BB");
        learn(random, person, "city", "Oslo", "Rome");
        if (facts.get("Person").get(0).isEmpty()) {
            learn(random, person, "visaUntil", LocalDate.of(2024, 5, 1), LocalDate.of(2031, 1, 1));
        }
        facts.put("Person", List.of(person));
        facts.put("Exam", facts.get("Exam").stream().map(exam -> exam(random, new HashMap<>(exam))).toList());
    }

    private static Map<String, Object> exam(Random random, Map<String, Object> exam) {
        learn(random, exam, "outcome", "PASSED", "FAILED");
        learn(random, exam, "takenOn", LocalDate.of(2023, 12, 1), LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 2));
        learn(random, exam, "attempts", 1, 2, 3, 4);
        return exam;
    }

    private static void learn(Random random, Map<String, Object> values, String field, Object... possible) {
        if (random.nextInt(5) > 1) {
            values.putIfAbsent(field, possible[random.nextInt(possible.length)]);
        }
    }

    private static boolean isOpen(Rule rule, Map<Type, List<Instance>> instances) {
        Openings openings = openings(instances, List.of());
        openings.search(rule, matched -> true);
        return !openings.words().isEmpty();
    }

    private static Set<String> certain(Policy policy, Map<Type, List<Instance>> instances) {
        return policy.rules().stream().flatMap(rule -> certain(rule, instances).stream()).collect(Collectors.toSet());
    }

    private static Set<String> certain(Rule rule, Map<Type, List<Instance>> instances) {
        List<List<Instance>> found = List.of(List.of());
        for (Pattern pattern : rule.patterns()) {
            found = found.stream().flatMap(matched -> instances.get(pattern.type()).stream().map(next -> with(matched, next)))
                    .filter(matched -> pattern.constraints().stream().allMatch(one -> Outlook.of(one, matched).truth() == Outlook.Truth.YES)).toList();
        }
        return found.stream().map(matched -> name(rule, matched)).collect(Collectors.toSet());
    }

    private static List<Instance> with(List<Instance> matched, Instance next) {
        List<Instance> all = new ArrayList<>(matched);
        all.add(next);
        return all;
    }

    private static String name(Rule rule, List<Instance> matched) {
        return rule.name() + matched.stream().map(Instance::prefix).toList();
    }
}
