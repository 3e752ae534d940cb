package org.imgeligibility.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Values;
import org.imgeligibility.verdict.Wording;

/** A rule in words for whoever it may concern: an applicant's fact stands there by its label, a table's value by itself where the row is known. */
final class Phrases {

    private final Policy policy;
    private final Rule rule;
    private final List<Instance> known;

    /** @param known one fact for each pattern of the rule, or none for the rule as it is written */
    Phrases(Policy policy, Rule rule, List<Instance> known) {
        this.policy = policy;
        this.rule = rule;
        this.known = known;
    }

    /** What must hold for the rule to match, a sentence part for each condition. */
    List<String> conditions() {
        List<String> all = new ArrayList<>();
        for (Pattern pattern : rule.patterns()) {
            List<String> own = conjuncts(pattern.constraints()).stream().filter(constraint -> !isSettled(constraint)).map(this::condition).distinct().toList();
            if (pattern.type().kind() == Type.Kind.TABLE && known.isEmpty()) {
                all.add("a row of " + pattern.type().name() + (own.isEmpty() ? "" : " where " + String.join(" and ", own)));
            } else {
                all.addAll(own);
            }
        }
        return all;
    }

    /** Nothing of it is left to an applicant. */
    private boolean isSettled(Expression constraint) {
        return !known.isEmpty() && constraint.fields().allMatch(this::isFixed);
    }

    /** The conditions joined by "and", without those that only ask for a value another one tests. */
    private static List<Expression> conjuncts(List<Expression> constraints) {
        List<Expression> all = constraints.stream().flatMap(Phrases::flat).toList();
        return all.stream().filter(one -> !isGuard(one) || all.stream().noneMatch(other -> other != one && other.fields().anyMatch(one.parts().get(0)::equals))).toList();
    }

    private static Stream<Expression> flat(Expression condition) {
        return condition instanceof Expression.And and ? Stream.concat(flat(and.left()), flat(and.right())) : Stream.of(condition);
    }

    private static boolean isGuard(Expression condition) {
        return condition instanceof Expression.Comparison test && test.operator().equals("!=") && isNull(test.right()) && test.left() instanceof Expression.FieldOf;
    }

    private static boolean isNull(Expression value) {
        return value instanceof Expression.Literal literal && literal.value() == null;
    }

    private String condition(Expression condition) {
        if (condition instanceof Expression.And) {
            return conjuncts(List.of(condition)).stream().map(this::condition).collect(Collectors.joining(" and "));
        } else if (condition instanceof Expression.Or either) {
            return alternatives(either).map(one -> one instanceof Expression.And ? "(" + condition(one) + ")" : condition(one)).collect(Collectors.joining(" or ", "(", ")"));
        } else if (condition instanceof Expression.Membership in) {
            return value(in.item()) + (in.negated() ? " is none of " : " is one of ") + new Enumeration(in.list().stream().map(item -> value(item, in.item().type())).toList());
        } else if (condition instanceof Expression.Contains in && isSettled(in.list()) && !isSettled(in.item())) {
            return value(in.item()) + (in.negated() ? " is none of " : " is one of ") + value(in.list());
        } else if (condition instanceof Expression.Contains in) {
            return value(in.list()) + (in.negated() ? " does not include " : " includes ") + value(in.item(), memberType(in.list().type()));
        } else if (condition instanceof Expression.Within in) {
            return value(in.list()) + (in.negated() ? " is empty or goes beyond " : " has members, all of them among ") + value(in.other());
        }
        return comparison((Expression.Comparison) condition);
    }

    private String comparison(Expression.Comparison test) {
        if (isNull(test.right())) {
            boolean given = test.operator().equals("!=");
            boolean fact = test.left() instanceof Expression.FieldOf field && !field.field().absentMeansNone() && kind(field) == Type.Kind.SECTION;
            return value(test.left()) + (fact ? given ? " is known" : " is not known" : given ? " is given" : " is not given");
        }
        boolean turned = test.left() instanceof Expression.Literal || isSettled(test.left()) && !isSettled(test.right());
        Expression subject = turned ? test.right() : test.left();
        Expression other = turned ? test.left() : test.right();
        FieldType type = subject.type() instanceof FieldType.Text ? other.type() : subject.type();
        return value(subject, type) + " " + Operator.words(turned ? Operator.turned(test.operator()) : test.operator(), type instanceof FieldType.Day) + " " + value(other, type);
    }

