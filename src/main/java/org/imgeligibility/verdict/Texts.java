package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.Unrolled;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Values;
import org.imgeligibility.rulebase.language.Word;

/** Fills the templates of a policy's rules; each is parsed once. */
public final class Texts {

    private record Key(Rule rule, String text) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.rule == rule && key.text.equals(text);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(rule) * 31 + text.hashCode();
        }
    }

    private static final String ANY = "{}";

    private final Policy policy;
    private final Map<String, List<Concluder>> concluders;
    private final Map<Key, Template> templates;
    private final Map<String, Pattern> shapes;
    private final Function<String, List<Conclusion>> concluding;
    private final Map<String, List<Conclusion>> conclusions = new ConcurrentHashMap<>();
    private final Map<Key, Map<String, List<Ground>>> grounds = new ConcurrentHashMap<>();
    private final Map<Common, List<Finding>> fixed = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<Common, Map<String, InForce>> inForce = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Requirement[] requirements;
    private final List<Rule> refusals;
    private final Map<Ground, Claim> claims = new ConcurrentHashMap<>();

    public Texts(Policy policy) {
        this.policy = policy;
        this.templates = new ConcurrentHashMap<>();
        this.shapes = new ConcurrentHashMap<>();
        this.concluders = concluders();
        this.concluding = this::search;
        this.requirements = numbered();
        this.refusals = refusals();
    }

    private Requirement[] numbered() {
        policy.requirements().keySet().forEach(id -> numbers.put(id, numbers.size()));
        return policy.requirements().values().toArray(Requirement[]::new);
    }

    private List<Rule> refusals() {
        return policy.rules().stream().filter(rule -> rule.word() == Word.REFUSE).toList();
    }

    private Texts(Policy policy, Texts known, Function<Rule, Optional<Rule>> edits) {
        this.policy = policy;
        this.templates = known.templates;
        this.shapes = known.shapes;
        this.concluders = Map.of();
        this.concluding = requirement -> known.conclusions(requirement).stream()
                .flatMap(one -> edits.apply(one.rule()).map(rule -> new Conclusion(this, rule, one.id, requirement, one.fit())).stream()).toList();
        this.requirements = numbered();
        this.refusals = refusals();
    }

    /**
     * The texts of a policy that differs by few rules, without parsing all anew.
     *
     * @param edits what stands in place of a rule of this policy, concluding on the same requirements as before
     */
    public Texts edited(Policy other, Function<Rule, Optional<Rule>> edits) {
        return new Texts(other, this, edits);
    }

    /** The findings that are the same for everybody on a day, made once. */
    List<Finding> findings(Common common) {
        return fixed.computeIfAbsent(common, day -> day.matches().stream().map(match -> new Finding(match, this)).toList());
    }

    /** The same as is in force on their day under a reading, and what follows from it. */
    InForce inForce(Common common, String reading) {
        return inForce.computeIfAbsent(common, any -> new ConcurrentHashMap<>()).computeIfAbsent(reading, any -> new InForce(this, common, reading));
    }

    Outline outline(Findings common) {
        return new Outline(numbers, requirements, common);
    }

    /** The rules that refuse facts as contradictory. */
    List<Rule> refusing() {
        return refusals;
    }

    /** What a match says whoever the applicant is; kept for matches of the engine. */
    Claim claim(Match match) {
        if (match.ground().isEmpty()) {
            return new Claim(match.rule(), match.facts(), at -> false, this);
        }
        Ground ground = match.ground().get();
        Claim known = claims.get(ground);
        return known != null ? known : claims.computeIfAbsent(ground, one -> new Claim(one.rule(), one.chosen(), one::isFilled, this));
    }

    Policy policy() {
        return policy;
    }

    private Template template(Rule rule, String text) {
        return templates.computeIfAbsent(new Key(rule, text), key -> Template.parse(text, rule, policy.types()));
    }

    /** An id: values stand in it as they are written in files. */
    String id(Rule rule, String text, List<Instance> facts) {
        return text.indexOf('{') < 0 ? text : render(template(rule, text), facts, false);
    }

    /** A sentence: values stand in it as people write them. */
    String sentence(Rule rule, String text, List<Instance> facts) {
        return render(template(rule, text), facts, true);
    }

    /** The single value of a text that is one value in braces. */
    Object value(Rule rule, String text, List<Instance> facts) {
        return Values.of(((Template.Value) template(rule, text).parts().get(0)).expression(), facts);
    }

    /** Every field a text of a rule speaks of. */
    Stream<Expression.FieldOf> fieldsOf(Rule rule, String text) {
        return template(rule, text).fields();
    }

    /** Every field the rule's sentences speak of. */
    Stream<Expression.FieldOf> fieldsOf(Rule rule) {
        return Stream.of("says", "next").flatMap(name -> rule.one(name).stream()).flatMap(text -> fieldsOf(rule, text));
    }

    /**
     * A rule that concludes on a requirement.
     *
     * @param fit whether the facts matched so far, the last one new among them, can still give the requirement its id
     */
    static final class Conclusion {

        private final Texts texts;
        private final Rule rule;
        private final String id;
        private final String wanted;
        private final Predicate<List<Instance>> fit;

        /** @param id of the requirement as the rule gives it, perhaps with braces */
        Conclusion(Texts texts, Rule rule, String id, String wanted, Predicate<List<Instance>> fit) {
            this.texts = texts;
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
            return id.indexOf('{') < 0 ? unrolled.of(rule) : texts.grounds(unrolled, rule, id).getOrDefault(wanted, List.of());
        }
    }

    /** The grounds of a rule by the requirement that each concludes on; sorted once, since texts belong to one policy. */
    private Map<String, List<Ground>> grounds(Unrolled unrolled, Rule rule, String id) {
        return grounds.computeIfAbsent(new Key(rule, id), any -> unrolled.of(rule).stream().collect(Collectors.groupingBy(ground -> id(rule, id, ground.chosen()))));
    }

    /** Every rule, of all days and readings, that can conclude on a requirement. */
    List<Conclusion> conclusions(String requirement) {
        return conclusions.computeIfAbsent(requirement, concluding);
    }

    private List<Conclusion> search(String wanted) {
        return Stream.concat(concluders.getOrDefault(wanted, List.of()).stream(), concluders.getOrDefault(ANY, List.of()).stream())
                .sorted(Comparator.comparing(Concluder::number)).flatMap(one -> fit(one.rule(), one.id(), wanted).stream().map(fit -> new Conclusion(this, one.rule(), one.id(), wanted, fit))).toList();
    }

    /** A rule that concludes on an id, which may have braces. */
    private record Concluder(int number, Rule rule, String id) {
    }

    /** Rules by the id they conclude on; where that has braces, under {@link #ANY}. */
    private Map<String, List<Concluder>> concluders() {
        Map<String, List<Concluder>> byId = new HashMap<>();
        for (int number = 0; number < policy.rules().size(); number++) {
            Rule rule = policy.rules().get(number);
            for (String id : rule.word().isFinding() ? rule.all("requirement") : List.<String>of()) {
                byId.computeIfAbsent(id.indexOf('{') < 0 ? id : ANY, any -> new ArrayList<>()).add(new Concluder(number, rule, id));
            }
        }
        return byId;
    }

    private Optional<Predicate<List<Instance>>> fit(Rule rule, String id, String wanted) {
        if (id.indexOf('{') < 0) {
            return id.equals(wanted) ? Optional.of(matched -> true) : Optional.empty();
        }
        Matcher shape = shapes.computeIfAbsent(id, Ids::shape).matcher(wanted);
        if (!shape.matches()) {
            return Optional.empty();
        }
        List<Template.Value> values = template(rule, id).parts().stream().filter(Template.Value.class::isInstance).map(Template.Value.class::cast).toList();
        Map<Integer, Predicate<List<Instance>>> byPattern = new HashMap<>();
        for (int at = 0; at < values.size(); at++) {
            Expression value = values.get(at).expression();
            String given = shape.group(at + 1);
            int complete = value.fields().mapToInt(Expression.FieldOf::pattern).max().orElse(0);
            byPattern.merge(complete, matched -> given.equals(String.valueOf(Values.of(value, matched))), Predicate::and);
        }
        return Optional.of(matched -> byPattern.getOrDefault(matched.size() - 1, any -> true).test(matched));
    }

    private static String render(Template template, List<Instance> facts, boolean forPeople) {
        StringBuilder text = new StringBuilder();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Words words) {
                text.append(words.text());
            } else if (part instanceof Template.Optionally optional) {
                boolean complete = optional.inner().parts().stream().noneMatch(inner -> inner instanceof Template.Value value && Values.of(value.expression(), facts) == null);
                text.append(complete ? render(optional.inner(), facts, forPeople) : "");
            } else if (part instanceof Template.Value value) {
                Object known = Values.of(value.expression(), facts);
                text.append(forPeople ? Wording.of(known, value.expression().type(), value.noun()) : String.valueOf(known));
            }
        }
        return text.toString();
    }
}
