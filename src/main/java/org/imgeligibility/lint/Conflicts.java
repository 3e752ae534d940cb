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
    private final Set<Set<String>> found = new HashSet<>();

    private Conflicts(Folder folder, Search search) {
        this.folder = folder;
        this.search = search;
    }

    static Stream<Finding> findings(Folder folder, Search search, Conclusions conclusions) {
        Conflicts conflicts = new Conflicts(folder, search);
        return new Families(folder.policy()).alike(conclusions.findings()).entrySet().stream().flatMap(one -> conflicts.of(one.getKey(), one.getValue()));
    }

    private Stream<Finding> of(String id, List<Aspect> aspects) {
        return IntStream.range(0, aspects.size()).boxed().flatMap(at -> aspects.stream().skip(at + 1L).flatMap(other -> pair(id, aspects.get(at), other).stream()));
    }

    private Optional<Finding> pair(String id, Aspect one, Aspect other) {
        Set<String> names = Set.of(one.rule().name(), other.rule().name());
        if (one.rule().word() == other.rule().word() || names.size() < 2 || found.contains(names) || !canMeet(one.rule(), other.rule())) {
            return Optional.empty();
        }
        Span both = Span.of(one.rule()).and(Span.of(other.rule()));
        for (LocalDate day : new Edges(folder).of(List.of(one, other)).stream().filter(both::contains).toList()) {
            Optional<Facts> facts = search.together(List.of(one, other), day).facts();
            if (facts.isPresent()) {
                found.add(names);
                List<Rule> ordered = Stream.of(one.rule(), other.rule()).sorted(BY_PLACE).toList();
                return Optional.of(finding(id, ordered.get(0), ordered.get(1), facts.get(), day));
            }
        }
        return Optional.empty();
    }

    private static boolean canMeet(Rule one, Rule other) {
        boolean readings = one.all("reading").isEmpty() || other.all("reading").isEmpty() || one.all("reading").equals(other.all("reading"));
        return readings && !Guards.exclude(one, other);
    }

    private Finding finding(String id, Rule one, Rule other, Facts facts, LocalDate day) {
        return new Finding(Check.CONFLICT, one.place(), About.requirement(folder, id, one, other), "\"" + one.name() + "\" concludes " + one.word().spelling() + " and \"" + other.name() + "\" ("
                + other.place() + ") " + other.word().spelling() + " on '" + id + "' " + Words.witness(facts, day) + ". Part their conditions, or join the rules.");
    }
}
