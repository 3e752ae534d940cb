package org.imgeligibility.regression.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.imgeligibility.facts.Vocabulary.Slot;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Values;

/** Says what makes a rule match, or just fail to: each comparison is brought to its edge. */
final class Aim {

    private static final int MISSES = 5;

    private final Rule rule;
    private final Draft draft;
    private final Random random;
    private final Predicate<Instance> wanted;
    private final List<Instance> matched = new ArrayList<>();

    private Aim(Rule rule, Draft draft, Random random, Predicate<Instance> wanted) {
        this.rule = rule;
        this.draft = draft;
        this.random = random;
        this.wanted = wanted;
    }

    static void at(Rule rule, Draft draft, Random random) {
        at(rule, draft, random, any -> false);
    }

    /** @param wanted rows to take before others */
    static void at(Rule rule, Draft draft, Random random, Predicate<Instance> wanted) {
        new Aim(rule, draft, random, wanted).patterns();
    }

    private void patterns() {
        for (Pattern pattern : rule.patterns()) {
            List<Instance> candidates = draft.instances(pattern.type()).stream().filter(candidate -> suits(pattern, candidate)).toList();
            if (candidates.isEmpty()) {
                return;
            }
            List<Instance> preferred = candidates.stream().filter(wanted).toList();
            matched.add(Pools.draw(preferred.isEmpty() ? candidates : preferred, random));
            for (Expression constraint : pattern.constraints()) {
                reach(constraint, random.nextInt(MISSES) > 0);
                matched.replaceAll(draft::current);
            }
        }
    }

    /** Whether everything holds that no fact of the applicant could change. */
    private boolean suits(Pattern pattern, Instance candidate) {
        matched.add(candidate);
        boolean suits = pattern.constraints().stream().filter(constraint -> constraint.fields().noneMatch(field -> slot(field).isPresent()))
                .allMatch(constraint -> Matching.holds(constraint, matched));
        matched.remove(matched.size() - 1);
        return suits;
    }

    private Optional<Slot> slot(Expression.FieldOf field) {
        Instance fact = matched.get(field.pattern());
        return fact.type().kind() == Type.Kind.SECTION ? draft.slot(fact, field.field()) : Optional.empty();
    }

    /** @param hit whether to satisfy the condition or to miss it */
    private void reach(Expression condition, boolean hit) {
        if (condition instanceof Expression.And and) {
            reach(and.left(), hit);
            reach(and.right(), hit || random.nextBoolean());
        } else if (condition instanceof Expression.Or or) {
            reach(random.nextBoolean() ? or.left() : or.right(), hit);
        } else if (condition instanceof Expression.Comparison comparison) {
            compare(comparison, hit);
        } else if (condition instanceof Expression.Membership in) {
            member(in, in.negated() != hit);
        } else if (condition instanceof Expression.Contains contains) {
            contain(contains, contains.negated() != hit);
        } else if (condition instanceof Expression.Within within) {
            within(within, within.negated() != hit);
        }
    }

    private Object value(Expression part) {
        matched.replaceAll(draft::current);
        return Values.of(part, matched);
    }

    private void compare(Expression.Comparison comparison, boolean hit) {
        boolean leftFirst = isSayable(comparison.left()) && (!isSayable(comparison.right()) || random.nextBoolean());
        Expression said = leftFirst ? comparison.left() : comparison.right();
        Expression other = leftFirst ? comparison.right() : comparison.left();
        if (other instanceof Expression.Literal literal && literal.value() == null) {
            presence(said, comparison.operator().equals("!=") == hit);
            return;
        }
        fill(other);
        String operator = leftFirst ? comparison.operator() : turned(comparison.operator());
        Object wanted = value(other);
        if (wanted instanceof LocalDate day) {
            say(said, day.plusDays(Edge.offset(operator, hit, random)));
        } else if (wanted instanceof Number number) {
            say(said, number.doubleValue() + Edge.offset(operator, hit, random));
        } else if (wanted != null && operator.equals("==") == hit) {
            say(said, wanted);
        } else if (wanted instanceof Boolean flag) {
            say(said, !flag);
        } else if (wanted != null) {
            said.fields().forEach(field -> slot(field).ifPresent(slot -> draft.fill(slot, random)));
        }
    }

    private static String turned(String operator) {
        return operator.startsWith("<") ? operator.replace('<', '>') : operator.replace('>', '<');
    }

    private boolean isSayable(Expression part) {
        return part.fields().anyMatch(field -> slot(field).isPresent());
    }

    private void presence(Expression said, boolean wanted) {
        said.fields().forEach(field -> slot(field).ifPresent(slot -> {
            if (wanted) {
                draft.fill(slot, random);
            } else {
                draft.forget(slot);
            }
        }));
    }

    /** Gives unknown facts in an expression some value, so that it has one. */
    private void fill(Expression part) {
        part.fields().filter(field -> matched.get(field.pattern()).value(field.field().name()) == null)
                .forEach(field -> slot(field).ifPresent(slot -> draft.fill(slot, random)));
    }

    /** Makes an expression come to a value by one of its facts. */
    private void say(Expression part, Object wanted) {
        if (part instanceof Expression.FieldOf field) {
            slot(field).ifPresent(slot -> draft.say(slot, wanted));
        } else if (part instanceof Expression.Moved moved && wanted instanceof LocalDate day) {
            if (value(moved.amount()) instanceof Integer amount) {
                say(moved.day(), Days.back(day, moved.method(), amount));
            }
        } else if (part instanceof Expression.Arithmetic sum && wanted instanceof Number number) {
            fill(sum.right());
            if (value(sum.right()) instanceof Number right) {
                say(sum.left(), sum.operator().equals("+") ? number.doubleValue() - right.doubleValue() : number.doubleValue() + right.doubleValue());
            }
        }
    }

    private void member(Expression.Membership in, boolean inside) {
        List<Object> list = in.list().stream().map(this::value).filter(value -> value != null).toList();
        if (inside && !list.isEmpty()) {
            say(in.item(), Pools.draw(list, random));
        } else {
            in.item().fields().forEach(field -> slot(field).ifPresent(slot -> draft.fill(slot, random)));
        }
    }

    private void contain(Expression.Contains contains, boolean inside) {
        if (!isSayable(contains.list())) {
            List<Object> items = value(contains.list()) == null ? List.of() : Pools.items(value(contains.list()));
            if (inside && !items.isEmpty()) {
                say(contains.item(), Pools.draw(items, random));
            }
            return;
        }
        fill(contains.item());
        fill(contains.list());
        List<Object> items = value(contains.list()) == null ? new ArrayList<>() : Pools.items(value(contains.list()));
        Object item = value(contains.item());
        items.remove(item);
        if (random.nextBoolean()) {
            items.clear();
        }
        if (inside && item != null) {
            items.add(item);
        }
        say(contains.list(), List.copyOf(items));
    }

    private void within(Expression.Within within, boolean inside) {
        fill(within.other());
        List<Object> items = value(within.other()) == null ? List.of() : Pools.items(value(within.other()));
        if (inside && !items.isEmpty()) {
            say(within.list(), random.nextBoolean() ? List.of(Pools.draw(items, random)) : items.stream().limit(2).toList());
        } else {
            within.list().fields().forEach(field -> slot(field).ifPresent(slot -> draft.fill(slot, random)));
        }
    }
}
