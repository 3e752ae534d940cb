package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.FieldType;

/** Writes values as people write them: dates in words, choices by their titles, numbers with what they count. */
public final class Wording {

    private static final List<String> MONTHS = List.of("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December");

    private Wording() {
    }

    public static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear();
    }

    /** @param noun what a number counts: "month", or "try/tries" where the plural is irregular */
    static String of(Object value, FieldType type, Optional<String> noun) {
        String text = of(value, type);
        return noun.map(counted -> text + " " + counted(counted, text)).orElse(text);
    }

    private static String counted(String noun, String number) {
        String[] forms = noun.split("/");
        return number.equals("1") ? forms[0] : forms.length > 1 ? forms[1] : forms[0] + "s";
    }

    /** A value of a field for people; a missing one is "not known". */
    public static String of(Object value, FieldType type) {
        if (value == null) {
            return "not known";
        } else if (value instanceof LocalDate day) {
            return day(day);
        } else if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        } else if (value instanceof List<?> list && type instanceof FieldType.ListOf of) {
            return join(list.stream().map(item -> of(item, of.of())).toList());
        } else if (type instanceof FieldType.OneOf choices) {
            return choices.choice(value).map(Choice::title).orElse(value.toString());
        }
        String text = value.toString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** "a", "a and b", "a, b and c"; "none" for nothing. */
    public static String join(List<String> items) {
        if (items.size() < 2) {
            return items.isEmpty() ? "none" : items.get(0);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }
}
