package org.imgeligibility.verdict;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Confidence;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Values;
import org.imgeligibility.rulebase.language.Word;

/** Fills the templates of a policy's rules; each is parsed once. */
public final class Texts {

    record Key(Rule rule, String text) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.rule == rule && key.text.equals(text);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(rule) * 31 + text.hashCode();
        }
    }

    private final Policy policy;
    private final Map<Key, Template> templates;
    private final Concluders concluders;
    private final Map<Common, List<Finding>> fixed = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<Common, Map<String, InForce>> inForce = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Requirement[] requirements;
    private final List<Rule> refusals;
    private final Map<Ground, Claim> claims = new ConcurrentHashMap<>();
    private final Map<Source, Source> cited = new ConcurrentHashMap<>();

    public Texts(Policy policy) {
        this.policy = policy;
        this.templates = new ConcurrentHashMap<>();
        this.concluders = new Concluders(this);
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
        this.concluders = known.concluders.edited(this, edits);
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

    /** A source as it is cited, perhaps relied on less; one object for all who cite it so. */
    Optional<Source> cited(String citation, Optional<Confidence> limit) {
        return policy.cited(citation).map(source -> limit.map(source::noBetterThan).orElse(source)).map(source -> cited.computeIfAbsent(source, one -> one));
    }

    Template template(Rule rule, String text) {
        return templates.computeIfAbsent(new Key(rule, text), key -> Template.parse(text, rule, policy.types()));
    }

    /** An id: values stand in it as they are written in files. */
    String id(Rule rule, String text, List<Instance> facts) {
        return text.indexOf('{') < 0 ? text : render(template(rule, text), facts, false);
    }

    /** A sentence: values stand in it as people write them. */
    String sentence(Rule rule, String text, List<Instance> facts) {
        return sentence(template(rule, text), facts);
    }

    static String sentence(Template template, List<Instance> facts) {
        return render(template, facts, true);
    }

    /** The single value of a text that is one value in braces. */
    Object value(Rule rule, String text, List<Instance> facts) {
        return Values.of(((Template.Value) template(rule, text).parts().get(0)).expression(), facts);
    }

    /** Every field a text of a rule speaks of. */
    List<Expression.FieldOf> fieldsOf(Rule rule, String text) {
        return template(rule, text).fields();
    }

    /** Every field the rule's sentences speak of. */
    Stream<Expression.FieldOf> fieldsOf(Rule rule) {
        return Stream.of("says", "next").flatMap(name -> rule.one(name).stream()).flatMap(text -> fieldsOf(rule, text).stream());
    }

    /** Every rule, of all days and readings, that can conclude on a requirement. */
    List<Concluders.Conclusion> conclusions(String requirement) {
        return concluders.on(requirement);
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
