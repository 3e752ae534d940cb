package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.language.Prospect;

/**
 * One search. Nothing is said that no rule asks for: as long as a rule waits for an unknown fact, the values about
 * which its conditions turn are tried one by one, but of values that come to the same only the first.
 */
final class Trials {

    private final Scene scene;
    private final LocalDate day;
    private final int matching;
    private final int effort;
    private final Map<String, Object> said = new LinkedHashMap<>();
    private int steps;

    /** @param matching how many of the rules must match; the others must not */
    Trials(Scene scene, LocalDate day, int matching, int effort) {
        this.scene = scene;
        this.day = day;
        this.matching = matching;
        this.effort = effort;
    }

    Search.Result result() {
        boolean found = absences(scene.absentMeansNone(), 0);
        return new Search.Result(found ? Optional.of(facts()) : Optional.empty(), found || steps <= effort);
    }

    private Facts facts() {
        return new Facts(Optional.empty(), said);
    }

    /** Tries what lies about the day for facts that no rule waits for. */
    private boolean absences(List<String> paths, int at) {
        if (at == paths.size()) {
            return scene.view(facts()).filter(this::ends).isPresent();
        } else if (absences(paths, at + 1)) {
            return true;
        }
        for (LocalDate value : List.of(day.minusDays(1), day, day.plusDays(1))) {
            said.put(paths.get(at), value);
            if (absences(paths, at + 1)) {
                return true;
            }
            said.remove(paths.get(at));
        }
        return false;
    }

    /** Whether what is said, or more beside it, is what is looked for. */
    private boolean ends(Scene.View view) {
        if (++steps > effort || isHopeless(view)) {
            return false;
        }
        Optional<Prospect> open = view.found().stream().filter(rule -> rule.stream().noneMatch(Prospect::isMatch)).flatMap(List::stream).findFirst();
        return open.map(prospect -> ask(prospect.waits().stream().sorted().findFirst().orElseThrow(), view)).orElse(true);
    }

    private boolean isHopeless(Scene.View view) {
        return view.found().subList(0, matching).stream().anyMatch(List::isEmpty)
                || view.found().subList(matching, view.found().size()).stream().flatMap(List::stream).anyMatch(Prospect::isMatch);
    }

    private boolean ask(String path, Scene.View view) {
        Turns turns = new Turns(scene.slot(path), day);
        for (int at = 0; at < view.found().size(); at++) {
            for (Prospect prospect : view.found().get(at)) {
                turns.at(scene.aspects().get(at).rule(), prospect.facts());
            }
        }
        Set<Object> states = new HashSet<>();
        for (Object value : turns.values()) {
            said.put(path, value);
            Optional<Scene.View> next = scene.view(facts());
            if (next.filter(one -> turns.isBoundUp() || states.add(one.state())).filter(this::ends).isPresent()) {
                return true;
            }
            said.remove(path);
        }
        return false;
    }
}
