package org.imgeligibility.regression.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.regression.generated.Needs;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Prospect;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;
import org.imgeligibility.verdict.Judgement;
import org.imgeligibility.verdict.Texts;

/** Puts trials to the rules as they stand. Safe for use by many threads. */
final class Bench {

    private final Policy policy;
    private final Texts texts;
    private final Needs needs;
    private final Instances instances;
    private final List<Rule> refusals;
    private final Map<LocalDate, Map<Type, List<Instance>>> rows = new ConcurrentHashMap<>();
    private final Map<List<Set<String>>, Scope> scopes = new ConcurrentHashMap<>();

    Bench(Policy policy) {
        this.policy = policy;
        this.texts = new Texts(policy);
        this.needs = new Needs(policy);
        this.instances = new Instances(policy);
        this.refusals = policy.rules().stream().filter(rule -> rule.word() == Word.REFUSE).toList();
    }

    /** Every classification there is. */
    Set<String> classifications() {
        return policy.rules().stream().filter(rule -> rule.word() == Word.CLASSIFY).flatMap(rule -> rule.all("classification").stream()).collect(Collectors.toSet());
    }

    Policy policy() {
        return policy;
    }

    Needs needs() {
        return needs;
    }

    Trial trial(Applicant applicant, Set<String> questions, Set<String> some) {
        Scope scope = scopes.computeIfAbsent(List.of(questions, some), any -> new Scope(policy, needs, questions, some));
        return new Trial(refusals, applicant, questions, some, scope, instances.sections(applicant.facts()), rows.computeIfAbsent(applicant.asOf(), instances::on));
    }

    /** @param missing whether missing facts are of interest */
    Judged judge(Trial trial, boolean missing) {
        List<Match> matches = new ArrayList<>();
        trial.scope().rules().keySet().forEach(rule -> matches(rule, trial.matches(rule), matches));
        return judge(policy, texts, trial, trial.instances(), matches, missing);
    }

    private static void matches(Rule rule, List<List<Instance>> found, List<Match> matches) {
        found.forEach(facts -> matches.add(new Match(rule, facts)));
    }

    private static Judged judge(Policy policy, Texts texts, Trial trial, Map<Type, List<Instance>> all, List<Match> matches, boolean missing) {
        Judgement judgement = new Judgement(policy, texts, Common.of(trial.day(), all, List.of()), trial.sections(), matches);
        List<Judgement.Contradiction> contradictions = judgement.contradictions();
        return new Judged(contradictions.isEmpty()
                ? Optional.of(judgement.brief(trial.applicant().reading(), trial.questions(), trial.classifications(), missing)) : Optional.empty(), contradictions);
    }

    /** The rules with one edit. */
    final class Edited {

        private final Change change;
        private final Policy edited;
        private final Map<LocalDate, List<Instance>> table = new ConcurrentHashMap<>();
        private final Set<Rule> concerned = Collections.newSetFromMap(new IdentityHashMap<>());
        private Texts editedTexts;

        Edited(Change change) {
            this.change = change;
            this.edited = change.in(policy);
            policy.rules().stream().filter(change::concerns).forEach(concerned::add);
        }

        private synchronized Texts texts() {
            if (editedTexts == null) {
                editedTexts = texts.edited(edited, change::edited);
            }
            return editedTexts;
        }

        private Map<Type, List<Instance>> instances(Trial trial) {
            return change instanceof Change.OfCell cell
                    ? trial.with(cell.type(), table.computeIfAbsent(trial.day(), day -> edited.tables().get(cell.type().name()).on(day))) : trial.instances();
        }

        /** Whether other matches count in a trial than before. */
        boolean matchesDiffer(Trial trial) {
            Map<Type, List<Instance>> all = instances(trial);
            return concerned.stream().anyMatch(rule -> trial.scope().rules().containsKey(rule) && change.canMatter(rule, trial.scope().rules().get(rule)) && matchesDiffer(trial, rule, all));
        }

        private boolean matchesDiffer(Trial trial, Rule rule, Map<Type, List<Instance>> all) {
            List<List<Instance>> after = change.edited(rule).map(other -> trial.matches(rule, other, all)).orElse(List.of());
            List<List<Instance>> before = trial.matches(rule);
            return change.decides() && !after.isEmpty() || !alike(before, after) && !keys(before).equals(keys(after));
        }

        /** Whether what could still match differs, which shows in missing facts. */
        boolean openingsDiffer(Trial trial) {
            Map<Type, List<Instance>> all = instances(trial);
            return concerned.stream().anyMatch(rule -> trial.scope().rules().containsKey(rule) && change.canMatter(rule, trial.scope().rules().get(rule)) && openingsDiffer(trial, rule, all));
        }

        private boolean openingsDiffer(Trial trial, Rule rule, Map<Type, List<Instance>> all) {
            List<Prospect> after = change.edited(rule).map(other -> trial.prospects(rule, other, all)).orElse(List.of());
            return change.decides() && !after.isEmpty() || !opening(trial.prospects(rule)).equals(opening(after));
        }

        /** Whether both are the same instances in the same order, which is quickly seen. */
        private static boolean alike(List<List<Instance>> some, List<List<Instance>> others) {
            return some.size() == others.size() && IntStream.range(0, some.size())
                    .allMatch(at -> IntStream.range(0, some.get(at).size()).allMatch(one -> some.get(at).get(one) == others.get(at).get(one)));
        }

        /** Matches told apart by rows and entries, not by what is in them. */
        private Set<List<Object>> keys(List<List<Instance>> matches) {
            return matches.stream().map(this::key).collect(Collectors.toSet());
        }

        private Set<List<Object>> opening(List<Prospect> prospects) {
            return prospects.stream().map(prospect -> List.<Object>of(key(prospect.facts()), prospect.waits(), prospect.excluded())).collect(Collectors.toSet());
        }

        private List<Object> key(List<Instance> facts) {
            return facts.stream().<Object>map(fact -> change instanceof Change.OfCell cell && (fact == cell.row().fact() || fact == cell.edited().fact()) ? "edited" : System.identityHashCode(fact)).toList();
        }

        Judged judge(Trial trial, boolean missing) {
            Map<Type, List<Instance>> all = instances(trial);
            List<Match> matches = new ArrayList<>();
            for (Rule rule : trial.scope().rules().keySet()) {
                if (concerned.contains(rule)) {
                    change.edited(rule).ifPresent(other -> matches(other, trial.matches(rule, other, all), matches));
                } else {
                    matches(rule, trial.matches(rule), matches);
                }
            }
            try {
                return Bench.judge(edited, texts(), trial, all, matches, missing);
            } catch (RuntimeException broken) {
                return Judged.BROKEN;
            }
        }
    }
}
