package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Prospect;
import org.imgeligibility.rulebase.language.Prospects;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Values;
import org.imgeligibility.rulebase.language.Word;

/** Which rules give each requirement a status of its own, and which requirements other rules name. */
final class Conclusions {

    private static final List<String> OTHERS = List.of("requires", "where", "unless");

    private final Policy policy;
    private final Map<String, List<Aspect>> findings;
    private final Map<String, List<Aspect>> members;
    private final Map<LocalDate, Map<Type, List<Instance>>> instances = new HashMap<>();
    private final Map<List<Object>, Set<String>> wanted = new HashMap<>();

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

    /** The rules that make it follow from other requirements. */
    List<Aspect> members(String id) {
        return members.get(id);
    }

    /** Whether it follows from other requirements on a day. */
    boolean hasMembers(String id, LocalDate day, String reading) {
        return members.get(id).stream().anyMatch(aspect -> aspect.holds(day, reading));
    }

    /** The requirements that rules in force name beside their own, for some applicant, or that are asked for by name. */
    Set<String> wanted(LocalDate day, String reading) {
        return wanted.computeIfAbsent(List.of(day, reading), any -> {
            Set<String> found = new HashSet<>();
            policy.questions().values().stream().filter(question -> question.isAskedUnder(reading)).forEach(question -> found.add(question.id()));
            policy.rules().stream().filter(rule -> rule.holds(day, reading)).forEach(rule -> named(rule, day).forEach(found::add));
            return found;
        });
    }

    private Stream<String> named(Rule rule, LocalDate day) {
        List<String> others = OTHERS.stream().flatMap(name -> rule.all(name).stream()).toList();
        if (others.stream().allMatch(id -> id.indexOf('{') < 0)) {
            return others.stream();
        }
        List<Prospect> prospects = new Prospects(instances.computeIfAbsent(day, this::instances), List.of()).of(rule, any -> true);
        return others.stream().map(id -> Template.parse(id, rule, policy.types())).flatMap(id -> prospects.stream().map(prospect -> filled(id, prospect))).filter(policy.requirements()::containsKey);
    }

    /** What there is on a day, of an applicant of whom nothing is known. */
    private Map<Type, List<Instance>> instances(LocalDate day) {
        Instances all = new Instances(policy);
        Map<Type, List<Instance>> found = new HashMap<>(all.on(day));
        found.putAll(all.sections(Facts.none()));
        return found;
    }

    /** An id with its values. */
    private static String filled(Template id, Prospect prospect) {
        return id.parts().stream().map(part -> part instanceof Template.Value value
                ? String.valueOf(Values.of(value.expression(), prospect.facts())) : ((Template.Words) part).text()).collect(Collectors.joining());
    }

    /** The requirements that a rule names beside its own. */
    Stream<String> named(Rule rule) {
        return OTHERS.stream().flatMap(name -> rule.all(name).stream()).flatMap(this::ids);
    }
}
