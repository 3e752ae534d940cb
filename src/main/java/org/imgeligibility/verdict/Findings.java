package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::status).thenComparing(Finding.ORDER);

    private final Map<Word, Map<String, List<Finding>>> common;
    private final Map<Word, Map<String, List<Finding>>> own = new EnumMap<>(Word.class);

    private Findings(Map<Word, Map<String, List<Finding>>> common, Collection<Finding> findings, LocalDate day, String reading) {
        this.common = common;
        for (Finding finding : findings) {
            Word word = finding.rule().word();
            if (finding.rule().holds(day, reading)) {
                Map<String, List<Finding>> byId = own.computeIfAbsent(kept(word), any -> new HashMap<>());
                List<String> ids = APART.contains(word) ? List.of("") : finding.ids(word == Word.CLASSIFY ? "classification" : "requirement");
                for (String id : ids) {
                    byId.computeIfAbsent(id, any -> new ArrayList<>(1)).add(finding);
                }
            }
        }
        own.forEach((word, byId) -> byId.values().stream().filter(list -> list.size() > 1).forEach(list -> list.sort(order(word))));
    }

    /** All words that give a status are kept together, under one of them. */
    private static Word kept(Word word) {
        return word.isFinding() ? Word.MET : word;
    }

    private static Comparator<Finding> order(Word kept) {
        return kept == Word.MET ? WORST_FIRST : Finding.ORDER;
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
        return merged(of(common, word, id), of(own, word, id), order(word));
    }

    /** What gives a requirement a status, worst first. */
    List<Finding> concluded(String id) {
        return of(Word.MET, id);
    }

    /** The same with what is concluded for everybody known already. */
    List<Finding> concluded(String id, List<Finding> byEverybody) {
        return merged(byEverybody, of(own, Word.MET, id), WORST_FIRST);
    }

    /** Whether it hangs on this applicant what a requirement needs, or whom it is for. */
    boolean shapes(String id) {
        return !of(own, Word.REQUIRE, id).isEmpty() || !of(own, Word.NOT_APPLICABLE, id).isEmpty();
    }

    private static List<Finding> merged(List<Finding> some, List<Finding> others, Comparator<Finding> order) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        List<Finding> both = new ArrayList<>(some);
        both.addAll(others);
        both.sort(order);
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
