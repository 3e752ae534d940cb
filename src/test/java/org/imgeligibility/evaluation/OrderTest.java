package org.imgeligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.regression.generated.Drawn;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.verdict.DocumentJson;
import org.junit.jupiter.api.Test;

/** Neither the order of facts, nor of rules in their files, nor in which file they stand, nor of table rows, shows in an answer. */
class OrderTest {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule \".*?^end$");
    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final List<Fixture> FIXTURES = Regression.of(Path.of("fixtures"), EVALUATOR).fixtures()
            .stream().filter(fixture -> !fixture.expectsRefusal()).toList();

    @Test
    void theOrderOfFactsDoesNotShow() {
        assertThat(FIXTURES.parallelStream().filter(fixture -> !document(EVALUATOR, fixture, facts(fixture))
                .equals(document(EVALUATOR, fixture, shuffled(facts(fixture))))).map(Fixture::name).toList()).isEmpty();
    }

    @Test
    void theOrderOfRulesAndFilesAndRowsDoesNotShow() {
        RuleFiles files = RuleFiles.of(Path.of("rules"));
        RuleFiles mixed = new RuleFiles(mixed(files.contents(), new Random(7)));
        assertThat(mixed.digest()).isNotEqualTo(files.digest());
        Evaluator other = new Evaluator(RuleBase.of(mixed));
        assertThat(other.policy().rules()).hasSameSizeAs(EVALUATOR.policy().rules());
        FIXTURES.parallelStream().forEach(fixture -> assertThat(placeless(document(other, fixture, facts(fixture)))).as(fixture.name())
                .isEqualTo(placeless(document(EVALUATOR, fixture, facts(fixture)))));
        assertThat(Drawn.findings(EVALUATOR.policy(), "order of rules", 30, applicant -> {
            Request request = new Request(applicant.asOf(), applicant.reading(), Drawn.questions(EVALUATOR.policy(), new Random(applicant.facts().values().hashCode())), true);
            return Stream.of(applicant.facts()).filter(facts -> !placeless(DocumentJson.of(other.evaluate(facts, request), false))
                    .equals(placeless(DocumentJson.of(EVALUATOR.evaluate(facts, request), false)))).map(Facts::toString);
        })).isEmpty();
    }

    /** All rules dealt out anew over the rule files, in another order, and the rows of every table shuffled. */
    private static SortedMap<String, String> mixed(SortedMap<String, String> contents, Random random) {
        SortedMap<String, String> mixed = new TreeMap<>(contents);
        List<String> rules = new ArrayList<>();
        List<String> ruleFiles = contents.keySet().stream().filter(name -> name.endsWith(".drl")).toList();
        ruleFiles.forEach(name -> {
            rules.addAll(RULE.matcher(contents.get(name)).results().map(MatchResult::group).toList());
            mixed.put(name, RULE.matcher(contents.get(name)).replaceAll(""));
        });
        Collections.shuffle(rules, random);
        rules.forEach(rule -> mixed.merge(ruleFiles.get(random.nextInt(ruleFiles.size())), "\n" + rule + "\n", String::concat));
        contents.keySet().stream().filter(name -> name.endsWith(".csv")).forEach(name -> {
            List<String> rows = new ArrayList<>(Arrays.asList(contents.get(name).split("\n")));
            String head = rows.remove(0);
            Collections.shuffle(rows, random);
            mixed.put(name, head + "\n" + String.join("\n", rows) + "\n");
        });
        return mixed;
    }

    private static Facts facts(Fixture fixture) {
        return ApplicantReader.read(EVALUATOR.policy().vocabulary(), fixture.applicant(), List.of()).facts();
    }

    private static Facts shuffled(Facts facts) {
        List<Map.Entry<String, Object>> entries = new ArrayList<>(facts.values().entrySet());
        Collections.shuffle(entries, new Random(entries.hashCode()));
        return new Facts(facts.id(), entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, LinkedHashMap::new)));
    }

    private static String document(Evaluator evaluator, Fixture fixture, Facts facts) {
        return DocumentJson.of(evaluator.evaluate(facts, new Request(fixture.asOf(), fixture.reading(), fixture.questions(), true)), false);
    }

    private static String placeless(String document) {
        return document.replaceAll("\"(file|digest)\":\"[^\"]*\"", "").replaceAll("\"line\":\\d+", "");
    }
}
