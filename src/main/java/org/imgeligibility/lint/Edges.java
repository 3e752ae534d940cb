package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/** Days on which what rules find can change, for any facts. */
final class Edges {

    private static final List<Integer> AHEAD = List.of(0, 1, 2, 10);

    private final Folder folder;

    Edges(Folder folder) {
        this.folder = folder;
    }

    /** The day itself, the days on which rules begin and end, and those that their conditions compare the day with. */
    Set<LocalDate> of(List<Aspect> aspects) {
        Set<LocalDate> days = new LinkedHashSet<>(List.of(folder.day()));
        aspects.stream().flatMap(aspect -> Stream.of(aspect.rule().from(), aspect.rule().until())).flatMap(Optional::stream).sorted().forEach(day -> days.addAll(List.of(day, day.minusDays(1))));
        aspects.forEach(aspect -> {
            yearly(aspect.rule()).forEach(days::add);
            columns(aspect).forEach(days::add);
        });
        return days;
    }

    private static Stream<Expression> constraints(Rule rule) {
        return rule.patterns().stream().flatMap(pattern -> pattern.constraints().stream()).flatMap(Edges::simple);
    }

    private static Stream<Expression> simple(Expression constraint) {
        return constraint instanceof Expression.And || constraint instanceof Expression.Or ? constraint.parts().stream().flatMap(Edges::simple) : Stream.of(constraint);
    }

    /** The days of the year that a rule makes, and their neighbours: this year, in the two to come, and in one of which no table speaks yet. */
    List<LocalDate> yearly(Rule rule) {
        return constraints(rule).flatMap(Edges::made).flatMap(made -> AHEAD.stream().map(years -> LocalDate.of(folder.day().getYear() + years, number(made.month()), number(made.day()))))
                .flatMap(Edges::beside).distinct().toList();
    }

    private static Stream<Expression.DayOf> made(Expression part) {
        return part instanceof Expression.DayOf made ? Stream.of(made) : part.parts().stream().flatMap(Edges::made);
    }

    private static int number(Expression written) {
        return (Integer) ((Expression.Literal) written).value();
    }

    static Stream<LocalDate> beside(LocalDate day) {
        return Stream.of(day, day.minusDays(1), day.plusDays(1));
    }

    /** The first and the last day of each column that a rule compares the day with, and their neighbours. */
    private Stream<LocalDate> columns(Aspect aspect) {
        return constraints(aspect.rule()).filter(constraint -> constraint.fields().anyMatch(field -> pattern(aspect, field).type().kind() == Type.Kind.DAY))
                .flatMap(Expression::fields).filter(field -> pattern(aspect, field).type().kind() == Type.Kind.TABLE).flatMap(field -> ends(aspect, field)).flatMap(Edges::beside);
    }

    private static Pattern pattern(Aspect aspect, Expression.FieldOf field) {
        return aspect.rule().patterns().get(field.pattern());
    }

    private Stream<LocalDate> ends(Aspect aspect, Expression.FieldOf field) {
        Table table = folder.policy().tables().get(pattern(aspect, field).type().name());
        TreeSet<LocalDate> days = new TreeSet<>();
        table.rows().stream().map(Table.Row::fact).filter(row -> aspect.isPinned(field.pattern(), row)).map(row -> row.value(field.field().name()))
                .filter(LocalDate.class::isInstance).forEach(value -> days.add((LocalDate) value));
        return days.isEmpty() ? Stream.of() : Stream.of(days.first(), days.last()).distinct();
    }
}
