package org.imgeligibility.lint;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Prospect;
import org.imgeligibility.rulebase.language.Prospects;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/** Some rules on a day, with those that refuse what they look at, and what all of them can find for given facts. */
final class Scene {

    private final Policy policy;
    private final Instances instances;
    private final List<Aspect> aspects;
    private final List<Aspect> refusals;
    private final List<Type> sections;
    private final Set<String> tested;
    private final Map<Type, List<Instance>> all;
    private final Map<Aspect, Map<Type, List<Instance>>> rows = new IdentityHashMap<>();

    Scene(Policy policy, Instances instances, Map<Type, List<Instance>> all, List<Aspect> aspects, List<Rule> refusals) {
        this.policy = policy;
        this.instances = instances;
        this.aspects = aspects;
        this.sections = aspects.stream().flatMap(aspect -> sections(aspect.rule())).distinct().toList();
        this.tested = aspects.stream().flatMap(aspect -> constraints(aspect.rule()).flatMap(Expression::fields).map(field -> name(aspect.rule(), field))).collect(Collectors.toSet());
        this.refusals = refusals.stream().filter(this::canRefuse).map(Aspect::of).toList();
        this.all = all;
    }

    /** Whether all that a refusing rule turns on can come to be said; nothing else is said than what the rules test. */
    private boolean canRefuse(Rule rule) {
        return constraints(rule).allMatch(constraint -> {
            List<String> names = constraint.fields().filter(field -> rule.patterns().get(field.pattern()).type().kind() == Type.Kind.SECTION).map(field -> name(rule, field)).toList();
            return names.isEmpty() || (constraint instanceof Expression.Or ? names.stream().anyMatch(tested::contains) : tested.containsAll(names));
        });
    }

    private static Stream<Expression> constraints(Rule rule) {
        return rule.patterns().stream().flatMap(pattern -> pattern.constraints().stream());
    }

    private static String name(Rule rule, Expression.FieldOf field) {
        return rule.patterns().get(field.pattern()).type().name() + "." + field.field().name();
    }

    private static Stream<Type> sections(Rule rule) {
        return rule.patterns().stream().map(Pattern::type).filter(type -> type.kind() == Type.Kind.SECTION);
    }

    /** The rows a rule looks at; those alone that its requirement stands for, where it looks at no others. */
    private static Map<Type, List<Instance>> rows(Aspect aspect, Map<Type, List<Instance>> all) {
        Map<Type, List<Instance>> rows = new HashMap<>();
        List<Pattern> patterns = aspect.rule().patterns();
        for (int at = 0; at < patterns.size(); at++) {
            int position = at;
            Type type = patterns.get(at).type();
            boolean once = patterns.stream().filter(other -> other.type().equals(type)).count() == 1;
            List<Instance> some = all.getOrDefault(type, List.of());
            rows.put(type, !once || aspect.pins().isEmpty() ? some : some.stream().filter(row -> aspect.isPinned(position, row)).toList());
        }
        return rows;
    }

    List<Aspect> aspects() {
        return aspects;
    }

    /** The rules that refuse what these look at. */
    List<Rule> refusals() {
        return refusals.stream().map(Aspect::rule).toList();
    }

    Vocabulary.Slot slot(String path) {
        return policy.vocabulary().slots().get(path);
    }

    /** The facts looked at that nothing waits for, since leaving them out says that there is none. */
    List<String> absentMeansNone() {
        return policy.vocabulary().slots().values().stream().filter(slot -> slot.field().absentMeansNone() && tested.contains(slot.section().typeName() + "." + slot.field().name()))
                .map(Vocabulary.Slot::path).toList();
    }

    /** What can be found for some facts, empty where they are refused. */
    Optional<View> view(Facts facts) {
        Map<Type, List<Instance>> sections = new HashMap<>();
        this.sections.forEach(type -> sections.put(type, instances.sections(type, facts)));
        List<List<Prospect>> refused = refusals.stream().map(refusal -> prospects(refusal, sections)).toList();
        return refused.stream().flatMap(List::stream).anyMatch(Prospect::isMatch) ? Optional.empty()
                : Optional.of(new View(aspects.stream().map(aspect -> prospects(aspect, sections)).toList(), refused));
    }

    private List<Prospect> prospects(Aspect aspect, Map<Type, List<Instance>> sections) {
        Map<Type, List<Instance>> looked = new HashMap<>(rows.computeIfAbsent(aspect, any -> rows(aspect, all)));
        looked.replaceAll((type, some) -> sections.getOrDefault(type, some));
        return new Prospects(looked, List.of()).of(aspect.rule(), aspect::fits);
    }

    /**
     * What each rule finds or still could.
     *
     * @param refused the same for the rules that refuse, none of which matches
     */
    record View(List<List<Prospect>> found, List<List<Prospect>> refused) {

        /** The same for facts that make no difference to what else could be found. */
        List<Object> state() {
            return Stream.of(found, refused).<Object>map(rules -> rules.stream().map(prospects -> prospects.stream()
                    .map(prospect -> List.of(prospect.facts().stream().map(Instance::prefix).toList(), prospect.waits())).toList()).toList()).toList();
        }
    }
}
