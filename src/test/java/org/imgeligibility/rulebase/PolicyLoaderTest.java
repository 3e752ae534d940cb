package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Section;
import org.imgeligibility.rulebase.language.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyLoaderTest {

    private static final String RULE = TinyRules.rule("The rule", "AsOf()");

    private final TinyRules rules = new TinyRules().rules(RULE);

    @Test
    void theRealRulesCanBeUsed() {
        Policy policy = PolicyLoader.load(RuleFiles.of(Path.of("rules")));
        assertThat(policy.rules()).extracting(Rule::name).doesNotHaveDuplicates().isSorted();
        assertThat(policy.questions().keySet()).isNotEmpty().isSubsetOf(policy.requirements().keySet());
        assertThat(policy.rules()).flatExtracting(rule -> rule.all("source")).filteredOn(source -> !source.toString().startsWith("{"))
                .allMatch(source -> policy.cited(source.toString()).isPresent());
    }

    @Test
    void aTinyFolderSaysWhatItHolds() {
        Policy policy = rules.policy();
        assertThat(policy.vocabulary().sections()).extracting(Section::name).containsExactly("exams", "person");
        assertThat(policy.requirements().keySet()).containsExactly("licence", "exam/STEP_1", "exam/STEP_3", "adult");
        assertThat(policy.requirements().get("exam/STEP_3").title()).isEqualTo("Step 3 passed");
        assertThat(policy.tables()).containsOnlyKeys("Limit", "Agency");
        assertThat(policy.readings()).startsWith("stated");
    }

    @Test
    void aCitationMayNameANearerPlaceInItsSource() {
        assertThat(rules.policy().cited("handbook#line 7").map(Source::locator)).contains("line 7");
        assertThat(rules.policy().cited("handbook").map(Source::locator)).contains("page 1");
        assertThat(rules.policy().cited("nothing#line 7")).isEmpty();
    }

    @Test
    void rulesStandInTheOrderOfTheirNamesWhateverTheirFile() {
        rules.with("a.drl", TinyRules.rule("Z", "AsOf()")).with("z.drl", TinyRules.rule("A", "AsOf()"));
        assertThat(rules.policy().rules()).extracting(Rule::name).containsExactly("A", "The rule", "Z");
    }

    @Test
    void ofTwoRulesOfOneNameTheSecondIsRefusedNamingTheFirst() {
        assertThat(rules.with("visa/more.drl", "\n" + RULE).problems())
                .containsExactly("visa/more.drl:2:6: rule \"The rule\": a rule of this name stands at rules.drl:1:6 already. Name what this one finds.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "handbook    > hanbook        > @source: 'hanbook' is not in sources.yaml. Maybe handbook.",
        "handbook    > hanbook#page 3 > @source: 'hanbook#page 3' is not in sources.yaml.",
        "handbook    > {nobody.source} > @source in \"{nobody.source}\": 'nobody' is bound to nothing.",
        "adult       > adlt           > @requirement: 'adlt' is defined neither in requirements.yaml nor in questions.yaml. Maybe adult.",
        "adult       > exam/STEP_2    > @requirement: 'exam/STEP_2' is defined neither in requirements.yaml nor in questions.yaml. Maybe exam/STEP_1.",
        "adult       > x\\\\E(      > @requirement: 'x\\E(' is not an id; letters, digits, - _ / and values in braces can stand in one.",
        "adult       > \\\\E.*\\\\Q > @requirement: '\\E.*\\Q' is not an id;",
        "adult       > \\\\Enothing|adult\\\\Q > @requirement: '\\Enothing|adult\\Q' is not an id;",
        "adult       > of age         > @requirement: 'of age' is not an id;",
        "adult       > adult}         > @requirement: 'adult}' is not an id;",
        "@source(\"handbook\") > @where(\".*\") @source(\"handbook\") > @where: '.*' is not an id;",
        "adult       > {no.exam}      > @requirement in \"{no.exam}\": 'no' is bound to nothing.",
        "It holds.   > It holds for {somebody.name}. > @says in \"It holds for {somebody.name}.\": 'somebody' is bound to nothing.",
        "@says       > @reading(\"curent\") @says > no reading is called 'curent'. Maybe current.",
        "@says       > @reading(\"stated\", \"curent\") @says > @reading takes one value.",
        "@says       > @confidence(\"hihg\") @says > @confidence: 'hihg' is not one of high, medium, low.",
        "@says       > @sais(\"x\") @says > @sais means nothing in a rule that concludes 'met'.",
        "@says       > @next(\"x\") @says > @next means nothing in a rule that concludes 'met'.",
        "@source(\"handbook\") > @where(\"adlt\") @source(\"handbook\") > @where: 'adlt' is defined neither in",
    })
    void whatARuleNamesMustExist(String part, String replacement, String message) {
        assertThat(rules.rules(RULE.replace(part, replacement)).problems()).first().asString().startsWith("rules.drl:1:6: rule \"The rule\": " + message);
    }

    @ParameterizedTest
    @CsvSource({"require,requires", "notYet,next", "notApplicable,where", "classify,classification", "classify,value"})
    void everyConclusionNeedsItsMetadata(String word, String needed) {
        assertThat(rules.rules(RULE.replace("met(", word + "(")).problems())
                .contains("rules.drl:1:6: rule \"The rule\": @" + needed + " is missing; a rule that concludes '" + word + "' needs it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requirement", "says", "source"})
    void aFindingNeedsRequirementSentenceAndSource(String needed) {
        assertThat(rules.rules(RULE.replaceAll("@" + needed + "\\(\"[^\"]*\"\\)", "")).problems()).singleElement().asString().contains("@" + needed + " is missing");
    }

    @ParameterizedTest
    @CsvSource({"'',true", "@where(\"adult\"),false", "@unless(\"adult\"),false", "@where(\"adult\") @unless(\"licence\"),true"})
    void aClassificationFollowsFromOneRequirement(String metadata, boolean refused) {
        String text = "rule \"C\" @classification(\"size\") @value(\"large\") @source(\"handbook\") " + metadata + " when AsOf() then conclude.classify(drools); end";
        assertThat(rules.rules(text).problems().stream().anyMatch(p -> p.contains("either @where or @unless"))).isEqualTo(refused);
    }

    @Test
    void anIdIsLookedUpInNoTime() {
        rules.with("requirements.yaml", "- id: adult\n  title: t\n- id: " + "a".repeat(40) + "\n  title: t\n").rules(RULE.replace("adult", "\\\\E((a+)+)+!\\\\Q"));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(rules.problems()).isNotEmpty());
    }

    @Test
    void aRequirementMayBeNamedByAValue() {
        assertThat(rules.rules(TinyRules.rule("The rule", "sitting : Exam()").replace("adult", "exam/{sitting.exam}")).problems()).isEmpty();
    }

    @Test
    void theDayOfEvaluationMustBeDeclaredOnce() {
        String none = TinyRules.FACTS.replace("declare AsOf @day\n    day : LocalDate\nend\n", "");
        assertThat(rules.with("facts.drl", none).without("rules.drl").problems()).singleElement().asString().startsWith("facts.drl: one type must be the day");
        assertThat(rules.declaring("declare Today @day day : LocalDate end").problems()).singleElement().asString().startsWith("facts.drl: one type must be the day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sources.yaml", "questions.yaml", "requirements.yaml"})
    void aListThatIsMissingEmptyOrBrokenIsNamed(String list) {
        assertThat(rules.without(list).problems()).contains(list + ": is missing from the rule folder.");
        assertThat(rules.with(list, "").problems()).anyMatch(p -> p.startsWith(list + ": Nothing in it."));
        assertThat(rules.with(list, "- id: [a").problems()).anyMatch(p -> p.startsWith(list + ": Line 1"));
        assertThat(rules.with(list, "id: a").problems()).contains(list + ":1: is not a list of entries.");
        assertThat(rules.with(list, "- a").problems()).contains(list + ":1: 'a' is not an entry of keys and values.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]", "- &a\n  id: x\n- *a", "- id: x\n  id: y", "- id: x\n---\n- id: y"})
    void yamlTricksAreRefused(String text) {
        assertThat(rules.with("requirements.yaml", text).problems())
                .anyMatch(p -> p.startsWith("requirements.yaml") && p.matches("(?s).*(YAML tag|anchor or alias|given twice|more than one document).*"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "title: Handbook     > titel: Handbook     > sources.yaml:2: no such key 'titel'.",
        "title: Handbook     > ''                  > sources.yaml:1: 'title' is missing.",
        "kind: official      > kind: offical       > sources.yaml:1: kind 'offical' is not one of official, secondary, stated.",
        "confidence: high    > confidence: sure    > sources.yaml:1: confidence 'sure' is not one of high, medium, low.",
        "'\"2030-01-01\"'    > soon                > sources.yaml:1: reviewBy 'soon' is not a date as 2027-06-30.",
        "'\"2030-01-01\"'    > '\"2030-02-30\"'    > sources.yaml:1: reviewBy '2030-02-30' is not a date as 2027-06-30.",
    })
    void aFaultySourceIsToldWithItsLine(String part, String replacement, String problem) {
        assertThat(rules.with("sources.yaml", TinyRules.SOURCES.replace(part, replacement)).problems()).contains(problem);
    }

    @Test
    void aSecondSourceOfOneIdIsRefused() {
        assertThat(rules.with("sources.yaml", TinyRules.SOURCES + TinyRules.SOURCES).problems())
                .containsExactly("sources.yaml:8: a second source 'handbook'. Give it an id of its own.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "combine: some  > requirements.yaml:1: combine 'some' is not one of all, any, none.",
        "id: adult      > requirements.yaml:3: 'adult' is defined a second time. Define it once.",
        "id: licence    > requirements.yaml:3: 'licence' is defined a second time. Define it once.",
        "id: x/{Examname} > requirements.yaml:3: no list of choices or table is called 'Examname'. Maybe ExamName.",
    })
    void aFaultyRequirementIsToldWithItsLine(String part, String problem) {
        String first = "- id: adult\n  title: Of age" + (part.startsWith("id") ? "\n- " + part + "\n  title: T\n" : "\n  " + part + "\n");
        assertThat(rules.with("requirements.yaml", first).problems()).containsExactly(problem);
    }

    @Test
    void aQuestionOfAnUnknownReadingIsRefused() {
        String question = "- id: licence\n  title: A licence\n  topic: licensure\n  about: Whether.\n  reading: curent\n";
        assertThat(rules.with("questions.yaml", question).problems()).containsExactly("questions.yaml:1: no reading is called 'curent'. Maybe current.");
    }

    @Test
    void theFaultsOfAllFilesComeTogether() {
        rules.rules(RULE.replace("handbook", "hanbook")).with("limits.csv", TinyRules.LIMITS.replace(",6,", ",six,"))
                .with("sources.yaml", TinyRules.SOURCES.replace("high", "sure")).with("more.drl", TinyRules.rule("Another", "Persn()"));
        assertThat(rules.problems()).extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactlyInAnyOrder("rules.drl", "limits.csv", "sources.yaml", "more.drl");
    }

    @Test
    void anEmptyFolderIsRefused() {
        assertThatThrownBy(() -> PolicyLoader.load(new RuleFiles(new TreeMap<>()))).isInstanceOf(InputException.class).hasMessageContaining("sources.yaml: is missing");
    }
}
