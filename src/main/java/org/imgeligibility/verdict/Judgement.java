package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Found;
import org.imgeligibility.rulebase.Group;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Question;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;
import org.imgeligibility.verdict.VerdictDocument.OtherReading;
import org.imgeligibility.verdict.VerdictDocument.Verdict;

/** The matches of one applicant on one day, judged under any reading. */
public final class Judgement {

    private final Policy policy;
    private final Texts texts;
    private final Once<Map<Type, List<Instance>>> instances;
    private final Once<List<Finding>> own;
    private final Optional<Found> found;
    private final Common common;
    private final LocalDate day;

    /**
     * @param common  what is the same for every applicant on the day
     * @param matches what the rules found by the facts of this one, given by type
     */
    public Judgement(Policy policy, Texts texts, Common common, Map<Type, List<Instance>> sections, List<Match> matches) {
        this(policy, texts, common, sections, Optional.empty(), () -> matches);
    }

    /** The same by what the engine found. */
    public Judgement(Policy policy, Texts texts, Common common, Map<Type, List<Instance>> sections, Found found) {
        this(policy, texts, common, sections, Optional.of(found), found::matches);
    }

    private Judgement(Policy policy, Texts texts, Common common, Map<Type, List<Instance>> sections, Optional<Found> found, Supplier<List<Match>> matches) {
        this.policy = policy;
        this.texts = texts;
        this.day = common.day();
        this.instances = new Once<>(() -> {
            Map<Type, List<Instance>> all = new HashMap<>(common.instances());
            all.putAll(sections);
            return all;
        });
        this.common = common;
        this.found = found;
        this.own = new Once<>(() -> matches.get().stream().map(match -> new Finding(match, texts)).toList());
    }

    /**
     * The verdict document under a reading.
     *
     * @param asked which questions to answer
     * @param compare whether to say of each verdict what the other reading makes of it
     */
    public VerdictDocument under(String reading, Facts facts, Predicate<Question> asked, boolean compare) {
        List<String> others = policy.readings().stream().filter(other -> compare && !other.equals(reading)).toList();
        others.forEach(other -> texts.inForce(common, other).begin());
        Court court = new Court(reading);
        List<Verdict> verdicts = new ArrayList<>(court.verdicts(asked));
        others.forEach(other -> compare(verdicts, court, other));
        return new VerdictDocument(day, reading, policy.digest(), policy.rules().size(), facts.id(), court.classifications(), verdicts, court.views.calendar(), court.views.context());
    }

    /**
     * The bare answers to some questions and classifications; what is not asked under the reading is left out.
     *
     * @param missing whether to find the missing facts, which costs most
     */
    public Brief brief(String reading, Collection<String> questions, Collection<String> classifications, boolean missing) {
        Court court = new Court(reading);
        Map<String, Brief.Answer> answers = new TreeMap<>();
        questions.stream().filter(id -> policy.questions().get(id).isAskedUnder(reading)).forEach(id -> answers.put(id, court.views.brief(policy.questions().get(id), missing)));
        classifications.forEach(id -> answers.put(id, new Brief.Answer(court.views.value(id), List.of(), List.of(), Map.of(), Set.of(), List.of())));
        return new Brief(answers);
    }

    /** What some questions and classifications come to, by id; far cheaper than {@link #brief}. What is not asked under the reading is left out. */
    public Map<String, String> outcomes(String reading, Collection<String> questions, Collection<String> classifications) {
        Optional<Count> count = count(reading);
        Once<Court> court = new Once<>(() -> new Court(reading));
        Map<String, String> outcomes = new TreeMap<>();
        outcomes(reading, questions, outcomes(count, court)).forEach((id, outcome) -> outcomes.put(id, outcome.name()));
        classifications.forEach(id -> outcomes.put(id, count.map(all -> all.value(id)).orElseGet(() -> court.get().views.value(id))));
        return outcomes;
    }

    /** What some questions come to, in their order; what is not asked under the reading is left out. */
    public Map<String, Outcome> outcomes(String reading, Collection<String> questions) {
        return outcomes(reading, questions, outcomes(count(reading), new Once<>(() -> new Court(reading))));
    }

