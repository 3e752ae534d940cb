package org.imgeligibility.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name nearest to a mistyped one. */
public final class Suggestion {

    /** No known name is that long. */
    private static final int LONGEST = 100;

    private Suggestion() {
    }

    /** " Maybe PASSED." with a leading blank, or nothing when no name is near. */
    public static String maybe(String given, Collection<String> known) {
        return nearest(given, known).map(name -> " Maybe " + name + ".").orElse("");
    }

    /** The closest name, unless more than a third of it would have to change. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        return given.length() > LONGEST ? Optional.empty() : known.stream()
                .min(Comparator.<String>comparingInt(name -> distance(given, name)).thenComparing(name -> name))
                .filter(name -> distance(given, name) <= Math.max(1, Math.min(given.length(), name.length()) / 3));
    }

    /** The edit distance, regardless of case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
