package org.imgeligibility.regression.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.rulebase.language.Expression;

/** The small harms that can be done to one condition: each gives another condition. */
final class ConditionEdits {

    private static final Map<String, String> OPERATORS = Map.of("==", "!=", "!=", "==", "<", "<=", "<=", "<", ">", ">=", ">=", ">");
    /** Of a longer list only one member is dropped: the others would tell nothing new. */
    private static final int LONG = 8;

    private ConditionEdits() {
    }

    static Stream<Expression> of(Expression condition) {
        if (condition instanceof Expression.And and) {
            return joined(and.left(), and.right(), Expression.And::new);
        } else if (condition instanceof Expression.Or or) {
            return joined(or.left(), or.right(), Expression.Or::new);
        } else if (condition instanceof Expression.Comparison c) {
            return comparison(c);
        } else if (condition instanceof Expression.Membership in) {
            return membership(in);
        } else if (condition instanceof Expression.Contains c) {
            Stream<Expression> others = other(c.item(), c.list().type()).map(item -> new Expression.Contains(c.list(), item, c.negated()));
            return Stream.concat(Stream.of(new Expression.Contains(c.list(), c.item(), !c.negated())), others);
        } else if (condition instanceof Expression.Within w) {
            return Stream.of(new Expression.Within(w.list(), w.other(), !w.negated()));
        }
        return Stream.empty();
    }

    private static Stream<Expression> joined(Expression left, Expression right, java.util.function.BinaryOperator<Expression> join) {
        return Stream.of(Stream.of(left, right), of(left).map(edited -> join.apply(edited, right)), of(right).map(edited -> join.apply(left, edited))).flatMap(Function.identity());
    }

    private static Stream<Expression> comparison(Expression.Comparison c) {
        return Stream.of(Stream.<Expression>of(new Expression.Comparison(OPERATORS.get(c.operator()), c.left(), c.right())),
                other(c.right(), c.left().type()).<Expression>map(value -> new Expression.Comparison(c.operator(), c.left(), value)),
                amounts(c.left()).<Expression>map(left -> new Expression.Comparison(c.operator(), left, c.right())),
                amounts(c.right()).<Expression>map(right -> new Expression.Comparison(c.operator(), c.left(), right))).flatMap(Function.identity());
    }

    /** Members fallen out of the list, and the first replaced by a choice that is not in it; the keys of a table turned round. */
    private static Stream<Expression> membership(Expression.Membership in) {
        if (in.keys()) {
            return Stream.of(new Expression.Membership(in.item(), in.list(), !in.negated(), true));
        }
        List<Expression> edits = new ArrayList<>();
        int dropped = in.list().size() > LONG ? 1 : in.list().size() == 1 ? 0 : in.list().size();
        for (int at = 0; at < dropped; at++) {
            List<Expression> fewer = new ArrayList<>(in.list());
            fewer.remove(at);
            edits.add(new Expression.Membership(in.item(), fewer, in.negated(), false));
        }
        Stream.iterate(in.list().get(0), value -> other(value, in.item().type()).findFirst().orElse(null)).limit(LONG + 1L)
                .takeWhile(value -> value != null).filter(value -> !in.list().contains(value)).findFirst().ifPresent(replaced -> {
                    List<Expression> others = new ArrayList<>(in.list());
                    others.set(0, replaced);
                    edits.add(new Expression.Membership(in.item(), others, in.negated(), false));
                });
        return edits.stream();
    }

    /** Another choice in place of one, or the other of true and false. */
    private static Stream<Expression> other(Expression value, FieldType type) {
        if (!(value instanceof Expression.Literal literal)) {
            return Stream.empty();
        } else if (literal.value() instanceof Boolean flag) {
            return Stream.of(new Expression.Literal(!flag));
        }
        FieldType single = type instanceof FieldType.ListOf list ? list.of() : type;
        return single instanceof FieldType.OneOf of && literal.value() != null ? next(of, literal.value()).stream().map(Expression.Literal::new) : Stream.empty();
    }

    /** The choice listed after one, the first after the last. */
    static Optional<String> next(FieldType.OneOf of, Object id) {
        List<String> ids = of.choices().stream().map(Choice::id).toList();
        int at = ids.indexOf(id);
        return at < 0 || ids.size() < 2 ? Optional.empty() : Optional.of(ids.get((at + 1) % ids.size()));
    }

    /** The same value with one number in it moved by one. */
    private static Stream<Expression> amounts(Expression part) {
        if (part instanceof Expression.Literal literal && literal.value() instanceof Integer number) {
            return Stream.of(number - 1, number + 1).map(Expression.Literal::new);
        } else if (part instanceof Expression.Literal literal && literal.value() instanceof Double number) {
            return Stream.of(number - 1, number + 1).map(Expression.Literal::new);
        } else if (part instanceof Expression.Moved moved) {
            return Stream.concat(amounts(moved.day()).map(day -> new Expression.Moved(day, moved.method(), moved.amount())),
                    amounts(moved.amount()).map(amount -> new Expression.Moved(moved.day(), moved.method(), amount)));
        } else if (part instanceof Expression.Arithmetic sum) {
            return Stream.concat(amounts(sum.left()).map(left -> new Expression.Arithmetic(sum.operator(), left, sum.right())),
                    amounts(sum.right()).map(right -> new Expression.Arithmetic(sum.operator(), sum.left(), right)));
        } else if (part instanceof Expression.DayOf day) {
            return amounts(day.day()).map(moved -> new Expression.DayOf(day.year(), day.month(), moved));
        }
        return Stream.empty();
    }
}
