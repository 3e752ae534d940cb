package org.imgeligibility.rulebase;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;

/** Which folders of rules a question depends on, by the requirements that rules name. */
final class Reach {

    private static final List<String> NEEDS = List.of("requires", "where", "unless");

    private final Policy policy;
    private final Set<String> always;
    private final Set<String> all;
    private final Map<Set<String>, Set<String>> known = new ConcurrentHashMap<>();
    private Map<String, List<Rule>> byRequirement;

    Reach(Policy policy) {
        this.policy = policy;
        this.all = policy.rules().stream().map(Engine::folder).collect(Collectors.toUnmodifiableSet());
        this.always = policy.rules().stream().filter(rule -> Set.of(Word.REFUSE, Word.EVENT, Word.CONTEXT).contains(rule.word()))
                .map(Engine::folder).collect(Collectors.toUnmodifiableSet());
    }

    /** The folders that tell all there is to tell of some questions, classifications and the calendar included. */
    Set<String> folders(Set<String> questions) {
        return questions.containsAll(policy.questions().keySet()) ? all : known.computeIfAbsent(questions, this::found);
    }

    private Set<String> found(Set<String> questions) {
        Map<String, List<Rule>> rules = byRequirement();
        Set<String> folders = new TreeSet<>(always);
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(questions);
        policy.rules().stream().filter(rule -> rule.word() == Word.CLASSIFY).forEach(rule -> needs(rule).forEach(open::add));
        while (!open.isEmpty()) {
            String requirement = open.pop();
            if (seen.add(requirement)) {
                for (Rule rule : rules.getOrDefault(requirement, List.of())) {
                    folders.add(Engine.folder(rule));
                    needs(rule).forEach(open::add);
                }
            }
        }
        return folders;
    }

    private Stream<String> needs(Rule rule) {
        return NEEDS.stream().flatMap(name -> rule.all(name).stream()).flatMap(this::ids);
    }

    /** The requirements an id can come to. */
    private Stream<String> ids(String id) {
        if (id.indexOf('{') < 0) {
            return Stream.of(id);
        }
        Pattern shape = Ids.shape(id);
        return policy.requirements().keySet().stream().filter(known -> shape.matcher(known).matches());
    }

    private synchronized Map<String, List<Rule>> byRequirement() {
        if (byRequirement == null) {
            byRequirement = new HashMap<>();
            policy.rules().forEach(rule -> rule.all("requirement").stream().flatMap(this::ids)
                    .forEach(id -> byRequirement.computeIfAbsent(id, any -> new ArrayList<>()).add(rule)));
        }
        return byRequirement;
    }
}
