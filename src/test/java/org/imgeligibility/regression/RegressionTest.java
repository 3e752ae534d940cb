package org.imgeligibility.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is malformed in a fixture file is told, and what differs is found. */
class RegressionTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());

    @TempDir
    private Path folder;

    private Regression.Result run(String content) throws IOException {
        Files.writeString(folder.resolve("some.yaml"), content);
        return Regression.of(folder, EVALUATOR).run();
    }

    private static String file(String cases) {
        return "topic: certification\nabout: A test.\ndefaults: { asOf: 2026-03-01, reading: stated, applicant: { school: { country: IN } } }\ncases:\n" + cases;
    }

    @Test
    void aDifferenceNamesCaseExpectedActualAndRule() throws IOException {
        Regression.Result result = run(file("  - { id: one, says: Some case, applicant: { ecfmg: { hasId: false } }, expect: { ecfmg-application: ELIGIBLE } }\n"));
        assertThat(result.isClean()).isFalse();
        assertThat(result.differences()).singleElement().satisfies(found -> {
            assertThat(found.fixture().line()).isEqualTo(5);
            assertThat(found.expected()).isEqualTo("ELIGIBLE");
            assertThat(found.actual()).isEqualTo("NOT_YET because of usmle-id");
            assertThat(found.rules()).singleElement().asString().contains("There is no USMLE/ECFMG Identification Number", "certification/certification.drl:");
        });
    }

    @Test
    void aWrongReasonIsADifferenceThoughTheOutcomeIsRight() throws IOException {
        String right = "  - { id: one, says: S, applicant: { ecfmg: { hasId: false } }, expect: { ecfmg-application: { outcome: NOT_YET, because: [usmle-id] } } }\n";
        assertThat(run(file(right)).isClean()).isTrue();
        assertThat(run(file(right.replace("usmle-id", "world-directory"))).isClean()).isFalse();
    }

    @Test
    void wrongMissingFactsAreADifference() throws IOException {
        String right = "  - { id: one, says: S, applicant: { ecfmg: { hasId: true } }, expect: { ecfmg-application: { outcome: UNDETERMINED, missing: [/school/worldDirectoryNote] } } }\n";
        assertThat(run(file(right)).isClean()).isTrue();
        assertThat(run(file(right.replace("[/school/worldDirectoryNote]", "[]"))).isClean()).isFalse();
    }

    @Test
    void theStatusOfARequirementThatDoesNotDecideCanBeExpected() throws IOException {
        String right = "  - { id: one, says: S, applicant: { ecfmg: { hasId: false } }, "
                + "expect: { ecfmg-application: { outcome: NOT_YET, requirements: { usmle-id: NOT_YET, world-directory: UNKNOWN, oet: NOT_ASKED } } } }\n";
        assertThat(run(file(right)).isClean()).isTrue();
        assertThat(run(file(right.replace("oet: NOT_ASKED", "oet: MET"))).isClean()).isFalse();
        assertThat(run(file(right.replace("outcome: NOT_YET, ", ""))).isClean()).isTrue();
        assertThat(run(file(right.replace("outcome: NOT_YET, ", "").replace("usmle-id: NOT_YET", "usmle-id: MET"))).isClean()).isFalse();
        assertThat(run(file(right.replace("world-directory: UNKNOWN", "world-directory: MET"))).differences()).singleElement().satisfies(found -> {
            assertThat(found.expected()).isEqualTo("NOT_YET with world-directory MET");
            assertThat(found.actual()).isEqualTo("NOT_YET because of usmle-id with world-directory UNKNOWN");
            assertThat(found.rules()).containsExactly("no rule concludes on world-directory; it waits for /school/worldDirectoryNote");
        });
    }

    @Test
    void aRuleThatGivesTheReasonCanBeExpected() throws IOException {
        String right = "  - { id: one, says: S, applicant: { ecfmg: { hasId: false } }, expect: { ecfmg-application: { rules: [There is no USMLE/ECFMG Identification Number] } } }\n";
        assertThat(run(file(right)).isClean()).isTrue();
        assertThat(run(file(right.replace("hasId: false", "hasId: true"))).differences()).singleElement().satisfies(found -> {
            assertThat(found.expected()).isEqualTo("any outcome by \"There is no USMLE/ECFMG Identification Number\"");
            assertThat(found.actual()).endsWith(" not by \"There is no USMLE/ECFMG Identification Number\"");
        });
    }

    @Test
    void rulesThatDisagreeAreADifferenceThoughTheOutcomeIsRight() throws IOException {
        TinyRules rules = new TinyRules().rules(TinyRules.rule("Old enough", "Person(age >= 18)")
                + TinyRules.rule("Young still", "Person(age <= 18)").replace("conclude.met", "conclude.notYet").replace("@source", "@next(\"Grow.\") @source")
                + "rule \"Age counts\" @requirement(\"licence\") @requires(\"adult\") @source(\"handbook\") when AsOf() then conclude.require(drools); end\n");
        Files.writeString(folder.resolve("some.yaml"), """
                defaults: { asOf: 2026-03-01 }
                cases:
                  - { id: nineteen, says: S, applicant: { person: { age: 19 } }, expect: { licence: ELIGIBLE } }
                  - { id: eighteen, says: S, applicant: { person: { age: 18 } }, expect: { licence: NOT_YET } }
                """);
        Regression.Result result = Regression.of(folder, new Evaluator(RuleBase.of(rules.files()))).run();
        assertThat(result.differences()).singleElement().satisfies(found -> {
            assertThat(found.fixture().id()).isEqualTo("eighteen");
            assertThat(found.actual()).isEqualTo("NOT_YET because of adult. The rules disagree on Of age: \"Young still\" and \"Old enough\". The worse counts; an editor must look.");
        });
    }

    @Test
    void everythingMalformedIsToldWithItsLine() throws IOException {
        Regression.Result result = run(file("""
                  - { id: one, says: S, expect: { ecfmg-aplication: ELIGIBLE } }
                  - { id: one, says: S, expect: { ecfmg-application: ELIGIBEL } }
                  - { id: two, says: S }
                  - { id: three, says: S, expect: { ecfmg-application: { outcome: ELIGIBLE, because: [usmle-idd] } } }
                  - { id: four, says: S, asOf: soon, expect: { img: "YES" } }
                  - { id: five, says: S, reading: other, expect: { img: "YES" } }
                """));
        assertThat(result.isClean()).isFalse();
        assertThat(String.join("\n", result.problems().stream().map(Object::toString).toList()))
                .contains("some.yaml:5: no question or classification is called 'ecfmg-aplication'. Maybe ecfmg-application.")
                .contains("some.yaml:6: a second case 'one'").contains("'ELIGIBEL' is not one of").contains("some.yaml:7: a case without expectation")
                .contains("no requirement is called 'usmle-idd'. Maybe usmle-id.").contains("asOf 'soon' is not a date").contains("no reading is called 'other'");
    }

    @Test
    void aFolderWithoutCasesIsAFailure() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "nothing");
        assertThat(Regression.of(folder, EVALUATOR).run().isClean()).isFalse();
    }

    @Test
    void theRuleThatMadeTheDifferenceIsThatOfTheRequirementExpectedOtherwise() throws IOException {
        Regression.Result result = run(file("  - { id: one, says: S, applicant: { ecfmg: { hasId: false } }, expect: { ecfmg-application: { outcome: NOT_YET, because: [world-directory] } } }\n"));
        assertThat(result.differences()).singleElement().satisfies(found -> {
            assertThat(found.expected()).isEqualTo("NOT_YET because of world-directory");
            assertThat(found.rules()).anyMatch(rule -> rule.startsWith("no rule concludes on world-directory; it waits for /school/worldDirectoryNote"))
                    .anyMatch(rule -> rule.contains("There is no USMLE/ECFMG Identification Number"));
        });
    }

    @Test
    void aClassificationThatDiffersNamesItsRule() throws IOException {
        assertThat(run(file("  - { id: one, says: S, expect: { img: \"NO\" } }\n")).differences()).singleElement().satisfies(found -> {
            assertThat(found.actual()).isEqualTo("YES");
            assertThat(found.rules()).singleElement().asString().contains(".drl:");
        });
    }

    @Test
    void anApplicantThatTheRulesRefuseIsADifference() throws IOException {
        Regression.Result result = run(file("  - { id: one, says: S, applicant: { school: { accreditor: NONE, accredited: true } }, expect: { img: \"YES\" } }\n"));
        assertThat(result.differences()).singleElement().satisfies(found -> assertThat(found.actual()).startsWith("refused: /school/accredited: No agency"));
    }

    @Test
    void aRefusalCanBeExpectedByItsPaths() throws IOException {
        String right = "  - { id: one, says: S, applicant: { school: { accreditor: NONE, accredited: true } }, expect: { refused: [/school/accredited] } }\n";
        assertThat(run(file(right)).isClean()).isTrue();
        assertThat(run(file(right.replace("[/school/accredited]", "[/school/accreditor]"))).differences()).singleElement()
                .satisfies(found -> assertThat(found.expected()).isEqualTo("a refusal for /school/accreditor"));
        assertThat(run(file(right.replace("accredited: true", "accredited: false"))).differences()).singleElement()
                .satisfies(found -> assertThat(found.actual()).isEqualTo("an applicant without contradictions"));
    }

    @Test
    void aNoteThatMustBeShownIsADifferenceWhenItIsNot() throws IOException {
        String right = "  - { id: one, says: S, reading: current, asOf: 2026-01-12, expect: { usmle-step-1-2: { outcome: UNDETERMINED, notes: [Registration for the Steps moved to FSMB] } } }\n";
        assertThat(run(file(right)).isClean()).isTrue();
        assertThat(run(file(right.replace("2026-01-12", "2026-01-11"))).differences()).singleElement().satisfies(found -> {
            assertThat(found.expected()).isEqualTo("UNDETERMINED with the note \"Registration for the Steps moved to FSMB\"");
            assertThat(found.actual()).endsWith("without it");
            assertThat(found.holds()).isEmpty();
        });
        assertThat(run(file(right.replace("to FSMB", "to FSMC"))).problems()).singleElement().asString().endsWith("Maybe Registration for the Steps moved to FSMB.");
    }

    @Test
    void whatMustStandBesideTheVerdictsIsADifferenceWhenItDoesNot() throws IOException {
        String right = "  - { id: one, says: S, applicant: { plan: { specialty: PATHOLOGY } }, expect: { context: [The share of IMGs in the specialty] } }\n";
        assertThat(run(file(right)).isClean()).isTrue();
        assertThat(run(file(right.replace("PATHOLOGY", "null"))).differences()).singleElement()
                .satisfies(found -> assertThat(found.actual()).startsWith("without \""));
    }

    @Test
    void nullTakesAFactOfTheDefaultsAway() throws IOException {
        assertThat(run(file("  - { id: one, says: S, applicant: { school: { country: null } }, expect: { img: UNKNOWN } }\n")).isClean()).isTrue();
        assertThat(run(file("  - { id: one, says: S, applicant: { school: null }, expect: { img: UNKNOWN } }\n")).isClean()).isTrue();
    }
}
