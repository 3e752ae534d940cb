package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Rule;

/** The requirements that findings hang on, and which findings count where these are met or not. */
final class Guards {

    /** More of them on one requirement are looked at as if none were met. */
    private static final int MOST = 3;

    private Guards() {
    }

    /**
     * Findings that count together.
     *
     * @param met which of the requirements they hang on are met
     */
    record World(Set<String> met, Set<String> unmet, List<Aspect> aspects) {

        /** How the requirements can be so, as rules that must match together; none where they cannot. */
        List<List<Aspect>> ways(Ways ways, LocalDate day, String reading) {
            List<List<Aspect>> all = List.of(List.of());
            for (String id : met) {
                all = Ways.both(all, ways.of(id, true, day, reading));
            }
            for (String id : unmet) {
                all = Ways.both(all, ways.of(id, false, day, reading));
            }
            return all;
        }

        /** "where a is met and b is not", or nothing. */
        String told() {
            String told = Stream.concat(met.stream().map(id -> "'" + id + "' is met"), unmet.stream().map(id -> "'" + id + "' is not")).collect(Collectors.joining(" and "));
            return told.isEmpty() ? "" : " where " + told;
        }
    }

    static List<World> worlds(List<Aspect> aspects) {
        List<String> guards = aspects.stream().flatMap(aspect -> Stream.of("where", "unless").flatMap(name -> aspect.rule().one(name).stream())).distinct().sorted().limit(MOST).toList();
        return java.util.stream.IntStream.range(0, 1 << guards.size()).mapToObj(bits -> {
            Set<String> met = new TreeSet<>();
            Set<String> unmet = new TreeSet<>();
            for (int at = 0; at < guards.size(); at++) {
                ((bits >> at & 1) == 1 ? met : unmet).add(guards.get(at));
            }
            return new World(met, unmet, aspects.stream().filter(aspect -> counts(aspect.rule(), met)).toList());
        }).filter(world -> !world.aspects().isEmpty()).toList();
    }

    private static boolean counts(Rule rule, Set<String> met) {
        Optional<String> where = rule.one("where");
        return where.map(met::contains).orElseGet(() -> rule.one("unless").filter(met::contains).isEmpty());
    }
}
