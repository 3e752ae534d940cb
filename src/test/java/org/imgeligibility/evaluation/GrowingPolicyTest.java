package org.imgeligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.imgeligibility.catalogue.Catalogue;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.JsonSchema;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import org.junit.jupiter.api.Test;

/** A field, a choice, a requirement, a question and a source added under rules/ alone appear everywhere. */
class GrowingPolicyTest {

    private static final String QUESTION = """
            - id: shore-leave
              title: Shore leave
              topic: sailing
              about: Whether the person may go ashore.
            """;
    private static final String REQUIREMENT = """
            - id: shore-leave/swims
              title: Able to swim
            """;
    private static final String SOURCE = """
            - id: harbour-rules
              title: Harbour rules
              publisher: Harbour office
              locator: page 3
              kind: official
              confidence: medium
              reviewBy: "2030-01-01"
            """;
    private static final String RULES = """
            package org.imgeligibility.rules

            rule "Shore leave is for swimmers"
                @requirement("shore-leave") @requires("shore-leave/swims") @source("harbour-rules")
            when
                AsOf()
            then
                conclude.require(drools);
            end

            rule "Swims well enough"
                @requirement("shore-leave/swims") @says("The person swims {someone.swimming}.") @source("harbour-rules#page 4")
            when
                someone : Person(swimming == Swimming.WELL)
            then
                conclude.met(drools);
            end

            rule "Does not swim"
                @requirement("shore-leave/swims") @says("The person swims {someone.swimming}.") @next("Learn to swim.") @source("harbour-rules")
            when
                someone : Person(swimming == Swimming.NOT_AT_ALL)
            then
                conclude.notYet(drools);
            end
            """;

    private static final Evaluator GROWN = new Evaluator(RuleBase.of(new RuleFiles(grown())));

    private static SortedMap<String, String> grown() {
        SortedMap<String, String> files = new TreeMap<>(RuleFiles.of(Path.of("rules")).contents());
        files.merge("questions.yaml", QUESTION, String::concat);
        files.merge("requirements.yaml", REQUIREMENT, String::concat);
        files.merge("sources.yaml", SOURCE, String::concat);
        files.put("sailing.drl", RULES);
        files.computeIfPresent("facts.drl", (name, text) -> text
                .replace("declare Person ", "declare enum Swimming WELL(\"well\"), NOT_AT_ALL(\"not at all\"); title : String end\ndeclare Person ")
                .replace("    insideUs      : Boolean", "    swimming : Swimming @label(\"How the person swims\")\n    insideUs      : Boolean"));
        return files;
    }

    private static Verdict verdict(String applicant) {
        VerdictDocument document = GROWN.evaluate(applicant, new Request(LocalDate.of(2026, 3, 1), "stated", List.of("shore-leave"), true));
        return document.verdicts().get(0);
    }

    @Test
    void theNewQuestionIsAnsweredAndExplained() {
        Verdict met = verdict("{\"person\":{\"swimming\":\"WELL\"}}");
        assertThat(met.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(met.requirement().children().get(0).explanation()).isEqualTo("The person swims well.");
        assertThat(met.requirement().children().get(0).reasons().get(0).sources().get(0).locator()).isEqualTo("page 4");
        assertThat(verdict("{\"person\":{\"swimming\":\"NOT_AT_ALL\"}}").requirement().children().get(0).reasons().get(0).nextStep()).hasValue("Learn to swim.");
        assertThat(verdict("{}").missing()).containsExactly("/person/swimming");
    }

    @Test
    void theNewChoiceIsCheckedInInput() {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(InputException.class, () -> verdict("{\"person\":{\"swimming\":\"WEL\"}}")).problems())
                .singleElement().asString().isEqualTo("/person/swimming: 'WEL' is not one of WELL, NOT_AT_ALL. Maybe WELL.");
    }

    @Test
    void theNewFieldIsInTheSchemaAndTheRestInTheCatalogue() {
        assertThat(JsonSchema.of(GROWN.policy().vocabulary())).contains("\"swimming\"", "\"NOT_AT_ALL\"", "How the person swims");
        assertThat(new Catalogue(GROWN.policy()).json()).contains("\"shore-leave\"", "\"shore-leave/swims\"", "\"harbour-rules\"", "\"Swims well enough\"", "rules/sailing.drl");
    }
}
