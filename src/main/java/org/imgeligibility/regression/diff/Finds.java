package org.imgeligibility.regression.diff;

import java.time.LocalDate;
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
 * What a rule concludes of an applicant on one side, as far as an outcome can depend on it.
 *
 * @param meaning the word, the readings under which it counts on the day, and the ids it names
 * @param about   the requirements or classifications it concludes on; none for a refusal, which concerns all
 */
record Finds(List<Object> meaning, Set<String> about) {

    private static final List<String> ABOUT = List.of("requirement", "classification");
    private static final List<String> NAMED = List.of("requirement", "requires", "where", "unless", "classification", "value");

    static Set<Finds> of(Side side, Rule rule, Applicant applicant, Map<Type, List<Instance>> instances) {
        List<String> readings = side.policy().readings().stream().filter(reading -> holds(rule, applicant.asOf(), reading)).toList();
        return readings.isEmpty() ? Set.of() : Matching.of(rule, instances).stream().map(match -> of(side, rule, readings, match)).collect(Collectors.toSet());
    }

    private static boolean holds(Rule rule, LocalDate day, String reading) {
        return rule.word() == Word.REFUSE || rule.holds(day, reading);
    }

    private static Finds of(Side side, Rule rule, List<String> readings, List<Instance> match) {
        List<Object> meaning = Stream.concat(Stream.of(rule.word(), readings), NAMED.stream().map(name -> ids(side, rule, name, match))).toList();
        return new Finds(meaning, ABOUT.stream().flatMap(name -> ids(side, rule, name, match).stream()).collect(Collectors.toSet()));
    }

    private static List<String> ids(Side side, Rule rule, String name, List<Instance> match) {
        return rule.all(name).stream().map(id -> filled(side, rule, id, match)).toList();
    }

    private static String filled(Side side, Rule rule, String id, List<Instance> match) {
        if (id.indexOf('{') < 0) {
            return id;
        }
        return Template.parse(id, rule, side.policy().types()).parts().stream()
                .map(part -> part instanceof Template.Value value ? String.valueOf(Values.of(value.expression(), match)) : ((Template.Words) part).text()).collect(Collectors.joining());
    }
}
