package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;

/** Facts that are all known and on which no rule of a requirement concludes, with such facts. */
final class Gaps {

    private final Folder folder;
    private final Search search;
    private final Conclusions conclusions;
    private final Ways ways;

    private Gaps(Folder folder, Search search, Conclusions conclusions) {
        this.folder = folder;
        this.search = search;
        this.conclusions = conclusions;
        this.ways = new Ways(folder.policy(), conclusions);
    }

    static Stream<Finding> findings(Folder folder, Search search, Conclusions conclusions) {
        Gaps gaps = new Gaps(folder, search, conclusions);
        Map<List<Finding.Subject>, Finding> once = new LinkedHashMap<>();
        new Families(folder.policy()).alike(conclusions.findings()).forEach((id, aspects) -> {
            if (folder.policy().requirements().get(id).unsettled().isEmpty() && !once.containsKey(About.requirement(folder, id))) {
                gaps.of(id, aspects).ifPresent(finding -> once.put(finding.subjects(), finding));
            }
        });
        return once.values().stream();
    }

    private Optional<Finding> of(String id, List<Aspect> aspects) {
        for (LocalDate day : new Edges(folder).of(aspects)) {
            for (String reading : folder.policy().readings()) {
                if (conclusions.wanted(day, reading).contains(id) && !conclusions.hasMembers(id, day, reading)) {
                    for (Guards.World world : Guards.worlds(aspects.stream().filter(aspect -> aspect.holds(day, reading)).toList())) {
                        Optional<Facts> facts = world.ways(ways, day, reading).stream().flatMap(way -> search.facts(way, world.aspects(), day).facts().stream()).findFirst();
                        if (facts.isPresent()) {
                            return Optional.of(finding(id, world, facts.get(), day, reading));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Finding finding(String id, Guards.World world, Facts facts, LocalDate day, String reading) {
        return new Finding(Check.GAP, folder.entries().requirement(id).place(), About.requirement(folder, id), "no rule concludes on '" + id + "' under the reading '" + reading + "'" + world.told() + " "
                + Words.witness(facts, day) + ". Write the missing rule, conclude undecided, or say in 'unsettled' why nobody can know.");
    }
}