    private Map<String, Outcome> outcomes(String reading, Collection<String> questions, Function<String, Outcome> come) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (String id : questions) {
            Question question = policy.questions().get(id);
            if (question != null && question.isAskedUnder(reading)) {
                outcomes.put(id, come.apply(id));
            }
        }
        return outcomes;
    }

    /** All that anything else can depend on of some requirements, by id: equal where they come to the same. What is not defined is left out. */
    public Map<String, Object> standings(String reading, Collection<String> requirements) {
        Court court = new Court(reading);
        Map<String, Object> standings = new TreeMap<>();
        requirements.stream().filter(policy.requirements()::containsKey).map(court.graph::node)
                .forEach(node -> standings.put(node.id(), List.of(node.status(), node.standing())));
        return standings;
    }

    /** What the answers to some questions and classifications rest on, each named by its id. */
    public Trace trace(String reading, Collection<String> questions, Collection<String> classifications) {
        Court court = new Court(reading);
        return Trace.of(court.graph, court.views, court.findings, questions, classifications);
    }

    /** What the questions asked under a reading, and their requirements, can still come to. */
    public Prospect prospect(String reading) {
        Graph graph = new Court(reading).graph;
        return Prospect.of(graph, policy.questions().values().stream().filter(question -> question.isAskedUnder(reading)).map(Question::id).toList());
    }

    /** Most verdicts are the same under both readings, and then the outcome alone is of interest. */
    private void compare(List<Verdict> verdicts, Court own, String reading) {
        Once<Court> other = new Once<>(() -> new Court(reading));
        Function<String, Outcome> outcomes = outcomes(count(reading), other);
        verdicts.replaceAll(verdict -> {
            Question question = policy.questions().get(verdict.question());
            if (!question.isAskedUnder(reading)) {
                return verdict;
            }
            Outcome there = outcomes.apply(question.id());
            return verdict.with(new OtherReading(reading, there, there == verdict.outcome() ? List.of() : other.get().views.reasons(question, own.views)));
        });
    }

    private Optional<Count> count(String reading) {
        return found.flatMap(all -> texts.inForce(common, reading).tally().map(tally -> tally.count(all)));
    }

    private static Function<String, Outcome> outcomes(Optional<Count> count, Once<Court> court) {
        return count.<Function<String, Outcome>>map(all -> all::outcome).orElse(id -> Outcome.of(court.get().graph.node(id).standing()));
    }

    /** One reading: its own graph of requirements. */
    private final class Court {

        private final Findings findings;
        private final Graph graph;
        private final Views views;

        private Court(String reading) {
            InForce inForce = texts.inForce(common, reading);
            this.findings = inForce.findings().with(own.get(), day, reading);
            List<Instance> slots = found.map(Found::slots).or(() -> common.unrolled().map(rules -> rules.slots(instances.get()))).orElse(List.of());
            this.graph = new Graph(inForce.outline(), findings, new Forecast(texts, instances.get(), common.unrolled(), slots, inForce));
            this.views = new Views(policy, graph, reading, findings);
        }

        private List<Verdict> verdicts(Predicate<Question> asked) {
            return policy.questions().values().stream().filter(question -> question.isAskedUnder(views.reading())).filter(asked).map(views::verdict).toList();
        }

        private List<VerdictDocument.Classification> classifications() {
            return views.classifications();
        }
    }

    /** What the facts contradict themselves in, each as a sentence with the path of the fact it turns on. */
    public List<Contradiction> contradictions() {
        if (found.isPresent() && !common.refuses() && found.get().groups().stream().noneMatch(Group::refuses)) {
            return List.of();
        }
        return Stream.concat(texts.findings(common).stream(), own.get().stream()).filter(finding -> finding.rule().word() == Word.REFUSE).sorted(Finding.ORDER)
                .map(finding -> new Contradiction(finding.facts().keySet().stream().reduce((first, last) -> last), finding.says())).toList();
    }

    /** @param path of the last fact the rule tested, if any */
    public record Contradiction(Optional<String> path, String sentence) {
    }
}
