package org.imgeligibility.regression.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Vocabulary.Slot;
import org.imgeligibility.rulebase.Policy;

/** The values worth trying for each field, at and beside the constants it is compared with. */
final class Pools {

    private static final int SMALL = 30;
    private static final int YEARS_BACK = 12;

    private final Constants constants;
    private final Map<String, List<Object>> known = new HashMap<>();
    private final List<LocalDate> days;

    Pools(Policy policy) {
        constants = new Constants(policy);
        days = beside(constants.days());
        policy.vocabulary().slots().values().forEach(slot -> known.computeIfAbsent(name(slot), any -> pool(slot.field().type(), constants.of(any))));
    }

    private static String name(Slot slot) {
        return slot.section().typeName() + "." + slot.field().name();
    }

    private static List<LocalDate> beside(Collection<LocalDate> some) {
        Set<LocalDate> all = new TreeSet<>();
        some.forEach(day -> List.of(-1, 0, 1).forEach(by -> all.add(day.plusDays(by))));
        return List.copyOf(all);
    }

    /** A day to evaluate on: at an edge of a rule or row, or in the years up to the last of these. */
    LocalDate asOf(Random random) {
        LocalDate last = days.get(days.size() - 1);
        return random.nextInt(3) == 0 ? draw(days, random) : last.minusDays(random.nextInt(365 * YEARS_BACK));
    }

    Object value(Slot slot, LocalDate asOf, Random random) {
        FieldType type = slot.field().type();
        if (type instanceof FieldType.Day) {
            return day(name(slot), asOf, random);
        }
        List<Object> pool = known.get(name(slot));
        if (type instanceof FieldType.OneOf of && random.nextInt(4) == 0) {
            return draw(of.choices(), random).id();
        } else if (type instanceof FieldType.ListOf list && random.nextInt(3) > 0) {
            return random.nextBoolean() ? List.of(draw(list.of().choices(), random).id()) : pair(pool, random);
        }
        return draw(pool, random);
    }

    /** Two members of known lists. */
    private static List<Object> pair(List<Object> lists, Random random) {
        Set<Object> items = new LinkedHashSet<>();
        for (int at = 0; at < 2; at++) {
            List<?> list = (List<?>) draw(lists, random);
            if (!list.isEmpty()) {
                items.add(draw(list, random));
            }
        }
        return List.copyOf(items);
    }

    private LocalDate day(String field, LocalDate asOf, Random random) {
        int kind = random.nextInt(6);
        List<Constants.Shift> shifts = constants.shifts(field);
        List<Object> own = known.get(field);
        if (kind == 0 && !own.isEmpty()) {
            return (LocalDate) draw(own, random);
        } else if (kind <= 2 && !shifts.isEmpty()) {
            Constants.Shift shift = draw(shifts, random);
            return Days.back(asOf, shift.method(), shift.amount()).plusDays(random.nextInt(3) - 1L);
        }
        return kind == 3 ? asOf.plusDays(random.nextInt(3) - 1L) : kind == 4 ? asOf.minusDays(random.nextInt(365 * YEARS_BACK)) : draw(days, random);
    }

    private static List<Object> pool(FieldType type, Collection<Object> constants) {
        Set<Object> pool = new LinkedHashSet<>();
        constants.forEach(value -> about(type, value, pool));
        if (type instanceof FieldType.Flag) {
            pool.addAll(List.of(true, false));
        } else if (type instanceof FieldType.OneOf of) {
            of.choices().stream().limit(SMALL).map(Choice::id).forEach(pool::add);
        } else if (type instanceof FieldType.ListOf) {
            pool.add(List.of());
        } else if (!(type instanceof FieldType.Day)) {
            List.of(0, 1).forEach(value -> about(type, value, pool));
        }
        return List.copyOf(pool);
    }

    /** A constant and its neighbours, where the field can hold them. */
    private static void about(FieldType type, Object constant, Set<Object> pool) {
        if (constant instanceof LocalDate day && type instanceof FieldType.Day) {
            List.of(-1, 0, 1).forEach(by -> pool.add(day.plusDays(by)));
        } else if (constant instanceof Number number) {
            List.of(-1, 0, 1).forEach(by -> Numbers.fitted(type, number.doubleValue() + by).ifPresent(pool::add));
        } else if (type instanceof FieldType.ListOf of && of.of().choice(constant).isPresent()) {
            pool.add(List.of(constant));
        } else if (Constants.fits(type, constant)) {
            pool.add(constant);
        }
    }

    static <T> T draw(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    static List<Object> items(Object list) {
        return new ArrayList<>((List<?>) list);
    }
}
