package org.imgeligibility.regression.diff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imgeligibility.regression.generated.Applicant;

/**
 * What was seen of all subjects.
 *
 * @param sights    each difference of each subject on each day tried
 * @param otherwise how many subjects the edited rules find otherwise on their own day, with no outcome that differs
 */
record Seen(List<Sight> sights, int otherwise) {

    /**
     * A difference.
     *
     * @param number which subject shows it
     * @param own    whether on the subject's own day
     */
    record Sight(int number, String name, boolean own, Applicant applicant, Turn turn) {
    }

    /** How many subjects come out otherwise on their own day. */
    int differing() {
        return (int) sights.stream().filter(Sight::own).map(Sight::number).distinct().count();
    }

    Map<Direction, Integer> directions() {
        Map<Direction, Set<Integer>> subjects = new TreeMap<>();
        sights.forEach(sight -> subjects.computeIfAbsent(Direction.of(sight.turn().before(), sight.turn().after()), any -> new TreeSet<>()).add(sight.number()));
        Map<Direction, Integer> counts = new TreeMap<>();
        subjects.forEach((direction, numbers) -> counts.put(direction, numbers.size()));
        return counts;
    }

    Map<Turn, List<Sight>> byTurn() {
        return sights.stream().collect(Collectors.groupingBy(Sight::turn, () -> new TreeMap<>(java.util.Comparator.comparing(Turn::of).thenComparing(Turn::before).thenComparing(Turn::after)), Collectors.toList()));
    }

    static int count(List<Sight> sights, boolean own) {
        Set<Integer> onOwn = sights.stream().filter(Sight::own).map(Sight::number).collect(Collectors.toCollection(TreeSet::new));
        return own ? onOwn.size() : (int) sights.stream().map(Sight::number).filter(number -> !onOwn.contains(number)).distinct().count();
    }
}
