package org.imgeligibility.regression.diff;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an edit of the rules changes.
 *
 * @param from      the digest of the rules before
 * @param differing how many subjects get another verdict on their own day
 * @param otherwise how many the edited rules find otherwise on their own day, with no outcome that differs
 * @param directions how many subjects turn each way in something, on any day tried
 * @param unknown   facts that were said of subjects and that only one side knows
 * @param labels    how people speak of questions and facts
 */
public record DiffReport(String from, String to, List<Change> changes, Subjects subjects, int differing, int otherwise,
                         Map<Direction, Integer> directions, List<Group> groups, List<Period> periods, List<String> unknown, Labels labels) {

    /** Whether no verdict differs and nothing was left uncompared. */
    public boolean isClean() {
        return groups.isEmpty() && subjects.problems().isEmpty();
    }

    /** How many parts of each kind became what, in words: "2 rules changed". */
    public List<String> counted() {
        Map<String, Long> counts = changes.stream().collect(Collectors.groupingBy(change -> change.kind().ordinal() + "|" + change.what() + "|" + change.how().name().toLowerCase(java.util.Locale.ROOT),
                TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(one -> {
            String[] parts = one.getKey().split("\\|");
            return one.getValue() + " " + parts[1] + (one.getValue() == 1 ? " " : "s ") + parts[2];
        }).toList();
    }
}
