package org.imgeligibility.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.imgeligibility.batch.Answers.Answer;

/**
 * Answers lines on all processors and writes the answers in the order of the lines. The calling thread reads and writes;
 * it reads no further ahead of what is written than a few pieces of work for each processor.
 */
public final class Batch {

    /** Where answers go. */
    @FunctionalInterface
    public interface Sink {

        /** @param text whole lines, so many of them */
        void write(byte[] text, long lines) throws IOException;
    }

    private final Answers answers;
    private final int threads;
    private final Deque<CompletableFuture<Piece>> window = new ArrayDeque<>();

    public Batch(Answers answers, int threads) {
        this.answers = answers;
        this.threads = threads;
    }

    /** Consecutive lines answered. */
    private record Piece(byte[] text, Totals totals) {
    }

    /** Answers all that is left of the lines, and counts what came of them. */
    public Totals run(Lines lines, Sink sink) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread worker = new Thread(task, "batch");
            worker.setDaemon(true);
            return worker;
        });
        try {
            return run(lines, workers, sink);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Waits for input only when nothing is left to write, so that what trickles in is answered as it comes. */
    private Totals run(Lines lines, ExecutorService workers, Sink sink) throws IOException {
        Totals all = new Totals();
        boolean more = true;
        while (more || !window.isEmpty()) {
            if (more && (window.isEmpty() || !isFull() && lines.isReady())) {
                List<Line> some = lines.some(answers.atOnce());
                more = !some.isEmpty();
                if (more) {
                    window.add(CompletableFuture.supplyAsync(() -> answer(some), workers));
                }
            } else {
                Piece first = join(window.remove());
                sink.write(first.text(), first.totals().lines());
                all.add(first.totals());
            }
        }
        return all;
    }

    private boolean isFull() {
        return window.size() >= 2 * threads + 2;
    }

    private Piece answer(List<Line> lines) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Totals totals = new Totals();
        for (Line line : lines) {
            Answer answer = answers.to(line);
            text.writeBytes(answer.text());
            totals.add(answer);
        }
        return new Piece(text.toByteArray(), totals);
    }

    private static Piece join(CompletableFuture<Piece> piece) {
        try {
            return piece.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(failed.getCause());
        }
    }
}
