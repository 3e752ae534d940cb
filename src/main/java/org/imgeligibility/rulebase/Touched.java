package org.imgeligibility.rulebase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;

/**
 * For whom an edit can change what is decided. A verdict follows from the grounds that match and those that still could: it
 * stays the same for an applicant for whom the grounds that the edit takes away and those that it adds come to the same.
 * Sentences, sources and titles are not looked at.
 */
public final class Touched {

    private static final Set<String> SHOWN_ONLY = Set.of("says", "next", "source", "confidence", "allow");

    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)\\.(\\w+)");

    private final RuleBase rules;
    private final boolean everybody;
    /** What the edit takes away, and what it adds: grounds by what they conclude. */
    private final Map<Ground, List<Object>> gone = new IdentityHashMap<>();
    private final Map<Ground, List<Object>> come = new IdentityHashMap<>();

    private Touched(RuleBase before, RuleBase after) {
        this.rules = after;
        Map<List<Object>, List<Ground>> old = byMeaning(before);
        Map<List<Object>, List<Ground>> now = byMeaning(after);
        alone(old, now, gone);
        alone(now, old, come);
        this.everybody = !definitions(before.policy()).equals(definitions(after.policy())) || Stream.of(gone, come).flatMap(some -> some.keySet().stream()).anyMatch(ground -> ground.rule().word() == Word.REFUSE);
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
        List<Object> rows = new ArrayList<>();
        ground.chosen().forEach(one -> rows.add(one.prefix()));
        ground.rule().metadata().forEach((name, texts) -> {
            if (!SHOWN_ONLY.contains(name)) {
                texts.forEach(text -> VALUE.matcher(text).results().forEach(value -> ground.rule().position(value.group(1))
                        .ifPresent(position -> rows.add(String.valueOf(ground.chosen().get(position).value(value.group(2)))))));
            }
        });
        return rows;
    }

    private static void alone(Map<List<Object>, List<Ground>> some, Map<List<Object>, List<Ground>> others, Map<Ground, List<Object>> found) {
        some.forEach((key, grounds) -> {
            if (others.getOrDefault(key, List.of()).size() != grounds.size()) {
                grounds.forEach(ground -> found.put(ground, key.subList(0, 2)));
            }
        });
    }

    /** What bears on everybody, and what places in grounds mean. */
    private static List<Object> definitions(Policy policy) {
        Set<Object> requirements = new HashSet<>();
        policy.requirements().values().forEach(one -> requirements.add(List.of(one.id(), one.combine(), one.order(), one.unsettled().isEmpty())));
        Set<Object> questions = new HashSet<>();
        policy.questions().values().forEach(one -> questions.add(List.of(one.id(), one.reading())));
        return List.of(policy.vocabulary().sections(), requirements, questions);
    }

    /** What is concluded, or could be and by which facts. */
    private static Set<List<Object>> found(Map<Ground, List<Object>> grounds, List<Instance> slots) {
        Set<List<Object>> found = new HashSet<>();
        grounds.forEach((ground, concludes) -> ground.standing(slots).ifPresent(standing -> found.add(List.of(concludes, standing))));
        return found;
    }

    /** Whether anything could come out differently. */
    public boolean concerns(Facts facts, LocalDate day) {
        if (everybody) {
            return true;
        } else if (gone.isEmpty() && come.isEmpty()) {
            return false;
        }
        Map<Type, List<Instance>> all = new HashMap<>(rules.on(day).instances());
        all.putAll(rules.sections(facts));
        List<Instance> slots = rules.unrolled().slots(all);
        return !found(gone, slots).equals(found(come, slots));
    }
}
