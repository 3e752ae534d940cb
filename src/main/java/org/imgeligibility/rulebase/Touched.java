package org.imgeligibility.rulebase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;

/**
 * For whom an edit can change what is decided: a verdict follows from the grounds that match and those that still could, so
 * it stays the same for an applicant for whom none that the edit adds or takes away does. Sentences, sources and titles
 * are not looked at.
 */
public final class Touched {

    private static final Set<String> SHOWN_ONLY = Set.of("says", "next", "source", "confidence", "allow");

    private final RuleBase rules;
    private final boolean everybody;
    private final List<Ground> grounds = new ArrayList<>();

    private Touched(RuleBase before, RuleBase after) {
        this.rules = after;
        Map<List<Object>, List<Ground>> old = byMeaning(before);
        Map<List<Object>, List<Ground>> now = byMeaning(after);
        alone(old, now).forEach(grounds::add);
        alone(now, old).forEach(grounds::add);
        this.everybody = !definitions(before.policy()).equals(definitions(after.policy())) || grounds.stream().anyMatch(ground -> ground.rule().word() == Word.REFUSE);
    }

    public static Touched by(RuleBase before, RuleBase after) {
        return new Touched(before, after);
    }

    private static Map<List<Object>, List<Ground>> byMeaning(RuleBase rules) {
        Map<List<Object>, List<Ground>> grounds = new HashMap<>();
        for (Rule rule : rules.policy().rules()) {
            List<Object> meaning = meaning(rule);
            rules.unrolled().of(rule).forEach(ground -> grounds.computeIfAbsent(List.of(meaning, rows(ground), ground.rest()), any -> new ArrayList<>()).add(ground));
        }
        return grounds;
    }

    private static List<Object> meaning(Rule rule) {
        Map<String, List<String>> metadata = new HashMap<>(rule.metadata());
        metadata.keySet().removeAll(SHOWN_ONLY);
        return List.of(rule.name(), rule.word(), metadata, rule.from(), rule.until());
    }

    private static List<Object> rows(Ground ground) {
        return ground.chosen().stream().<Object>map(one -> one.type().kind() == Type.Kind.TABLE ? one.values() : one.prefix()).toList();
    }

    private static Stream<Ground> alone(Map<List<Object>, List<Ground>> some, Map<List<Object>, List<Ground>> others) {
        return some.entrySet().stream().filter(one -> others.getOrDefault(one.getKey(), List.of()).size() != one.getValue().size()).flatMap(one -> one.getValue().stream());
    }

    /** What bears on everybody, and what places in grounds mean. */
    private static List<Object> definitions(Policy policy) {
        Set<Object> requirements = new HashSet<>();
        policy.requirements().values().forEach(one -> requirements.add(List.of(one.id(), one.combine(), one.order(), one.unsettled().isEmpty())));
        Set<Object> questions = new HashSet<>();
        policy.questions().values().forEach(one -> questions.add(List.of(one.id(), one.reading())));
        return List.of(policy.vocabulary().sections(), requirements, questions);
    }

    /** Whether anything could come out differently. */
    public boolean concerns(Facts facts, LocalDate day) {
        if (everybody) {
            return true;
        } else if (grounds.isEmpty()) {
            return false;
        }
        Map<Type, List<Instance>> all = new HashMap<>(rules.on(day).instances());
        all.putAll(rules.sections(facts));
        List<Instance> slots = rules.unrolled().slots(all);
        return grounds.stream().anyMatch(ground -> ground.isPossible(slots));
    }
}
