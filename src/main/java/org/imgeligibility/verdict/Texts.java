package org.imgeligibility.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Values;

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

    private final Policy policy;
    private final Map<Key, Template> templates = new ConcurrentHashMap<>();
    private final Map<String, Pattern> shapes = new ConcurrentHashMap<>();
    private final Map<Common, List<Finding>> fixed = Collections.synchronizedMap(new WeakHashMap<>());

    public Texts(Policy policy) {
        this.policy = policy;
    }

    /** The findings that are the same for everybody on a day, made once. */
    List<Finding> findings(Common common) {
        return fixed.computeIfAbsent(common, day -> day.matches().stream().map(match -> new Finding(match, this)).toList());
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

    /** Every field the rule's sentences speak of. */
    Stream<Expression.FieldOf> fieldsOf(Rule rule) {
        return Stream.of("says", "next").flatMap(name -> rule.one(name).stream()).flatMap(text -> template(rule, text).fields());
    }

    /** What an id with values in it can come to. */
    Pattern shape(String id) {
        return shapes.computeIfAbsent(id, Ids::shape);
    }

    /** How many patterns must have matched before an id can be filled in; 0 when it holds no value. */
    int patternsIn(Rule rule, String id) {
        return id.indexOf('{') < 0 ? 0 : template(rule, id).fields().mapToInt(field -> field.pattern() + 1).max().orElse(0);
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
