package org.imgeligibility.facts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one value as the type of its field, without coercing anything. */
final class ValueReader {

    private static final int LISTED_CHOICES = 12;
    /** Where a field names no range; beyond it no day could be moved by it. */
    private static final int LARGEST = 9_999_999;

    private ValueReader() {
    }

    /** A value, or what is wrong with it; a problem's path is relative (a position in a list, or empty). */
    record Result(Optional<Object> value, List<Problem> faults) {

        static Result of(Object value) {
            return new Result(Optional.of(value), List.of());
        }

        static Result fault(String message) {
            return new Result(Optional.empty(), List.of(new Problem("", message)));
        }
    }

    static Result read(FieldType type, Tree tree) {
        if (type instanceof FieldType.ListOf list) {
            return list(list.of(), tree);
        }
        Object given = tree instanceof Tree.Scalar scalar ? scalar.value() : null;
        if (type instanceof FieldType.Text) {
            return given instanceof String ? Result.of(given) : Result.fault(tree.kind() + " is not text. Put it in quotes.");
        } else if (type instanceof FieldType.Flag) {
            return given instanceof Boolean ? Result.of(given) : Result.fault(tree.kind() + " is not true or false." + unknownHint(given));
        } else if (type instanceof FieldType.Day) {
            return day(tree, given);
        } else if (type instanceof FieldType.OneOf choices) {
            return choice(choices, tree, given);
        }
        return number(type, tree, given);
    }

    private static String unknownHint(Object given) {
        return given instanceof String ? " Leave it out when it is not known." : "";
    }

    private static Result day(Tree tree, Object given) {
        String wanted = " is not a date as 2026-03-01.";
        if (!(given instanceof String text) || !isWrittenAsDay(text)) {
            return Result.fault(tree.kind() + wanted);
        }
        try {
            return Result.of(LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)));
        } catch (DateTimeException impossible) {
            return Result.fault(tree.kind() + " is not a day of the calendar.");
        }
    }

    /** Whether there are four, two and two digits, parted by dashes. */
    private static boolean isWrittenAsDay(String text) {
        if (text.length() != 10) {
            return false;
        }
        for (int at = 0; at < 10; at++) {
            char sign = text.charAt(at);
            if (at == 4 || at == 7 ? sign != '-' : sign < '0' || sign > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    private static Result choice(FieldType.OneOf choices, Tree tree, Object given) {
        if (given != null && choices.choice(given).isPresent()) {
            return Result.of(given);
        }
        List<String> ids = choices.choices().stream().map(Choice::id).toList();
        String known = ids.size() <= LISTED_CHOICES ? "is not one of " + String.join(", ", ids)
                : "is not one of the " + ids.size() + " known values (" + ids.stream().limit(3).collect(Collectors.joining(", ")) + ", ...)";
        return Result.fault(tree.kind() + " " + known + "." + (given instanceof String text ? Suggestion.maybe(text, ids) : ""));
    }

    private static Result number(FieldType type, Tree tree, Object given) {
        boolean whole = type instanceof FieldType.WholeNumber;
        if (!(given instanceof Integer || given instanceof BigDecimal)) {
            String hint = given instanceof String text && text.matches("-?\\d+(\\.\\d+)?") ? " Take the quotes away." : "";
            return Result.fault(tree.kind() + " is not a " + (whole ? "whole " : "") + "number." + hint);
        }
        BigDecimal exact = given instanceof Integer i ? BigDecimal.valueOf(i) : (BigDecimal) given;
        Integer min = type instanceof FieldType.WholeNumber w ? w.min() : ((FieldType.Decimal) type).min();
        Integer max = type instanceof FieldType.WholeNumber w ? w.max() : ((FieldType.Decimal) type).max();
        if (min != null && exact.compareTo(BigDecimal.valueOf(min)) < 0 || max != null && exact.compareTo(BigDecimal.valueOf(max)) > 0) {
            return Result.fault(tree.kind() + " is out of range: " + range(min, max) + ".");
        }
        if (!whole) {
            return Result.of(exact.doubleValue());
        }
        if (!(given instanceof Integer)) {
            return Result.fault(tree.kind() + " is not a whole number.");
        }
        return Math.abs((Integer) given) <= LARGEST ? Result.of(given) : Result.fault(tree.kind() + " is out of range: at most " + LARGEST + ".");
    }

    private static String range(Integer min, Integer max) {
        return max == null ? "at least " + min : min == null ? "at most " + max : min + " to " + max;
    }

    private static Result list(FieldType.OneOf of, Tree tree) {
        if (!(tree instanceof Tree.Sequence sequence)) {
            return Result.fault(tree.kind() + " is not a list. Write [] for none, or the values between [ and ].");
        }
        List<String> items = new ArrayList<>();
        List<Problem> faults = new ArrayList<>();
        for (int position = 0; position < sequence.items().size(); position++) {
            String at = "/" + position;
            Result result = read(of, sequence.items().get(position));
            result.faults().forEach(fault -> faults.add(new Problem(at, fault.message())));
            result.value().map(Object::toString).ifPresent(value -> {
                if (items.contains(value)) {
                    faults.add(new Problem(at, "'" + value + "' stands in the list already."));
                } else {
                    items.add(value);
                }
            });
        }
        return new Result(faults.isEmpty() ? Optional.of(List.copyOf(items)) : Optional.empty(), faults);
    }
}
