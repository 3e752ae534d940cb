package org.imgeligibility.batch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.batch.Answers.Answer;
import org.imgeligibility.verdict.Outcome;

/** How many applicants there were, how many lines could not be read, and how often each question came to each outcome. */
public final class Totals {

    private final Map<String, long[]> counts = new HashMap<>();
    private long lines;
    private long bad;

    void add(Answer answer) {
        add(answer.outcomes());
    }

    /** @param outcomes by question; none of a line that could not be read */
    void add(Optional<Map<String, Outcome>> outcomes) {
        lines++;
        if (outcomes.isEmpty()) {
            bad++;
        }
        outcomes.ifPresent(some -> some.forEach((question, outcome) -> counts(question)[outcome.ordinal()]++));
    }

    /** Adds what was counted elsewhere. */
    public void add(Totals other) {
        lines += other.lines;
        bad += other.bad;
        other.counts.forEach((question, more) -> {
            long[] own = counts(question);
            for (int outcome = 0; outcome < own.length; outcome++) {
                own[outcome] += more[outcome];
            }
        });
    }

    private long[] counts(String question) {
        return counts.computeIfAbsent(question, id -> new long[Outcome.values().length]);
    }

    public long lines() {
        return lines;
    }

    public long bad() {
        return bad;
    }

    public long count(String question, Outcome outcome) {
        return has(question) ? counts(question)[outcome.ordinal()] : 0;
    }

    /** Whether the question was answered for anybody. */
    public boolean has(String question) {
        return counts.containsKey(question);
    }
}
