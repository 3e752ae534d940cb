package org.imgeligibility.catalogue;

/** How people say a comparison. */
final class Operator {

    private Operator() {
    }

    /** @param ofDays whether days are compared, which come before and after each other */
    static String words(String operator, boolean ofDays) {
        return switch (operator) {
            case "==" -> "is";
            case "!=" -> "is not";
            case "<" -> ofDays ? "is before" : "is less than";
            case "<=" -> ofDays ? "is on or before" : "is at most";
            case ">" -> ofDays ? "is after" : "is more than";
            default -> ofDays ? "is on or after" : "is at least";
        };
    }

    /** The comparison that says the same of the two sides exchanged. */
    static String turned(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }
}
