package org.imgeligibility.regression;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Suggestion;

/**
 * Which cases a pattern means, by {@code file/id}: a star stands for anything but a slash, two for anything, a
 * question mark for one character. The folders before may be left off, and a folder or file means all in it.
 */
public final class Selection {

    private static final Pattern WILD = Pattern.compile("\\*\\*|\\*|\\?");

    private Selection() {
    }

    /** @throws InputException when it means none */
    static Predicate<Fixture> of(String pattern, List<Fixture> fixtures) {
        Predicate<String> named = named(pattern);
        Predicate<Fixture> selection = fixture -> named.test(fixture.file() + "/" + fixture.id());
        if (!fixtures.isEmpty() && fixtures.stream().noneMatch(selection)) {
            List<String> known = fixtures.stream().flatMap(fixture -> Stream.of(fixture.id(), fixture.file(), fixture.file() + "/" + fixture.id())).distinct().toList();
            throw new InputException("--only", "no case matches '" + pattern + "'." + Suggestion.maybe(pattern, known)
                    + " Cases are named file/id, as " + fixtures.get(0).file() + "/" + fixtures.get(0).id() + "; * stands for a part of a name, ** for parts with slashes.");
        }
        return selection;
    }

    /** Which paths a pattern means. */
    public static Predicate<String> named(String pattern) {
        return Pattern.compile("(.*/)?" + expression(pattern) + "(/.*)?").asMatchPredicate();
    }

    private static String expression(String pattern) {
        String bare = pattern.replaceAll("^/+|/+$", "");
        StringBuilder expression = new StringBuilder();
        Matcher wild = WILD.matcher(bare);
        int at = 0;
        for (; wild.find(); at = wild.end()) {
            expression.append(Pattern.quote(bare.substring(at, wild.start())));
            expression.append(switch (wild.group()) {
                case "**" -> ".*";
                case "*" -> "[^/]*";
                default -> "[^/]";
            });
        }
        return expression.append(Pattern.quote(bare.substring(at))).toString();
    }
}
