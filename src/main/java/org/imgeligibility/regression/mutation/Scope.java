package org.imgeligibility.regression.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.regression.generated.Needs;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Values;
import org.imgeligibility.rulebase.language.Word;

/** The rules that the answers to some questions and classifications can depend on, and which of their matches. */
final class Scope {

    private static final Predicate<List<Instance>> ANY = chosen -> true;

    private final Map<Rule, Predicate<List<Instance>>> rules = new IdentityHashMap<>();

    Scope(Policy policy, Needs needs, Set<String> questions, Set<String> classifications) {
        Set<String> requirements = new TreeSet<>();
        questions.forEach(question -> requirements.addAll(needs.of(question)));
        policy.rules().stream().filter(rule -> rule.word() == Word.CLASSIFY && classifications.containsAll(rule.all("classification"))).forEach(rule -> {
            rules.put(rule, ANY);
            Stream.of("where", "unless").flatMap(name -> rule.all(name).stream()).forEach(id -> requirements.addAll(needs.of(id)));
        });
        policy.rules().stream().filter(rule -> rule.word() == Word.REFUSE).forEach(rule -> rules.put(rule, ANY));
        requirements.stream().flatMap(id -> needs.rules(id).stream()).filter(Deciding::decides)
                .forEach(rule -> rules.computeIfAbsent(rule, any -> fit(rule, requirements, policy)));
    }

    /** By rule, which matches matter. */
    Map<Rule, Predicate<List<Instance>>> rules() {
        return rules;
    }

    /** Whether what was matched so far can give the rule one of these requirements. */
    private static Predicate<List<Instance>> fit(Rule rule, Set<String> requirements, Policy policy) {
        List<Predicate<List<Instance>>> fits = new ArrayList<>();
        for (String id : rule.all("requirement")) {
            if (id.indexOf('{') < 0) {
                return ANY;
            }
            List<Expression> values = Template.parse(id, rule, policy.types()).parts().stream().filter(Template.Value.class::isInstance)
                    .map(part -> ((Template.Value) part).expression()).toList();
            fits.add(fit(values, tuples(id, requirements)));
        }
        return chosen -> fits.stream().anyMatch(one -> one.test(chosen));
    }

    /** What stands in place of each value in the ids of this shape. */
    private static Set<List<String>> tuples(String id, Set<String> requirements) {
        Set<List<String>> tuples = new HashSet<>();
        for (String known : requirements) {
            Matcher shape = Ids.shape(id).matcher(known);
            if (shape.matches()) {
                tuples.add(IntStream.rangeClosed(1, shape.groupCount()).mapToObj(shape::group).toList());
            }
        }
        return tuples;
    }

    /** Asks each time that one more value is known whether any tuple has these. */
    private static Predicate<List<Instance>> fit(List<Expression> values, Set<List<String>> tuples) {
        Map<Integer, List<Integer>> known = new HashMap<>();
        Map<Integer, Set<List<String>>> wanted = new HashMap<>();
        values.forEach(value -> {
            int last = last(value);
            List<Integer> positions = IntStream.range(0, values.size()).filter(at -> last(values.get(at)) <= last).boxed().toList();
            known.put(last, positions);
            wanted.put(last, tuples.stream().map(tuple -> positions.stream().map(tuple::get).toList()).collect(Collectors.toSet()));
        });
        return chosen -> {
            List<Integer> positions = known.get(chosen.size() - 1);
            if (positions == null) {
                return true;
            }
            List<String> given = new ArrayList<>(positions.size());
            for (int at : positions) {
                given.add(String.valueOf(Values.of(values.get(at), chosen)));
            }
            return wanted.get(chosen.size() - 1).contains(given);
        };
    }

    private static int last(Expression value) {
        return value.fields().mapToInt(Expression.FieldOf::pattern).max().orElse(0);
    }
}
