package org.imgeligibility.regression.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.regression.generated.Applicant;

/** Both sides, put to the same applicant. Safe for use by many threads. */
final class Pair {

    private final Side from;
    private final Side to;
    private final Edit edit;
    private final Dependents dependents;
    private final List<String> readings;
    private final Predicate<String> wanted;

    /** What differs under a reading. */
    record Differing(Turn turn, String reading) {
    }

    /** @param touched whether the edited rules find anything else, also where no outcome differs */
    record Compared(boolean touched, List<Differing> differing) {
    }

    Pair(Side from, Side to, Edit edit, List<String> readings, Predicate<String> wanted) {
        this.from = from;
        this.to = to;
        this.edit = edit;
        this.dependents = new Dependents(from, to);
        this.readings = readings;
        this.wanted = wanted;
    }

    Compared compare(Applicant applicant) {
        Edit.Touched touched = edit.touched(applicant);
        if (touched.isNothing()) {
            return new Compared(false, List.of());
        }
        if (!touched.all() && isSame(applicant, touched.ids())) {
            return new Compared(true, List.of());
        }
        return new Compared(true, differing(applicant, readings, dependents.questions(touched, wanted), dependents.classifications(touched)));
    }

    /** Whether the requirements that were touched come to the same, so that nothing that depends on them can differ; classifications are always looked at. */
    private boolean isSame(Applicant applicant, Set<String> ids) {
        boolean classified = ids.stream().anyMatch(id -> !from.policy().requirements().containsKey(id) || !to.policy().requirements().containsKey(id));
        return !classified && standings(from, applicant, ids).equals(standings(to, applicant, ids));
    }

    private List<Map<String, Object>> standings(Side side, Applicant applicant, Set<String> ids) {
        return side.evaluator().standings(side.known(applicant.facts()), applicant.asOf(), readings, ids);
    }

    /** Whether one thing still turns the same way for another applicant. */
    boolean shows(Applicant applicant, Turn turn) {
        return of(applicant, turn.of()).contains(turn);
    }

    /** Whether one thing comes out otherwise, in whatever way. */
    boolean differs(Applicant applicant, String of) {
        return !of(applicant, of).isEmpty();
    }

    private List<Turn> of(Applicant applicant, String of) {
        if (edit.touched(applicant).isNothing()) {
            return List.of();
        }
        boolean question = from.policy().questions().containsKey(of);
        boolean refusal = of.equals(Turn.APPLICANT);
        return differing(applicant, List.of(applicant.reading()), question ? Set.of(of) : Set.of(), question || refusal ? Set.of() : Set.of(of)).stream().map(Differing::turn).toList();
    }

    private List<Differing> differing(Applicant applicant, List<String> some, Set<String> questions, Set<String> classifications) {
        Map<String, Map<String, String>> before = outcomes(from, applicant.facts(), applicant.asOf(), some, questions, classifications);
        Map<String, Map<String, String>> after = outcomes(to, applicant.facts(), applicant.asOf(), some, questions, classifications);
        List<Differing> differing = new ArrayList<>();
        for (String reading : some) {
            if (before.isEmpty() || after.isEmpty()) {
                if (before.isEmpty() != after.isEmpty()) {
                    differing.add(new Differing(new Turn(Turn.APPLICANT, told(before), told(after)), reading));
                }
                continue;
            }
            before.get(reading).forEach((id, outcome) -> {
                String now = after.get(reading).get(id);
                if (now != null && !now.equals(outcome)) {
                    differing.add(new Differing(new Turn(id, outcome, now), reading));
                }
            });
        }
        return differing;
    }

    private static String told(Map<String, Map<String, String>> outcomes) {
        return outcomes.isEmpty() ? Turn.REFUSED : Turn.ACCEPTED;
    }

    private static Map<String, Map<String, String>> outcomes(Side side, Facts facts, LocalDate day, List<String> some, Set<String> questions, Set<String> classifications) {
        return side.evaluator().outcomes(side.known(facts), day, some, questions, classifications);
    }
}
