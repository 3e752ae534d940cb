package org.imgeligibility.regression.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Template;
import org.imgeligibility.rulebase.language.Type;

/** Every edit of a table's cells that rules decide by: what they test, what they take ids from, and days in force. */
final class CellMutants {

    private static final List<String> IDS = List.of("requirement", "requires", "where", "unless");

    private final Policy policy;
    private final List<Rule> deciding;
    private final Set<String> ids = new TreeSet<>();

    CellMutants(Policy policy, List<Rule> deciding) {
        this.policy = policy;
        this.deciding = deciding;
        deciding.forEach(rule -> IDS.stream().flatMap(name -> rule.all(name).stream()).filter(id -> id.indexOf('{') >= 0)
                    .flatMap(id -> Template.parse(id, rule, policy.types()).fields().stream()).forEach(field -> ids.add(name(rule, field))));
    }

    private static String name(Rule rule, Expression.FieldOf field) {
        return rule.patterns().get(field.pattern()).type().name() + "." + field.field().name();
    }

    List<Mutant> of(Table table) {
        List<Mutant> mutants = new ArrayList<>();
        Type type = table.type();
        for (Field field : type.fields()) {
            boolean isKey = type.key().filter(field.name()::equals).isPresent() || type.unique().contains(field.name());
            if (!isKey) {
                table.rows().forEach(row -> cell(table, row, field, mutants));
            }
        }
        return mutants;
    }

    private void cell(Table table, Table.Row row, Field field, List<Mutant> mutants) {
        Object old = row.fact().value(field.name());
        others(field.type(), old).forEach(value -> {
            Map<String, Object> values = new HashMap<>(row.fact().values());
            value.ifPresentOrElse(some -> values.put(field.name(), some), () -> values.remove(field.name()));
            Table.Row edited = new Table.Row(new Instance(row.fact().type(), row.fact().prefix(), values), row.line());
            if (!isRead(table.type(), row, edited, field)) {
                return;
            }
            boolean decides = ids.contains(table.type().name() + "." + field.name());
            mutants.add(new Mutant(table.file(), row.line(), subject(table, row), field.name() + ": " + shown(old),
                    field.name() + ": " + value.map(CellMutants::shown).orElse("(empty)"), new Change.OfCell(table.type(), row, edited, field.name(), decides)));
        });
    }

    /** Whether any rule that decides can tell the edited row from the other. */
    private boolean isRead(Type type, Table.Row row, Table.Row edited, Field field) {
        boolean inForce = type.dated() && Set.of("from", "until").contains(field.name());
        return deciding.stream().anyMatch(rule -> IntStream.range(0, rule.patterns().size()).filter(at -> rule.patterns().get(at).type().equals(type)).anyMatch(at -> {
            boolean before = Change.OfCell.suits(rule, at, row);
            boolean after = Change.OfCell.suits(rule, at, edited);
            return before != after || before && (inForce || ids.contains(type.name() + "." + field.name()) || isCompared(rule, at, field));
        }));
    }

    /** Whether a condition compares the row's field with something of another pattern. */
    private static boolean isCompared(Rule rule, int at, Field field) {
        return rule.patterns().stream().flatMap(pattern -> pattern.constraints().stream())
                .filter(constraint -> constraint.fields().anyMatch(one -> one.pattern() != at))
                .anyMatch(constraint -> constraint.fields().anyMatch(one -> one.pattern() == at && one.field().name().equals(field.name())));
    }

    /** The row's key, counted where several share it. */
    private static String subject(Table table, Table.Row row) {
        List<Table.Row> alike = table.rows().stream().filter(other -> other.fact().prefix().equals(row.fact().prefix())).toList();
        return "row " + row.fact().prefix().replaceFirst(".*#", "") + (alike.size() > 1 ? " (" + (alike.indexOf(row) + 1) + ")" : "");
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }

    /** What may come to stand in a cell by mistake; empty for a text fallen out. */
    private static Stream<Optional<Object>> others(FieldType type, Object old) {
        if (old instanceof LocalDate day) {
            return Stream.of(Optional.of(day.minusDays(1)), Optional.of(day.plusDays(1)));
        } else if (old instanceof Integer number) {
            return Stream.of(number - 1, number + 1).filter(other -> other >= 0).map(Optional::of);
        } else if (old instanceof Double number) {
            return Stream.of(number - 1, number + 1).filter(other -> other >= 0).map(Optional::of);
        } else if (old instanceof Boolean flag) {
            return Stream.of(Optional.of(!flag));
        } else if (old instanceof List<?> list) {
            return list.isEmpty() ? Stream.empty() : Stream.of(Optional.of(list.subList(1, list.size())));
        } else if (old != null && type instanceof FieldType.OneOf of) {
            return ConditionEdits.next(of, old).stream().map(Optional::of);
        }
        return old == null ? Stream.empty() : Stream.of(Optional.empty());
    }
}
