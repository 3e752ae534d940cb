package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Suggestion;

/** Parses constraints: comparisons joined by and / or. There is no negation, no assignment, and only calls on days. */
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> MOVES = Set.of("plusDays", "plusMonths", "plusYears", "minusDays", "minusMonths", "minusYears");
    /** The engine's own parser takes exponential time over nested brackets and calls. */
    private static final int MAX_BRACKETS = 6;
    private static final int MAX_CALLS = 3;
    private static final int MAX_PARTS = 400;
    private static final int MAX_TERMS = 8;

    private final Cursor cursor;
    private final Scope scope;
    private int brackets;
    private int calls;
    private int parts;

    ExpressionParser(Cursor cursor, Scope scope) {
        this.cursor = cursor;
        this.scope = scope;
    }

    Expression constraint() {
        Expression left = conjunction();
        while (cursor.take("||")) {
            left = new Expression.Or(left, conjunction());
        }
        return left;
    }

    private Expression conjunction() {
        Expression left = comparison();
        while (cursor.take("&&")) {
            left = new Expression.And(left, comparison());
        }
        return left;
    }

    private void count() {
        if (++parts > MAX_PARTS) {
            throw cursor.fault("A condition has more than " + MAX_PARTS + " parts. Split it.");
        }
    }

    private Expression comparison() {
        Place place = cursor.peek().place();
        count();
        if (cursor.peek().is("(")) {
            return grouped();
        }
        Expression left = sum();
        if (COMPARISONS.contains(cursor.peek().text()) && cursor.peek().kind() == Token.Kind.SYMBOL) {
            String operator = cursor.next().text();
            return TypeCheck.comparison(place, new Expression.Comparison(operator, left, sum()));
        }
        boolean negated = cursor.take("not");
        if (cursor.take("in")) {
            boolean keys = !cursor.peek().is("(");
            return TypeCheck.membership(place, new Expression.Membership(left, members(left), negated, keys));
        } else if (cursor.take("contains")) {
            return TypeCheck.contains(place, new Expression.Contains(left, sum(), negated));
        } else if (cursor.take("within")) {
            return TypeCheck.within(place, new Expression.Within(left, sum(), negated));
        }
        throw cursor.fault("A comparison is expected here (==, <, >=, in, contains, within ...), not " + cursor.peek() + ".");
    }

    private Expression grouped() {
        if (++brackets > MAX_BRACKETS) {
            throw cursor.fault("Brackets nest more than " + MAX_BRACKETS + " deep.");
        }
        cursor.expect("(");
        Expression inner = constraint();
        cursor.expect(")");
        brackets--;
        return inner;
    }

    /** What stands after {@code in}: a list in brackets, or a table, which stands for its keys. */
    private List<Expression> members(Expression left) {
        if (cursor.peek().is("(")) {
            return list();
        }
        Token name = cursor.next();
        Type table = scope.types().type(name.text()).filter(type -> type.kind() == Type.Kind.TABLE && type.key().isPresent())
                .orElseThrow(() -> new LanguageFault(name.place(), "A list in brackets or a table with a key is expected after 'in', not " + name + "."));
        FieldType key = table.field(table.key().orElseThrow()).map(Field::type).orElseGet(FieldType.Text::new);
        if (!key.getClass().equals(left.type().getClass()) && !(left.type() instanceof FieldType.OneOf && key instanceof FieldType.Text)) {
            throw new LanguageFault(name.place(), "The keys of " + name.text() + " are of another kind than what is looked for among them.");
        }
        boolean number = key instanceof FieldType.WholeNumber;
        return scope.types().choices().get(name.text()).choices().stream().map(Choice::id).filter(id -> !number || id.matches("\\d{1,7}"))
                .<Expression>map(id -> new Expression.Literal(number ? (Object) Integer.valueOf(id) : id)).toList();
    }

    private List<Expression> list() {
        cursor.expect("(");
        List<Expression> items = new ArrayList<>(List.of(sum()));
        while (cursor.take(",")) {
            items.add(sum());
        }
        cursor.expect(")");
        return items;
    }

    /** A value: what stands on either side of a comparison, or between braces in a sentence. */
    Expression sum() {
        if (++calls > MAX_CALLS) {
            throw cursor.fault("Calls nest more than " + MAX_CALLS + " deep.");
        }
        Expression left = postfix();
        int terms = 1;
        while (cursor.peek().is("+") || cursor.peek().is("-")) {
            Place place = cursor.peek().place();
            String operator = cursor.next().text();
            if (++terms > MAX_TERMS) {
                throw cursor.fault("A sum has more than " + MAX_TERMS + " terms.");
            }
            left = TypeCheck.arithmetic(place, new Expression.Arithmetic(operator, left, postfix()));
        }
        calls--;
        return left;
    }

    private Expression postfix() {
        Expression value = primary();
        for (int moves = 1; cursor.take("."); moves++) {
            if (moves > MAX_CALLS) {
                throw cursor.fault("More than " + MAX_CALLS + " calls in a row.");
            }
            Place place = cursor.peek().place();
            String method = cursor.word("A call as plusYears(7)");
            if (!MOVES.contains(method)) {
                throw new LanguageFault(place, "'" + method + "' cannot be called in a rule. Possible: " + String.join(", ", MOVES.stream().sorted().toList()) + ".");
            }
            cursor.expect("(");
            value = TypeCheck.moved(place, new Expression.Moved(value, method, sum()));
            cursor.expect(")");
        }
        return value;
    }

    private Expression primary() {
        count();
        Token token = cursor.next();
        if (token.is("!")) {
            throw new LanguageFault("unknown-as-reason", token.place(), "'!' would hold while nothing is known. Write the opposite comparison, which needs a known fact.");
        }
        return switch (token.kind()) {
            case STRING -> literalText(token);
            case WHOLE_NUMBER -> new Expression.Literal(Integer.parseInt(token.text()));
            case FRACTION -> new Expression.Literal(Double.parseDouble(token.text()));
            case WORD -> name(token);
            default -> throw new LanguageFault(token.place(), "A value is expected here, not " + token + ".");
        };
    }

    private static Expression literalText(Token token) {
        if (!token.text().matches("[A-Za-z0-9_ .:/-]*")) {
            throw new LanguageFault(token.place(), "A text in a constraint may hold letters, digits, blanks and _ . : / - only.");
        }
        return new Expression.Literal(token.text());
    }

    private Expression name(Token token) {
        switch (token.text()) {
            case "null":
                return new Expression.Literal(null);
            case "true", "false":
                return new Expression.Literal(Boolean.valueOf(token.text()));
            default:
        }
        if (!cursor.peek().is(".")) {
            return scope.ownField(token.text()).orElseThrow(() -> scope.unknown(token.place(), token.text()));
        }
        if (scope.isBound(token.text())) {
            cursor.expect(".");
            Place place = cursor.peek().place();
            return scope.fieldOf(token.text(), cursor.word("A field"), place);
        }
        if (token.text().equals("LocalDate")) {
            return day();
        }
        FieldType.OneOf choices = scope.types().choices().get(token.text());
        return choices == null ? scope.ownField(token.text()).orElseThrow(() -> scope.unknown(token.place(), token.text())) : choice(choices);
    }

    private Expression choice(FieldType.OneOf choices) {
        cursor.expect(".");
        Place place = cursor.peek().place();
        String id = cursor.word("A choice of " + choices.name());
        if (choices.choice(id).isEmpty()) {
            throw new LanguageFault("unknown-choice", place, choices.name() + " has no choice '" + id + "'."
                    + Suggestion.maybe(id, choices.choices().stream().map(c -> c.id()).toList()));
        }
        return new Expression.Literal(id);
    }

    private Expression day() {
        Place place = cursor.peek().place();
        cursor.expect(".");
        cursor.expect("of");
        cursor.expect("(");
        Expression year = sum();
        cursor.expect(",");
        Expression month = sum();
        cursor.expect(",");
        Expression day = sum();
        cursor.expect(")");
        return TypeCheck.day(place, new Expression.DayOf(year, month, day));
    }
}
