package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;

/**
 * Prints the parsed rules as the DRL that the engine compiles: nothing but types, patterns and one fixed
 * consequence. Every comparison is guarded so that a missing value makes it false, {@code !=} included.
 */
public final class DrlPrinter {

    public static final String PACKAGE = "org.imgeligibility.compiled";
    private static final String HEAD = "package " + PACKAGE + ";\nimport java.time.LocalDate;\nimport java.util.List;\n";

    private DrlPrinter() {
    }

    public static String types(Iterable<Type> types) {
        StringBuilder drl = new StringBuilder(HEAD);
        for (Type type : types) {
            drl.append("declare ").append(name(type)).append('\n');
            type.fields().forEach(field -> drl.append("    ").append(name(field)).append(" : ").append(javaType(field.type())).append('\n'));
            drl.append("end\n");
        }
        return drl.toString();
    }

    /**
     * @param sink  the class of the global that receives the matches
     * @param names the name to compile a rule under, from the rule and its place in the list
     */
    public static String rules(List<Rule> rules, String sink, BiFunction<Rule, Integer, String> names) {
        StringBuilder drl = new StringBuilder(HEAD).append("global ").append(sink).append(" matches;\n");
        for (int index = 0; index < rules.size(); index++) {
            Rule rule = rules.get(index);
            drl.append("rule \"").append(names.apply(rule, index)).append("\" when\n");
            drl.append(patterns(rule));
            drl.append("then matches.add((org.kie.api.runtime.rule.RuleContext) drools); end\n");
        }
        return drl.toString();
    }

    /** What a rule tests, which is all of it that is compiled. */
    public static String patterns(Rule rule) {
        return IntStream.range(0, rule.patterns().size()).mapToObj(at -> "    " + pattern(at, rule.patterns().get(at)) + "\n").collect(Collectors.joining());
    }

    /** Whether a compiled class is one of the types. */
    public static boolean isType(String className) {
        return className.startsWith(PACKAGE + ".T_");
    }

    /** Type names are set apart from those of Java and of the engine. */
    public static String name(Type type) {
        return "T_" + type.name();
    }

    /** Field names are set apart so that none is a keyword of the engine. */
    public static String name(Field field) {
        return "f_" + field.name();
    }

    private static String javaType(FieldType type) {
        return type instanceof FieldType.Flag ? "Boolean" : type instanceof FieldType.Day ? "LocalDate"
                : type instanceof FieldType.WholeNumber ? "Integer" : type instanceof FieldType.Decimal ? "Double"
                : type instanceof FieldType.ListOf ? "List" : "String";
    }

    private static String pattern(int at, Pattern pattern) {
        List<String> constraints = new ArrayList<>();
        for (Expression constraint : pattern.constraints()) {
            guards(at, constraint).stream().filter(guard -> !constraints.contains(guard)).forEach(constraints::add);
            constraints.add(constraint instanceof Expression.And || constraint instanceof Expression.Or ? condition(at, constraint) : core(at, constraint));
        }
        return "b" + at + " : " + name(pattern.type()) + "(" + String.join(", ", constraints) + ")";
    }

    /** Null tests for the fields of a simple condition, unless it is one itself or compares a field with a fixed value. */
    private static List<String> guards(int own, Expression condition) {
        boolean compound = condition instanceof Expression.And || condition instanceof Expression.Or;
        if (compound || condition instanceof Expression.Comparison c && c.left() instanceof Expression.FieldOf
                && c.right() instanceof Expression.Literal literal && (literal.value() == null || c.operator().equals("=="))) {
            return List.of();
        }
        return condition.fields().map(field -> field(own, field) + " != null").distinct().toList();
    }

    /** Chains are printed flat: the engine's parser takes exponential time over nested brackets. */
    private static String condition(int own, Expression condition) {
        if (condition instanceof Expression.Or) {
            return chain(condition).stream().map(part -> part instanceof Expression.Comparison && guards(own, part).isEmpty() ? core(own, part)
                    : "(" + condition(own, part) + ")").collect(Collectors.joining(" || "));
        }
        List<String> parts = new ArrayList<>();
        for (Expression part : chain(condition)) {
            guards(own, part).stream().filter(guard -> !parts.contains(guard)).forEach(parts::add);
            parts.add(part instanceof Expression.Or ? "(" + condition(own, part) + ")" : core(own, part));
        }
        return String.join(" && ", parts);
    }

    /** The members of a chain of one connective; anything else is a chain of itself. */
    private static List<Expression> chain(Expression condition) {
        List<Expression> members = new ArrayList<>();
        collect(condition, condition.getClass(), members);
        return members;
    }

    private static void collect(Expression condition, Class<?> connective, List<Expression> members) {
        boolean connects = condition instanceof Expression.And || condition instanceof Expression.Or;
        if (connects && connective.isInstance(condition)) {
            condition.parts().forEach(part -> collect(part, connective, members));
        } else {
            members.add(condition);
        }
    }

    private static String core(int own, Expression condition) {
        if (condition instanceof Expression.Comparison c) {
            return value(own, c.left()) + " " + c.operator() + " " + value(own, c.right());
        } else if (condition instanceof Expression.Membership m) {
            return value(own, m.item()) + (m.negated() ? " not in (" : " in (")
                    + (m.list().isEmpty() ? "null" : m.list().stream().map(item -> value(own, item)).collect(Collectors.joining(", "))) + ")";
        } else if (condition instanceof Expression.Within w) {
            return (w.negated() ? "!" : "") + Values.class.getName() + ".within(" + value(own, w.list()) + ", " + value(own, w.other()) + ")";
        }
        Expression.Contains c = (Expression.Contains) condition;
        return value(own, c.list()) + (c.negated() ? " not contains " : " contains ") + value(own, c.item());
    }

    private static String value(int own, Expression value) {
        if (value instanceof Expression.Literal literal) {
            return literal.value() instanceof String text ? "\"" + text + "\"" : String.valueOf(literal.value());
        } else if (value instanceof Expression.FieldOf field) {
            return field(own, field);
        } else if (value instanceof Expression.Moved m) {
            return value(own, m.day()) + "." + m.method() + "(" + value(own, m.amount()) + ")";
        } else if (value instanceof Expression.DayOf d) {
            return "LocalDate.of(" + value(own, d.year()) + ", " + value(own, d.month()) + ", " + value(own, d.day()) + ")";
        }
        Expression.Arithmetic sum = (Expression.Arithmetic) value;
        return (sum.operator().equals("+") ? "Integer.sum(" : "Math.subtractExact(") + value(own, sum.left()) + ", " + value(own, sum.right()) + ")";
    }

    private static String field(int own, Expression.FieldOf field) {
        return (field.pattern() == own ? "" : "b" + field.pattern() + ".") + name(field.field());
    }
}
