package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Word;

/**
 * What the rules in force on a day found under a reading, by their word and what they are about: first what is the
 * same for everybody, and over it what hangs on an applicant.
 */
final class Findings {

    private static final Set<Word> APART = Set.of(Word.EVENT, Word.CONTEXT, Word.REFUSE);

    private final Map<Word, Map<String, List<Finding>>> common;
    private final Map<Word, Map<String, List<Finding>>> own = new EnumMap<>(Word.class);

    private Findings(Map<Word, Map<String, List<Finding>>> common, Collection<Finding> findings, LocalDate day, String reading) {
        this.common = common;
        for (Finding finding : findings) {
            Word word = finding.rule().word();
            if (finding.rule().holds(day, reading)) {
                Map<String, List<Finding>> byId = own.computeIfAbsent(word, any -> new HashMap<>());
                List<String> ids = APART.contains(word) ? List.of("") : finding.ids(word == Word.CLASSIFY ? "classification" : "requirement");
                ids.forEach(id -> byId.computeIfAbsent(id, any -> new ArrayList<>(1)).add(finding));
            }
        }
        own.values().forEach(byId -> byId.values().stream().filter(list -> list.size() > 1).forEach(list -> list.sort(Finding.ORDER)));
    }

    /** What is the same for everybody. */
    static Findings common(Collection<Finding> findings, LocalDate day, String reading) {
        return new Findings(Map.of(), findings, day, reading);
    }

    /** With what hangs on an applicant. */
    Findings with(Collection<Finding> findings, LocalDate day, String reading) {
        return new Findings(own, findings, day, reading);
    }

    /** By one word of one requirement or classification, in an order that hangs on names alone; "" for what is about none. */
    List<Finding> of(Word word, String id) {
        List<Finding> some = of(common, word, id);
        List<Finding> others = of(own, word, id);
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        List<Finding> both = new ArrayList<>(some);
        both.addAll(others);
        both.sort(Finding.ORDER);
        return both;
    }

    private static List<Finding> of(Map<Word, Map<String, List<Finding>>> findings, Word word, String id) {
        Map<String, List<Finding>> byId = findings.get(word);
        List<Finding> found = byId == null ? null : byId.get(id);
        return found == null ? List.of() : found;
    }

    /** All of one word, whatever they are about. */
    Stream<Finding> all(Word word) {
        return Stream.of(common, own).flatMap(some -> some.getOrDefault(word, Map.of()).values().stream()).flatMap(List::stream);
    }
}
