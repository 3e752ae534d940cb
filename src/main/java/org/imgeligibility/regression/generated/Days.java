package org.imgeligibility.regression.generated;

import java.time.LocalDate;

/** Days moved as rules move them, the other way. */
final class Days {

    private Days() {
    }

    /** A day that {@code method} by so much moves to the one given, or near it where months end unevenly. */
    static LocalDate back(LocalDate day, String method, int amount) {
        long by = method.startsWith("plus") ? -amount : amount;
        return method.endsWith("Days") ? day.plusDays(by) : method.endsWith("Months") ? day.plusMonths(by) : day.plusYears(by);
    }
}
