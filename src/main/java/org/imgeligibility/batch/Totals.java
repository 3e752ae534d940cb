package org.imgeligibility.batch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.batch.Answers.Answer;

/** How many applicants there were, how many lines could not be read, and how often each question came to each outcome. */
public final class Totals {

    private final Map<String, Map<String, Long>> counts = new HashMap<>();
    private long lines;
    private long bad;

    void add(Answer answer) {
        add(answer.outcomes());
    }

    /** @param outcomes by question; none of a line that could not be read */
    void add(Optional<Map<String, String>> outcomes) {
        lines++;
        if (outcomes.isEmpty()) {
            bad++;
        }
        outcomes.ifPresent(some -> some.forEach((question, outcome) -> count(question, outcome, 1)));
    }

    /** Adds what was counted elsewhere. */
    public void add(Totals other) {
        lines += other.lines;
        bad += other.bad;
        other.counts.forEach((question, outcomes) -> outcomes.forEach((outcome, count) -> count(question, outcome, count)));
    }

    private void count(String question, String outcome, long more) {
        counts.computeIfAbsent(question, id -> new HashMap<>()).merge(outcome, more, Long::sum);
    }

    public long lines() {
        return lines;
    }

    public long bad() {
        return bad;
    }

    public long count(String question, String outcome) {
        return counts.getOrDefault(question, Map.of()).getOrDefault(outcome, 0L);
    }

    /** Whether the question was answered for anybody. */
    public boolean has(String question) {
        return counts.containsKey(question);
    }
}
