package org.imgeligibility.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;

/** Names of rules that do not say what the rule finds: too short, an id, what the program does, or one with a counter. */
final class RuleNames {

    private static final int FEWEST_WORDS = 3;
    private static final Set<String> DOINGS = Set.of("check", "checks", "test", "tests", "verify", "verifies", "rule", "handle", "handles", "evaluate", "evaluates", "compute", "computes");
    private static final Set<String> LEFT_OVER = Set.of("copy", "new", "old", "todo", "tmp", "temp", "fixme");

    private RuleNames() {
    }

    static Stream<Finding> findings(Folder folder) {
        Set<String> stems = new HashSet<>();
        Set<String> counted = folder.policy().rules().stream().map(rule -> stem(rule.name())).filter(stem -> !stems.add(stem)).collect(Collectors.toSet());
        return folder.policy().rules().stream().flatMap(rule -> fault(rule, counted).map(fault -> new Finding(Check.RULE_NAME, rule.place(), About.rule(rule),
                "\"" + rule.name() + "\" " + fault + " Write a short sentence that states what the rule finds.")).stream());
    }

    /** A name without the number it ends in. */
    private static String stem(String name) {
        return name.strip().replaceFirst("\\s+(\\(\\d+\\)|[#v]?\\d+)$", "");
    }

    /** @param counted the names that several rules bear but for a number */
    private static Optional<String> fault(Rule rule, Set<String> counted) {
        List<String> words = List.of(rule.name().strip().split("\\s+"));
        String first = words.get(0).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String last = words.get(words.size() - 1).toLowerCase(Locale.ROOT);
        if (Stream.of("requirement", "classification").anyMatch(name -> rule.all(name).contains(rule.name()))) {
            return Optional.of("is the id of what it concludes on.");
        } else if (words.size() < FEWEST_WORDS && rule.word() != Word.EVENT) {
            return Optional.of("has fewer than " + FEWEST_WORDS + " words.");
        } else if (DOINGS.contains(first)) {
            return Optional.of("says what the program does.");
        }
        return isCounter(words, last) && counted.contains(stem(rule.name())) || LEFT_OVER.contains(last.replaceAll("[^a-z]", "")) ? Optional.of("ends in '" + words.get(words.size() - 1) + "', which only tells it from another rule.") : Optional.empty();
    }

    /** "... too short 2" counts, "... passed Part 2" names something. */
    private static boolean isCounter(List<String> words, String last) {
        boolean named = Character.isUpperCase(words.get(Math.max(0, words.size() - 2)).charAt(0));
        return last.matches("\\(\\d+\\)|#\\d+|v\\d+") || last.matches("\\d{1,2}") && !named;
    }
}
