package org.imgeligibility.catalogue;

import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;

/** What a column takes, in words. */
final class Takes {

    private Takes() {
    }

    static String words(Field column) {
        return words(column.type(), column.unit().isEmpty() ? "" : " of " + column.unit());
    }

    private static String words(FieldType type, String unit) {
        if (type instanceof FieldType.OneOf one) {
            return "one of " + one.name();
        } else if (type instanceof FieldType.ListOf list) {
            return "a list of " + list.of().name();
        } else if (type instanceof FieldType.WholeNumber number) {
            return "a whole number" + unit + range(number.min(), number.max());
        } else if (type instanceof FieldType.Decimal number) {
            return "a number" + unit + range(number.min(), number.max());
        }
        return type instanceof FieldType.Day ? "a day" : type instanceof FieldType.Flag ? "yes or no" : "text";
    }

    private static String range(Integer min, Integer max) {
        return min != null && max != null ? " from " + min + " to " + max : min != null ? " from " + min : max != null ? " to " + max : "";
    }
}
