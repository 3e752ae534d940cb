package org.imgeligibility.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accepting what came out changes the expected values that differ, and nothing else. */
class AcceptanceTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final String BEFORE = """
            # Why this file \u00e9 \uD83D\uDE00
            topic: certification
            defaults: { asOf: 2026-03-01, applicant: { school: { country: IN }, ecfmg: { hasId: false } } }
            cases:
              # ELIGIBLE is said on purpose
              - id: one   # the first
                says: ELIGIBLE stands here too
                expect:
                  ecfmg-application: ELIGIBLE   # to be looked at
                  img: 'NO'
              - { id: two, says: S, expect: { img: "YES", ecfmg-application: { missing: [/ecfmg/hasId], outcome: NOT_YET, because: [world-directory], requirements: { world-directory: MET, usmle-id: NOT_YET } } } } # end

              - id: three
                says: S
                expect:
                  ecfmg-application:
                    outcome: NOT_YET
                    because:
                      - usmle-id
                      - world-directory
                  img: "YES"
            """;
    private static final String AFTER = BEFORE.replace("application: ELIGIBLE ", "application: NOT_YET ").replace("'NO'", "'YES'").replace("[/ecfmg/hasId]", "[/school/worldDirectoryNote]")
            .replace("[world-directory]", "[usmle-id]").replace("world-directory: MET", "world-directory: UNKNOWN").replace("- usmle-id\n          - world-directory", "[usmle-id]");

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("some.yaml"), content);
    }

    private Acceptance acceptance(Path file) {
        Regression regression = Regression.of(file, EVALUATOR);
        return regression.acceptance(regression.run());
    }

    @Test
    void commentsOrderAndLayoutStay() throws IOException {
        Path file = file(BEFORE);
        Acceptance acceptance = acceptance(file);
        assertThat(acceptance.byHand()).isEmpty();
        assertThat(acceptance.changes()).hasSize(3);
        assertThat(acceptance.changes().get(0).before()).containsExactly("      ecfmg-application: ELIGIBLE   # to be looked at", "      img: 'NO'");
        assertThat(acceptance.changes().get(0).after()).containsExactly("      ecfmg-application: NOT_YET   # to be looked at", "      img: 'YES'");
        assertThat(Files.readString(file)).isEqualTo(BEFORE);
        acceptance.write();
        assertThat(Files.readString(file)).isEqualTo(AFTER);
        assertThat(Regression.of(file, EVALUATOR).run().isClean()).isTrue();
    }

    @Test
    void whatIsExpectedAlreadyIsLeftAlone() throws IOException {
        assertThat(acceptance(file(AFTER)).changes()).isEmpty();
    }

    @Test
    void aFileThatWasChangedMeanwhileIsNotWritten() throws IOException {
        Path file = file(BEFORE);
        Acceptance acceptance = acceptance(file);
        Files.writeString(file, BEFORE + "# more\n");
        assertThatThrownBy(acceptance::write).isInstanceOf(InputException.class).hasMessageContaining("was changed meanwhile");
        assertThat(Files.readString(file)).isEqualTo(BEFORE + "# more\n");
    }

    @Test
    void aListWithACommentInItIsLeftToTheEditor() throws IOException {
        Acceptance acceptance = acceptance(file(BEFORE.replace("- usmle-id\n", "- usmle-id # because\n")));
        assertThat(acceptance.changes()).isEmpty();
        assertThat(acceptance.byHand()).singleElement().asString().contains("Change it by hand.");
    }

    @Test
    void aRefusalIsNeverAccepted() throws IOException {
        Acceptance acceptance = acceptance(file("cases:\n  - { id: one, says: S, asOf: 2026-03-01, applicant: { school: { accreditor: NONE, accredited: true } }, expect: { img: \"YES\" } }\n"));
        assertThat(acceptance.changes()).isEmpty();
        assertThat(acceptance.byHand()).singleElement().asString().contains("one: a refusal of the applicant");
    }
}
