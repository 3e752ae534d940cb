package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.language.Rule;

/** Two rules that conclude differently on one requirement for the same facts, pair by pair, with such facts. */
final class Conflicts {

    private static final Comparator<Rule> BY_PLACE = Comparator.comparing((Rule rule) -> rule.place().file()).thenComparing(rule -> rule.place().line());

    private final Folder folder;
    private final Search search;
    private final Ways ways;
    private final Set<Set<String>> found = new HashSet<>();

    private Conflicts(Folder folder, Search search, Conclusions conclusions) {
        this.folder = folder;
        this.search = search;
        this.ways = new Ways(folder.policy(), conclusions);
    }

    static Stream<Finding> findings(Folder folder, Search search, Conclusions conclusions) {
        Conflicts conflicts = new Conflicts(folder, search, conclusions);
        return new Families(folder.policy()).alike(conclusions.findings()).entrySet().stream().flatMap(one -> conflicts.of(one.getKey(), one.getValue()));
    }

    private Stream<Finding> of(String id, List<Aspect> aspects) {
        return IntStream.range(0, aspects.size()).boxed().flatMap(at -> aspects.stream().skip(at + 1L).flatMap(other -> pair(id, aspects.get(at), other).stream()));
    }

    private Optional<Finding> pair(String id, Aspect one, Aspect other) {
        Set<String> names = Set.of(one.rule().name(), other.rule().name());
        if (one.rule().word() == other.rule().word() || names.size() < 2 || found.contains(names)) {
            return Optional.empty();
        }
        for (LocalDate day : new Edges(folder).of(List.of(one, other))) {
            for (String reading : folder.policy().readings()) {
                Optional<Facts> facts = one.holds(day, reading) && other.holds(day, reading) ? facts(List.of(one, other), day, reading) : Optional.empty();
                if (facts.isPresent()) {
                    found.add(names);
                    List<Rule> ordered = Stream.of(one.rule(), other.rule()).sorted(BY_PLACE).toList();
                    return Optional.of(finding(id, ordered.get(0), ordered.get(1), facts.get(), day));
                }
            }
        }
        return Optional.empty();
    }

    /** Facts on which both match, and where they hang on other requirements, both count. */
    private Optional<Facts> facts(List<Aspect> pair, LocalDate day, String reading) {
        return Guards.worlds(pair).stream().filter(world -> world.aspects().size() == pair.size()).flatMap(world -> world.ways(ways, day, reading).stream())
                .flatMap(way -> search.together(Stream.concat(pair.stream(), way.stream()).toList(), day).facts().stream()).findFirst();
    }

    private Finding finding(String id, Rule one, Rule other, Facts facts, LocalDate day) {
        return new Finding(Check.CONFLICT, one.place(), About.requirement(folder, id, one, other), "\"" + one.name() + "\" concludes " + one.word().spelling() + " and \"" + other.name() + "\" ("
                + other.place() + ") " + other.word().spelling() + " on '" + id + "' " + Words.witness(facts, day) + ". Part their conditions, or join the rules.");
    }
}
