package org.imgeligibility.regression.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imgeligibility.regression.diff.Seen.Sight;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.regression.generated.Shrinking;

/** Groups what was seen, and finds the smallest applicant for each group. */
final class Witnesses {

    /** How many applicants of a group are made smaller, the smallest first. */
    private static final int STARTS = 3;

    private final Pair pair;
    private final Side from;
    private final Side to;

    Witnesses(Pair pair, Side from, Side to) {
        this.pair = pair;
        this.from = from;
        this.to = to;
    }

    /** Members of a family that turn the same way on the same witness. */
    private record Found(Sight start, Applicant small, List<Turn> turns, List<Sight> sights, List<Integer> counts, List<Integer> further) {
    }

    /** The worst first, then the most applicants. */
    List<Group> groups(Seen seen) {
        Map<String, Map<Turn, List<Sight>>> families = new LinkedHashMap<>();
        seen.byTurn().forEach((turn, sights) -> families.computeIfAbsent(family(turn), any -> new LinkedHashMap<>()).put(turn, sights));
        return families.values().parallelStream().flatMap(family -> found(family).stream()).map(this::group).toList().stream()
                .sorted(Comparator.comparing(Group::direction).thenComparing(group -> -group.count() - group.further()).thenComparing(group -> group.of().get(0))).toList();
    }

    /** Ids that differ in their last part alone, and turn alike. */
    private static String family(Turn turn) {
        return turn.of().replaceFirst("/[^/]*$", "/") + " " + turn.before() + " " + turn.after();
    }

    private List<Found> found(Map<Turn, List<Sight>> family) {
        List<Found> all = new ArrayList<>();
        family.forEach((turn, sights) -> {
            Optional<Found> same = all.stream().filter(one -> pair.shows(one.small(), turn)).findFirst();
            Found found = same.orElseGet(() -> smallest(turn, sights));
            if (same.isEmpty()) {
                all.add(found);
            }
            found.turns().add(turn);
            found.sights().addAll(sights);
            found.counts().add(Seen.count(sights, true));
            found.further().add(Seen.count(sights, false));
        });
        return all;
    }

    private Found smallest(Turn turn, List<Sight> sights) {
        Found best = null;
        for (Sight start : sights.stream().sorted(Comparator.comparing(sight -> size(sight.applicant()))).limit(STARTS).toList()) {
            Applicant small = Shrinking.smallest(start.applicant(), one -> pair.shows(one, turn));
            if (best == null || size(small) < size(best.small())) {
                best = new Found(start, small, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            }
        }
        return best;
    }

    private static int size(Applicant applicant) {
        return applicant.facts().values().size();
    }

    private Group group(Found found) {
        Turn turn = found.turns().get(0);
        Set<String> readings = found.sights().stream().map(sight -> sight.applicant().reading()).collect(Collectors.toCollection(TreeSet::new));
        Explained explained = Explained.of(from, to, found.small(), turn);
        return new Group(found.turns().stream().map(Turn::of).toList(), to.policy().questions().containsKey(turn.of()), Direction.of(turn.before(), turn.after()), turn.before(), turn.after(),
                readings, found.counts().stream().max(Integer::compare).orElse(0), found.further().stream().max(Integer::compare).orElse(0),
                new Witness(found.small(), found.start().name(), explained.before(), explained.after()));
    }
}
