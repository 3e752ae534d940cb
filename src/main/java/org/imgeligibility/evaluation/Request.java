package org.imgeligibility.evaluation;

import java.time.LocalDate;
import java.util.List;

/**
 * What is asked of an evaluation.
 *
 * @param questions ids, or prefixes ending in {@code *}; empty for every question
 * @param compare   whether to evaluate the other reading too
 */
public record Request(LocalDate asOf, String reading, List<String> questions, boolean compare) {

    boolean asks(String question) {
        return questions.isEmpty() || questions.stream().anyMatch(wanted -> matches(wanted, question));
    }

    public static boolean matches(String wanted, String question) {
        return wanted.endsWith("*") ? question.startsWith(wanted.substring(0, wanted.length() - 1)) : question.equals(wanted);
    }
}
