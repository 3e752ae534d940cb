package org.imgeligibility.regression.diff;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Values;
import org.imgeligibility.rulebase.language.Word;

/**
 * What a rule finds of an applicant on one side, as far as an outcome can depend on it.
 *
 * @param meaning what the rule concludes, and under which readings on the day
 * @param about   the requirements or classifications it concludes on; none for a refusal, which concerns all
 * @param matched the facts that matched: entries by their path, rows with all that is in them
 */
record Finds(List<Object> meaning, Set<String> about, List<Object> matched) {

    private static final List<String> MEANING = List.of("requirement", "requires", "where", "unless", "classification", "value");

    static Set<Finds> of(Side side, Rule rule, Applicant applicant, Map<Type, List<Instance>> instances) {
        List<String> readings = side.policy().readings().stream().filter(reading -> holds(rule, applicant.asOf(), reading)).toList();
        if (readings.isEmpty()) {
            return Set.of();
        }
        List<Object> meaning = Stream.concat(Stream.of(rule.word(), readings), MEANING.stream().map(rule::all)).toList();
        Set<Finds> found = new HashSet<>();
        Matching.of(rule, instances).forEach(match -> found.add(new Finds(meaning, about(side, rule, match), match.stream().map(Finds::key).toList())));
        return found;
    }

    private static boolean holds(Rule rule, LocalDate day, String reading) {
        return rule.word() == Word.REFUSE || rule.holds(day, reading);
    }

    private static Object key(Instance fact) {
        return fact.type().kind() == Type.Kind.TABLE ? List.of(fact.prefix(), fact.values()) : fact.prefix();
    }

    private static Set<String> about(Side side, Rule rule, List<Instance> match) {
        return Stream.of("requirement", "classification").flatMap(name -> rule.all(name).stream()).map(id -> filled(side, rule, id, match)).collect(Collectors.toSet());
    }

    private static String filled(Side side, Rule rule, String id, List<Instance> match) {
        if (id.indexOf('{') < 0) {
            return id;
        }
        return Template.parse(id, rule, side.policy().types()).parts().stream()
                .map(part -> part instanceof Template.Value value ? String.valueOf(Values.of(value.expression(), match)) : ((Template.Words) part).text()).collect(Collectors.joining());
    }
}