    private static Stream<Expression> alternatives(Expression condition) {
        return condition instanceof Expression.Or or ? Stream.concat(alternatives(or.left()), alternatives(or.right())) : Stream.of(condition);
    }

    private static FieldType memberType(FieldType list) {
        return list instanceof FieldType.ListOf of ? of.of() : list;
    }

    String value(Expression value) {
        return value(value, value.type());
    }

    /** @param type what the value stands for, where it is a choice told by its id alone */
    private String value(Expression value, FieldType type) {
        if (value instanceof Expression.Literal literal) {
            return Wording.of(literal.value(), type);
        } else if (value.fields().allMatch(this::isFixed)) {
            return Optional.ofNullable(Values.of(value, known)).map(found -> Wording.of(found, type)).orElse("none");
        } else if (value instanceof Expression.FieldOf field) {
            return label(field);
        } else if (value instanceof Expression.Moved moved) {
            return value(moved.day()) + (moved.method().startsWith("minus") ? " minus " : " plus ") + value(moved.amount()) + " " + moved.method().replaceFirst("plus|minus", "").toLowerCase(java.util.Locale.ROOT);
        } else if (value instanceof Expression.DayOf day) {
            return "the day " + value(day.day()) + ", month " + value(day.month()) + " of " + value(day.year());
        }
        Expression.Arithmetic sum = (Expression.Arithmetic) value;
        return value(sum.left()) + (sum.operator().equals("+") ? " plus " : " minus ") + value(sum.right());
    }

    private Type.Kind kind(Expression.FieldOf field) {
        return rule.patterns().get(field.pattern()).type().kind();
    }

    /** Whether a value is the same for every applicant: of the row, the day or the key of an entry. */
    private boolean isFixed(Expression.FieldOf field) {
        Type type = rule.patterns().get(field.pattern()).type();
        return !known.isEmpty() && (type.kind() != Type.Kind.SECTION || type.key().filter(field.field().name()::equals).isPresent());
    }

    private String label(Expression.FieldOf field) {
        Type type = rule.patterns().get(field.pattern()).type();
        if (type.kind() == Type.Kind.DAY) {
            return "the day of the evaluation";
        } else if (type.kind() == Type.Kind.TABLE) {
            return field.field().label() + " of " + type.name();
        }
        String path = known.isEmpty() ? "" : known.get(field.pattern()).prefix() + "/" + field.field().name();
        return policy.vocabulary().slots().containsKey(path) ? policy.vocabulary().label(path) : field.field().label();
    }

    /** A text of the rule; what only an applicant's facts can fill stands in pointed brackets by its label. */
    String sentence(String text) {
        return sentence(Template.parse(text, rule, policy.types()));
    }

    private String sentence(Template template) {
        return template.parts().stream().map(part -> part instanceof Template.Words words ? words.text()
                : part instanceof Template.Optionally some ? isMissing(some.inner()) ? "" : sentence(some.inner()) : filled((Template.Value) part)).collect(Collectors.joining());
    }

    private boolean isMissing(Template optional) {
        return optional.parts().stream().anyMatch(part -> part instanceof Template.Value value && !known.isEmpty()
                && value.expression().fields().allMatch(this::isFixed) && Values.of(value.expression(), known) == null);
    }

    private String filled(Template.Value part) {
        String text = value(part.expression());
        String shown = part.expression().fields().allMatch(this::isFixed) ? text : "‹" + text + "›";
        return part.noun().map(noun -> shown + " " + (text.equals("1") ? noun.replaceFirst("/.*", "") : noun.contains("/") ? noun.substring(noun.indexOf('/') + 1) : noun + "s")).orElse(shown);
    }

    /** The id a text of the rule comes to with the facts known, if they tell it. */
    Optional<String> id(String text) {
        if (text.indexOf('{') < 0 || known.isEmpty()) {
            return Optional.of(text).filter(plain -> plain.indexOf('{') < 0);
        }
        List<Template.Part> parts = Template.parse(text, rule, policy.types()).parts();
        boolean told = parts.stream().noneMatch(part -> part instanceof Template.Value value && Values.of(value.expression(), known) == null);
        return told ? Optional.of(parts.stream().map(part -> part instanceof Template.Words words ? words.text()
                : String.valueOf(Values.of(((Template.Value) part).expression(), known))).collect(Collectors.joining())) : Optional.empty();
    }
}
