package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Requirement.Combine;
import org.imgeligibility.rulebase.language.Word;

/** The ways in which a requirement is met, or decided otherwise: rules that must match together. */
final class Ways {

    /** One way in which nothing need match: what cannot be told is taken as it comes. */
    private static final List<List<Aspect>> ANYHOW = List.of(List.of());
    private static final Set<Word> MET = EnumSet.of(Word.MET);
    private static final Set<Word> NOT_MET = EnumSet.of(Word.NOT_YET, Word.BARRED);
    private static final int MOST = 60;
    private static final int DEEPEST = 4;

    private final Policy policy;
    private final Conclusions conclusions;

    Ways(Policy policy, Conclusions conclusions) {
        this.policy = policy;
        this.conclusions = conclusions;
    }

    List<List<Aspect>> of(String id, boolean met, LocalDate day, String reading) {
        return of(id, met, day, reading, 0);
    }

    private List<List<Aspect>> of(String id, boolean met, LocalDate day, String reading, int depth) {
        List<Aspect> members = conclusions.members(id).stream().filter(aspect -> aspect.holds(day, reading)).toList();
        if (depth > DEEPEST || members.stream().anyMatch(Ways::isOpen)) {
            return ANYHOW;
        } else if (members.isEmpty()) {
            return conclusions.findings().get(id).stream().filter(aspect -> aspect.holds(day, reading) && (met ? MET : NOT_MET).contains(aspect.rule().word())).map(List::of).toList();
        }
        Combine combine = policy.requirements().get(id).combine();
        boolean wanted = met != (combine == Combine.NONE);
        List<List<List<Aspect>>> each = members.stream().flatMap(aspect -> aspect.rule().all("requires").stream()).map(member -> of(member, wanted, day, reading, depth + 1)).toList();
        List<List<Aspect>> ways = (combine == Combine.ANY) == met ? each.stream().flatMap(List::stream).toList() : each.stream().reduce(ANYHOW, Ways::both);
        return ways.size() > MOST ? ANYHOW : ways;
    }

    /** Whether a member is not simply asked of everybody. */
    private static boolean isOpen(Aspect member) {
        return Stream.of("where", "unless").anyMatch(name -> !member.rule().all(name).isEmpty()) || member.rule().all("requires").stream().anyMatch(id -> id.indexOf('{') >= 0);
    }

    /** One of these ways and one of those. */
    static List<List<Aspect>> both(List<List<Aspect>> some, List<List<Aspect>> others) {
        List<List<Aspect>> ways = new ArrayList<>();
        some.forEach(one -> others.forEach(other -> ways.add(Stream.concat(one.stream(), other.stream()).distinct().toList())));
        return ways.size() > MOST ? ANYHOW : ways;
    }
}
