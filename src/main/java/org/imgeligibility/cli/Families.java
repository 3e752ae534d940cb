package org.imgeligibility.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imgeligibility.verdict.VerdictDocument.Verdict;

/** Questions that differ in the last part of their id alone, where there are too many of them to explain each at length. */
final class Families {

    private static final int MOST_SHOWN_APART = 8;

    private final Map<String, List<Verdict>> families;

    Families(List<Verdict> verdicts) {
        families = verdicts.stream().filter(verdict -> verdict.question().indexOf('/') > 0)
                .collect(Collectors.groupingBy(verdict -> name(verdict.question()), LinkedHashMap::new, Collectors.toList()));
        families.values().removeIf(members -> members.size() <= MOST_SHOWN_APART);
    }

    private static String name(String question) {
        return question.substring(0, question.indexOf('/'));
    }

    /** What tells a member from its family. */
    static String member(Verdict verdict) {
        return verdict.question().substring(verdict.question().indexOf('/') + 1);
    }

    boolean contain(Verdict verdict) {
        return verdict.question().indexOf('/') > 0 && families.containsKey(name(verdict.question()));
    }

    /** The members of each family, in the order of the document. */
    Map<String, List<Verdict>> all() {
        return families;
    }
}
