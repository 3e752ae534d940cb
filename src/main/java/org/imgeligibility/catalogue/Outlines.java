package org.imgeligibility.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Prospect;
import org.imgeligibility.rulebase.language.Prospects;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;

/**
 * The requirement trees of a policy on a day under a reading, as they are before anything is known of an applicant:
 * what depends on the applicant stands there with its condition. For use by one thread.
 */
public final class Outlines {

    private static final int TOLD_APART = 4;

    private final Policy policy;
    private final Map<Word, List<Shaped>> inForce;
    private final Prospects prospects;
    private final Map<Rule, Map<String, List<Applied>>> byRule = new IdentityHashMap<>();

    public Outlines(Policy policy, LocalDate day, String reading) {
        this.policy = policy;
        this.inForce = policy.rules().stream().filter(rule -> rule.holds(day, reading)).map(Shaped::of).collect(Collectors.groupingBy(rule -> rule.rule().word()));
        Instances instances = new Instances(policy);
        Map<Type, List<Instance>> all = new HashMap<>(instances.on(day));
        all.putAll(instances.sections(Facts.none()));
        this.prospects = new Prospects(all, List.of());
    }

    /** The whole tree of a requirement that is defined, up to the questions in it. */
    public Outline of(String id) {
        return outline(id, new HashSet<>(), any -> !policy.questions().containsKey(any));
    }

    /** The tree of a requirement as far as its parts are its own; other sets of requirements are named alone. */
    public Outline own(String id) {
        return outline(id, new HashSet<>(), part -> !policy.questions().containsKey(part) && (part.startsWith(id + "/") || concluding(part, Word.REQUIRE).isEmpty()));
    }

    private Outline outline(String id, Set<String> told, Predicate<String> open) {
        Requirement requirement = policy.requirements().get(id);
        boolean elsewhere = !told.isEmpty() && !open.test(id);
        if (elsewhere || !told.add(id)) {
            return new Outline(requirement, List.of(), List.of(), List.of(), List.of(), false);
        }
        List<Outline.Member> members = needed(id).entrySet().stream().map(member -> new Outline.Member(outline(member.getKey(), told, open), member.getValue())).toList();
        return new Outline(requirement, members, findings(id), concluding(id, Word.NOT_APPLICABLE), Stream.of(Word.DOUBT, Word.NOTE).flatMap(word -> concluding(id, word).stream()).toList(), true);
    }

    /** What a requirement needs, with the rules that ask for it, in the order of definitions. */
    private Map<String, List<Applied>> needed(String id) {
        Map<String, List<Applied>> needed = new TreeMap<>(Comparator.comparing((String member) -> policy.requirements().get(member).order()));
        concluding(id, Word.REQUIRE).forEach(by -> by.requires().stream().filter(policy.requirements()::containsKey)
                .forEach(member -> needed.computeIfAbsent(member, any -> new ArrayList<>()).add(by)));
        return needed;
    }

    private List<Applied> findings(String id) {
        return Stream.of(Word.values()).filter(Word::isFinding).flatMap(word -> concluding(id, word).stream()).toList();
    }

    private List<Applied> concluding(String id, Word word) {
        return inForce.getOrDefault(word, List.of()).stream().filter(rule -> rule.isAbout(id))
                .flatMap(rule -> byRule.computeIfAbsent(rule.rule(), this::applied).getOrDefault(id, List.of()).stream()).toList();
    }

    /** A rule with the ids it can be about. */
    private record Shaped(Rule rule, Set<String> ids, List<Pattern> shapes) {

        static Shaped of(Rule rule) {
            return new Shaped(rule, Set.copyOf(rule.all("requirement")), rule.all("requirement").stream().filter(id -> id.indexOf('{') >= 0).map(Ids::shape).toList());
        }

        boolean isAbout(String id) {
            return ids.contains(id) || shapes.stream().anyMatch(shape -> shape.matcher(id).matches());
        }
    }

    /** The ways in which a rule can match, by the requirements it is then about; those that read the same once. */
    private Map<String, List<Applied>> applied(Rule rule) {
        Map<String, List<Applied>> applied = new HashMap<>();
        for (Prospect prospect : prospects.of(rule, any -> true)) {
            Phrases phrases = new Phrases(policy, rule, prospect.facts());
            Applied one = Applied.of(policy, rule, prospect.facts());
            rule.all("requirement").stream().flatMap(written -> phrases.id(written).stream()).forEach(id -> {
                List<Applied> same = applied.computeIfAbsent(id, any -> new ArrayList<>());
                if (!same.contains(one)) {
                    same.add(one);
                }
            });
        }
        applied.replaceAll((id, same) -> same.size() > TOLD_APART ? List.of(Applied.written(policy, rule, same.size())) : same);
        return applied;
    }
}
