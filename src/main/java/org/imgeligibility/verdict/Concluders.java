package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Unrolled;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Values;

/** Which rules of a policy, and which of their grounds, can conclude on a requirement; each is searched once. */
final class Concluders {

    private final Texts texts;
    private final Map<String, List<Concluder>> byId = new HashMap<>();
    private final Map<String, List<Concluder>> byShape = new LinkedHashMap<>();
    private final Map<String, Pattern> shapes = new ConcurrentHashMap<>();
    private final Function<String, List<Conclusion>> concluding;
    private final Map<String, List<Conclusion>> conclusions = new ConcurrentHashMap<>();
    private final Map<Texts.Key, Map<String, List<Ground>>> grounds = new ConcurrentHashMap<>();

    Concluders(Texts texts) {
        this.texts = texts;
        this.concluding = this::search;
        sort(texts.policy());
    }

    private Concluders(Texts texts, Concluders known, Function<Rule, Optional<Rule>> edits) {
        this.texts = texts;
        this.concluding = requirement -> known.on(requirement).stream()
                .flatMap(one -> edits.apply(one.rule()).map(rule -> new Conclusion(this, rule, one.id, requirement, one.fit())).stream()).toList();
    }

    /**
     * Those of a policy that differs by few rules.
     *
     * @param edits what stands in place of a rule, concluding on the same requirements as before
     */
    Concluders edited(Texts other, Function<Rule, Optional<Rule>> edits) {
        return new Concluders(other, this, edits);
    }

    /**
     * A rule that concludes on a requirement.
     *
     * @param fit whether the facts matched so far, the last one new among them, can still give the requirement its id
     */
    static final class Conclusion {

        private final Concluders of;
        private final Rule rule;
        private final String id;
        private final String wanted;
        private final Predicate<List<Instance>> fit;

        /** @param id of the requirement as the rule gives it, perhaps with braces */
        Conclusion(Concluders of, Rule rule, String id, String wanted, Predicate<List<Instance>> fit) {
            this.of = of;
            this.rule = rule;
            this.id = id;
            this.wanted = wanted;
            this.fit = fit;
        }

        Rule rule() {
            return rule;
        }

        Predicate<List<Instance>> fit() {
            return fit;
        }

        /** The grounds on which it can. */
        List<Ground> grounds(Unrolled unrolled) {
            return id.indexOf('{') < 0 ? unrolled.of(rule) : of.grounds(unrolled, rule, id).getOrDefault(wanted, List.of());
        }
    }

    /** The grounds of a rule by the requirement that each concludes on; sorted once, since texts belong to one policy. */
    private Map<String, List<Ground>> grounds(Unrolled unrolled, Rule rule, String id) {
        return grounds.computeIfAbsent(new Texts.Key(rule, id), any -> unrolled.of(rule).stream().collect(Collectors.groupingBy(ground -> texts.id(rule, id, ground.chosen()))));
    }

    /** Every rule, of all days and readings, that can conclude on a requirement. */
    List<Conclusion> on(String requirement) {
        return conclusions.computeIfAbsent(requirement, concluding);
    }

    private List<Conclusion> search(String wanted) {
        return Stream.concat(Stream.of(byId.getOrDefault(wanted, List.of())), byShape.entrySet().stream().filter(shape -> fits(shape.getKey(), wanted)).map(Map.Entry::getValue))
                .flatMap(List::stream).sorted(Comparator.comparing(Concluder::number)).map(one -> new Conclusion(this, one.rule(), one.id(), wanted, fit(one.rule(), one.id(), wanted))).toList();
    }

    private boolean fits(String id, String wanted) {
        return wanted.regionMatches(0, id, 0, id.indexOf('{')) && shape(id, wanted).matches();
    }

    private Matcher shape(String id, String wanted) {
        return shapes.computeIfAbsent(id, Ids::shape).matcher(wanted);
    }

    /** A rule that concludes on an id, which may have braces. */
    private record Concluder(int number, Rule rule, String id) {
    }

    /** Rules by the id they conclude on, those apart that have braces in it. */
    private void sort(Policy policy) {
        for (int number = 0; number < policy.rules().size(); number++) {
            Rule rule = policy.rules().get(number);
            for (String id : rule.word().isFinding() ? rule.all("requirement") : List.<String>of()) {
                (id.indexOf('{') < 0 ? byId : byShape).computeIfAbsent(id, any -> new ArrayList<>()).add(new Concluder(number, rule, id));
            }
        }
    }

    private Predicate<List<Instance>> fit(Rule rule, String id, String wanted) {
        if (id.indexOf('{') < 0) {
            return matched -> true;
        }
        Matcher shape = shape(id, wanted);
        shape.matches();
        List<Template.Value> values = texts.template(rule, id).parts().stream().filter(Template.Value.class::isInstance).map(Template.Value.class::cast).toList();
        Map<Integer, Predicate<List<Instance>>> byPattern = new HashMap<>();
        for (int at = 0; at < values.size(); at++) {
            Expression value = values.get(at).expression();
            String given = shape.group(at + 1);
            int complete = value.fields().mapToInt(Expression.FieldOf::pattern).max().orElse(0);
            byPattern.merge(complete, matched -> given.equals(String.valueOf(Values.of(value, matched))), Predicate::and);
        }
        return matched -> byPattern.getOrDefault(matched.size() - 1, any -> true).test(matched);
    }
}
