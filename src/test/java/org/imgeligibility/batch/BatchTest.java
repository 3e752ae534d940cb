package org.imgeligibility.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.Outcome;
import org.junit.jupiter.api.Test;

/** Order, what is held in memory, and input that comes slowly. */
class BatchTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final Answers OUTCOMES = new Answers(EVALUATOR, new Request(LocalDate.of(2026, 3, 1), "stated", List.of("ecfmg-application"), false), true);
    private static final Answers DOCUMENTS = new Answers(EVALUATOR, new Request(LocalDate.of(2026, 3, 1), "stated", List.of("ecfmg-application"), false), false);

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void manyThreadsKeepTheOrder() throws IOException {
        String applicants = IntStream.range(0, 2000).mapToObj(id -> "{\"id\":\"" + id + "\"" + (id % 7 == 0 ? ",\"x\":[" + "1,".repeat(id) + "1]" : "") + "}").collect(Collectors.joining("\n"));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Totals totals = new Batch(OUTCOMES, 32).run(Lines.of(stream(applicants)), (text, lines) -> written.write(text));
        List<String> answers = written.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(answers).hasSize(2000);
        IntStream.range(0, 2000).forEach(id -> assertThat(answers.get(id)).startsWith(id % 7 == 0 ? "{\"line\":" + (id + 1) + "," : "{\"applicant\":\"" + id + "\","));
        assertThat(totals.bad()).isEqualTo(286);
        assertThat(totals.count("ecfmg-application", Outcome.UNDETERMINED)).isEqualTo(1714);
    }

    /** Lines without end, each of 1000 characters; counts what was taken of them. */
    private static final class Endless extends InputStream {

        private static final byte[] LINE = ("x".repeat(999) + "\n").getBytes(StandardCharsets.US_ASCII);
        private long taken;

        @Override
        public int read() {
            return LINE[(int) (taken++ % LINE.length)];
        }

        @Override
        public int available() {
            return LINE.length;
        }
    }

    @Test
    void noMoreIsReadAheadThanThreadsHaveUseFor() {
        Endless endless = new Endless();
        int threads = 3;
        long pieces = (2 * threads + 3) * (long) OUTCOMES.atOnce();
        List<Long> ahead = new ArrayList<>();
        try {
            new Batch(OUTCOMES, threads).run(Lines.of(endless), (text, lines) -> {
                ahead.add(endless.taken / Endless.LINE.length - ahead.size() * (long) OUTCOMES.atOnce());
                if (ahead.size() == 500) {
                    throw new IOException("enough");
                }
            });
        } catch (IOException enough) {
            assertThat(enough).hasMessage("enough");
        }
        assertThat(ahead).hasSize(500).allMatch(lines -> lines <= pieces + (1 << 16) / Endless.LINE.length + 1);
    }

    @Test
    void whatTricklesInIsAnsweredAsItComes() throws Exception {
        for (Answers answers : List.of(OUTCOMES, DOCUMENTS)) {
            LinkedBlockingQueue<String> written = new LinkedBlockingQueue<>();
            try (PipedOutputStream typed = new PipedOutputStream(); PipedInputStream input = new PipedInputStream(typed)) {
                Thread batch = new Thread(() -> run(answers, input, written));
                batch.start();
                for (int id = 0; id < 3; id++) {
                    typed.write(("{\"id\":\"" + id + "\"}\n").getBytes(StandardCharsets.UTF_8));
                    typed.flush();
                    assertThat(written.poll(1, TimeUnit.MINUTES)).contains("\"applicant\":\"" + id + "\"").endsWith("}\n");
                }
                typed.close();
                batch.join();
                assertThat(written).isEmpty();
            }
        }
    }

    private static void run(Answers answers, InputStream input, LinkedBlockingQueue<String> written) {
        try {
            new Batch(answers, 2).run(Lines.of(input), (text, lines) -> written.add(new String(text, StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void linesAreReadAsTheyStand() throws IOException {
        Lines lines = new Lines(stream("a\n\n" + "b".repeat(70_000) + "\r\nlong!!\nlast"), 70_001);
        assertThat(lines.next().orElseThrow().text()).containsExactly('a');
        assertThat(lines.next().orElseThrow().text()).isEmpty();
        assertThat(lines.next().orElseThrow().text()).hasSize(70_001).endsWith('b', '\r');
        assertThat(lines.wholeBytes()).isEqualTo(70_005);
        assertThat(lines.next().orElseThrow()).satisfies(line -> assertThat(line.number()).isEqualTo(4));
        assertThat(lines.next().orElseThrow().text()).containsExactly('l', 'a', 's', 't');
        assertThat(lines.wholeBytes()).isEqualTo(70_012);
        assertThat(lines.next()).isEmpty();
        assertThat(new Lines(stream("12345678\nx\n"), 4).next().orElseThrow().text()).containsExactly('1', '2', '3', '4', '5');
    }
}
