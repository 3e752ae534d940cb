package org.imgeligibility.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Word;

/** Requirements asked for on the day that nothing can meet, nothing can fail, or nothing decides at all. */
final class Decisions {

    private final Folder folder;
    private final Search search;
    private final Conclusions conclusions;

    private Decisions(Folder folder, Search search, Conclusions conclusions) {
        this.folder = folder;
        this.search = search;
        this.conclusions = conclusions;
    }

    static Stream<Finding> findings(Folder folder, Search search, Conclusions conclusions) {
        Decisions decisions = new Decisions(folder, search, conclusions);
        Map<List<Object>, Finding> once = new LinkedHashMap<>();
        for (String reading : folder.policy().readings()) {
            new Families(folder.policy()).alike(decisions.asked(reading)).forEach((id, aspects) ->
                    decisions.of(id, aspects, reading).ifPresent(finding -> once.putIfAbsent(List.of(finding.check(), finding.subjects()), finding)));
        }
        return once.values().stream();
    }

    /** The requirements asked for that follow from no others and do not say of themselves that they are unsettled, with the rules in force. */
    private Map<String, List<Aspect>> asked(String reading) {
        Map<String, List<Aspect>> asked = new LinkedHashMap<>();
        conclusions.wanted(folder.day(), reading).stream().sorted().filter(id -> !conclusions.hasMembers(id, folder.day(), reading) && folder.policy().requirements().get(id).unsettled().isEmpty())
                .forEach(id -> asked.put(id, conclusions.findings().get(id).stream().filter(aspect -> aspect.holds(folder.day(), reading)).toList()));
        return asked;
    }

    private Optional<Finding> of(String id, List<Aspect> aspects, String reading) {
        boolean met = can(aspects, Set.of(Word.MET));
        boolean failed = can(aspects, Set.of(Word.NOT_YET, Word.BARRED));
        if (met && failed || !met && !failed && can(aspects, Set.of(Word.UNDECIDED))) {
            return Optional.empty();
        }
        String when = " on " + folder.day() + " under the reading '" + reading + "'";
        return Optional.of(met ? finding(Check.NEVER_FAILS, id, "nothing can fail '" + id + "'" + when + ". Write a rule that concludes notYet or barred, or allow it with the reason why it is meant.")
                : failed ? finding(Check.NEVER_MET, id, "nothing can meet '" + id + "'" + when + ". Write a rule that concludes met, or allow it with the reason why it is meant.")
                : finding(Check.NEVER_DECIDED, id, "no rule decides '" + id + "'" + when + ", though it is asked for. Write its rules, or say in 'unsettled' what is missing."));
    }

    private boolean can(List<Aspect> aspects, Set<Word> words) {
        return aspects.stream().filter(aspect -> words.contains(aspect.rule().word()))
                .map(aspect -> search.together(List.of(aspect), folder.day())).anyMatch(result -> result.facts().isPresent() || !result.whole());
    }

    private Finding finding(Check check, String id, String message) {
        return new Finding(check, folder.entries().requirement(id).place(), About.requirement(folder, id), message);
    }
}
