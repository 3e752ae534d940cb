package org.imgeligibility.batch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.Outcomes;
import org.imgeligibility.verdict.OutcomesJson;

/** Tells what the parts of a batch cost beside the engine, in CPU time of one thread. Argument: a file of applicants. */
final class PartsRun {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 30;

    private PartsRun() {
    }

    public static void main(String[] arguments) throws Exception {
        Evaluator evaluator = new Evaluator(RuleBase.builtIn());
        Vocabulary vocabulary = evaluator.policy().vocabulary();
        Outcomes outcomes = evaluator.outcomes("{\"id\":\"1\"}", new Request(LocalDate.of(2026, 11, 21), "stated", List.of(), false));
        OutcomesJson json = new OutcomesJson(evaluator.policy().questions().keySet());
        List<Line> lines = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            lines.clear();
            try (Lines file = Lines.of(Files.newInputStream(Path.of(arguments[0])))) {
                file.next().ifPresent(lines::add);
                for (List<Line> some = file.some(32); !some.isEmpty(); some = file.some(32)) {
                    lines.addAll(some);
                }
            }
            double read = per(start, lines.size());
            double decoded = each(lines, Line::applicant);
            double understood = each(lines, line -> ApplicantReader.read(vocabulary, line.applicant())) - decoded;
            double written = each(lines, line -> json.line(outcomes));
            if (round > ROUNDS - 4) {
                System.out.println(String.format(Locale.ROOT, "lines %.1f, text %.1f, facts %.1f, answer %.1f: together %.1f microseconds an applicant", read, decoded, understood, written, read + decoded + understood + written));
            }
        }
    }

    private static double each(List<Line> lines, Function<Line, Object> work) {
        long start = THREADS.getCurrentThreadCpuTime();
        long kept = 0;
        for (Line line : lines) {
            kept += System.identityHashCode(work.apply(line)) & 1;
        }
        return kept < 0 ? 0 : per(start, lines.size());
    }

    private static double per(long start, int count) {
        return (THREADS.getCurrentThreadCpuTime() - start) / 1000.0 / count;
    }
}
