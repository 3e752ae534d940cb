package org.imgeligibility.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/** Requirements that differ by the row of a table alone are looked at once for rows that are alike to their rules. */
final class Families {

    private final Policy policy;

    Families(Policy policy) {
        this.policy = policy;
    }

    /** One requirement for all that are alike, with the rules that conclude on it. */
    Map<String, List<Aspect>> alike(Map<String, List<Aspect>> requirements) {
        Map<Object, String> first = new LinkedHashMap<>();
        Map<String, List<Aspect>> kept = new LinkedHashMap<>();
        requirements.forEach((id, aspects) -> {
            if (aspects.isEmpty() || first.putIfAbsent(aspects.stream().map(this::signature).toList(), id) == null) {
                kept.put(id, aspects);
            }
        });
        return kept;
    }

    private List<Object> signature(Aspect aspect) {
        List<Object> signature = new ArrayList<>(List.of(aspect.rule().name()));
        aspect.pins().forEach(pin -> signature.add(rows(aspect.rule(), pin)));
        return signature;
    }

    /** What the rule can see of the rows that an id stands for. */
    private Object rows(Rule rule, Aspect.Pin pin) {
        Pattern pattern = rule.patterns().get(pin.pattern());
        Table table = policy.tables().get(pattern.type().name());
        if (pattern.type().kind() != Type.Kind.TABLE || table == null || joins(rule, pin)) {
            return pin;
        }
        List<String> seen = rule.patterns().stream().flatMap(one -> one.constraints().stream()).flatMap(Expression::fields)
                .filter(field -> field.pattern() == pin.pattern() && !field.field().name().equals(pin.field())).map(field -> field.field().name()).distinct().sorted().toList();
        return table.rows().stream().filter(row -> pin.value().equals(String.valueOf(row.fact().value(pin.field()))))
                .map(row -> seen.stream().map(name -> Objects.toString(row.fact().value(name))).collect(Collectors.toList())).toList();
    }

    /** Whether the value in the id leads to other rows, which may differ too. */
    private static boolean joins(Rule rule, Aspect.Pin pin) {
        return rule.patterns().stream().flatMap(pattern -> pattern.constraints().stream()).anyMatch(constraint ->
                constraint.fields().anyMatch(field -> field.pattern() == pin.pattern() && field.field().name().equals(pin.field()))
                        && constraint.fields().anyMatch(field -> field.pattern() != pin.pattern() && rule.patterns().get(field.pattern()).type().kind() == Type.Kind.TABLE));
    }
}
