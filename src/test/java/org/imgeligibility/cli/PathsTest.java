package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.regression.generated.ApplicantFile;
import org.imgeligibility.regression.generated.Drawn;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.DocumentJson;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever way an applicant is evaluated, the document is the same. */
class PathsTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final int APPLICANTS = 20;

    @TempDir
    private Path folder;

    @Test
    void aQuestionAskedAloneIsAnsweredAsAmongAll() {
        assertThat(Drawn.findings(EVALUATOR.policy(), "one question or all", APPLICANTS, applicant -> {
            VerdictDocument all = document(applicant, List.of(), true);
            Random random = new Random(applicant.facts().values().hashCode());
            List<String> ids = all.verdicts().stream().map(Verdict::question).toList();
            return Stream.generate(() -> ids.get(random.nextInt(ids.size()))).limit(6).flatMap(id -> {
                String alone = DocumentJson.of(document(applicant, List.of(id), true), false);
                return alone.equals(DocumentJson.of(of(all, all.verdicts().stream().filter(verdict -> verdict.question().equals(id)).toList()), false))
                        ? Stream.empty() : Stream.of(id + " for " + applicant);
            });
        })).isEmpty();
    }

    @Test
    void comparingReadingsChangesNothingElse() {
        assertThat(Drawn.findings(EVALUATOR.policy(), "one reading or both", APPLICANTS, applicant -> {
            VerdictDocument both = document(applicant, List.of(), true);
            VerdictDocument one = document(applicant, List.of(), false);
            return DocumentJson.of(of(both, both.verdicts().stream().map(PathsTest::alone).toList()), false).equals(DocumentJson.of(one, false))
                    ? Stream.empty() : Stream.of(applicant.toString());
        })).isEmpty();
    }

    @Test
    void batchAndEvaluateWriteWhatTheEvaluatorFinds() throws IOException {
        List<Applicant> applicants = Drawn.together(EVALUATOR.policy(), "batch and evaluate", APPLICANTS);
        List<String> lines = new ArrayList<>();
        applicants.forEach(applicant -> lines.add(ApplicantFile.of(applicant.facts(), EVALUATOR.policy().vocabulary(), new Random(lines.size()))));
        Applicant first = applicants.get(0);
        Path all = Files.write(folder.resolve("all.jsonl"), lines);
        assertThat(run("batch", all.toString(), "--as-of", first.asOf().toString(), "--reading", first.reading()).lines())
                .containsExactlyElementsOf(applicants.stream().map(applicant -> DocumentJson.of(document(applicant, List.of(), false), false)).toList());
        for (int at = 0; at < 3; at++) {
            Path file = Files.writeString(folder.resolve(at + ".json"), lines.get(at));
            assertThat(run("evaluate", file.toString(), "--format", "json", "--as-of", first.asOf().toString(), "--reading", first.reading()).strip())
                    .isEqualTo(DocumentJson.of(document(applicants.get(at), List.of(), true), true));
        }
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments)).as(err.toString()).isZero();
        return out.toString();
    }

    private static VerdictDocument document(Applicant applicant, List<String> questions, boolean compare) {
        return EVALUATOR.evaluate(applicant.facts(), new Request(applicant.asOf(), applicant.reading(), questions, compare));
    }

    private static VerdictDocument of(VerdictDocument all, List<Verdict> verdicts) {
        return new VerdictDocument(all.asOf(), all.reading(), all.digest(), all.ruleCount(), all.applicant(), all.classifications(), verdicts, all.calendar(), all.context());
    }

    private static Verdict alone(Verdict verdict) {
        return new Verdict(verdict.question(), verdict.title(), verdict.topic(), verdict.outcome(), verdict.confidence(), verdict.weakness(), Optional.empty(), verdict.because(),
                verdict.facts(), verdict.missing(), verdict.metFrom(), verdict.notes(), verdict.applicability(), verdict.requirement(), verdict.faults());
    }
}
