package org.imgeligibility.regression.generated;

import java.util.Optional;
import org.imgeligibility.facts.FieldType;

/** Numbers as fields hold them. */
final class Numbers {

    private Numbers() {
    }

    /** The number as the field's type writes it, empty where it is out of range or the field holds none. */
    static Optional<Object> fitted(FieldType type, double number) {
        if (type instanceof FieldType.WholeNumber whole) {
            return inRange(whole.min(), whole.max(), number) ? Optional.of((int) number) : Optional.empty();
        } else if (type instanceof FieldType.Decimal decimal) {
            return inRange(decimal.min(), decimal.max(), number) ? Optional.of(number) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean inRange(Integer min, Integer max, double number) {
        return (min == null || number >= min) && (max == null || number <= max);
    }
}
