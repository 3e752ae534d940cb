package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;

/** Which rules give each requirement a status of its own, and which requirements other rules name. */
final class Conclusions {

    private static final List<String> OTHERS = List.of("requires", "where", "unless");

    private final Policy policy;
    private final Map<String, List<Aspect>> findings;
    private final Map<String, List<Aspect>> members;

    Conclusions(Policy policy) {
        this.policy = policy;
        this.findings = byRequirement(rule -> rule.word().isFinding());
        this.members = byRequirement(rule -> rule.word() == Word.REQUIRE);
    }

    private Map<String, List<Aspect>> byRequirement(Predicate<Rule> wanted) {
        Map<String, List<Aspect>> found = new LinkedHashMap<>();
        policy.requirements().keySet().forEach(id -> found.put(id, new ArrayList<>()));
        policy.rules().stream().filter(wanted).forEach(rule -> rule.all("requirement").forEach(written ->
                ids(written).forEach(id -> Aspect.of(rule, written, id).ifPresent(found.get(id)::add))));
        return found;
    }

    private Stream<String> ids(String written) {
        Pattern shape = Ids.shape(written);
        return written.indexOf('{') < 0 ? Stream.of(written) : policy.requirements().keySet().stream().filter(id -> shape.matcher(id).matches());
    }

    /** Every requirement that rules conclude on, with these rules. */
    Map<String, List<Aspect>> findings() {
        return findings;
    }

    /** Whether it follows from other requirements on a day. */
    boolean hasMembers(String id, LocalDate day, String reading) {
        return members.get(id).stream().anyMatch(aspect -> aspect.holds(day, reading));
    }

    /** The requirements that rules in force name beside their own, or that are asked for by name. */
    TreeSet<String> wanted(LocalDate day, String reading) {
        TreeSet<String> wanted = new TreeSet<>();
        policy.questions().values().stream().filter(question -> question.isAskedUnder(reading)).forEach(question -> wanted.add(question.id()));
        policy.rules().stream().filter(rule -> rule.holds(day, reading)).forEach(rule -> named(rule).forEach(wanted::add));
        return wanted;
    }

    /** The requirements that a rule names beside its own. */
    Stream<String> named(Rule rule) {
        return OTHERS.stream().flatMap(name -> rule.all(name).stream()).flatMap(this::ids);
    }
}
