package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Confidence;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Question;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.language.Word;
import org.imgeligibility.verdict.VerdictDocument.Classification;
import org.imgeligibility.verdict.VerdictDocument.Event;
import org.imgeligibility.verdict.VerdictDocument.Reason;
import org.imgeligibility.verdict.VerdictDocument.RequiredBy;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;
import org.imgeligibility.verdict.VerdictDocument.Verdict;

/** Renders requirements, questions and classifications of one reading into the parts of a verdict document. */
final class Views {

    private static final String UNSETTLED = "The policy recorded here does not settle this for the facts given.";

    private static final List<Word> NOTES = List.of(Word.DOUBT, Word.NOTE);

    private final Policy policy;
    private final Graph graph;
    private final String reading;
    private final Findings findings;
    private final Map<Node, RequirementView> views = new HashMap<>();

    Views(Policy policy, Graph graph, String reading, Findings findings) {
        this.policy = policy;
        this.graph = graph;
        this.reading = reading;
        this.findings = findings;
    }

    String reading() {
        return reading;
    }

    Verdict verdict(Question question) {
        Node node = graph.node(question.id());
        Deciding deciding = Deciding.of(node);
        Outcome outcome = Outcome.of(node.standing());
        List<Finding> grounds = deciding.grounds();
        List<Reason> notes = new ArrayList<>();
        for (Word word : NOTES) {
            for (Finding note : findings.of(word, question.id())) {
                if (isShown(note)) {
                    notes.add(note.reason());
                    if (word == Word.DOUBT) {
                        grounds.add(note);
                    }
                }
            }
        }
        Confidence confidence = Confidence.HIGH;
        for (Finding ground : grounds) {
            confidence = confidence.or(ground.confidence());
        }
        return new Verdict(question.id(), question.title(), question.topic(), outcome, confidence, weakness(confidence, grounds), Optional.empty(),
                deciding.ids(), Grounds.of(node), missing(node, outcome), outcome == Outcome.NOT_YET ? node.metFrom() : Optional.empty(), notes,
                node.conditions().stream().map(condition -> view(condition.node()).asked(Optional.of(condition.rule().requiredBy()), Optional.empty())).toList(),
                view(node), node.isDisputed() ? List.copyOf(faults(node, new HashSet<>())) : List.of());
    }

    private List<String> missing(Node node, Outcome outcome) {
        return outcome == Outcome.UNDETERMINED || outcome == Outcome.NOT_YET ? List.copyOf(graph.missing(node)) : List.of();
    }

    /** What a question comes to, by what and for want of what, without any sentence. */
    Brief.Answer brief(Question question, boolean missing) {
        Node node = graph.node(question.id());
        Outcome outcome = Outcome.of(node.standing());
        Map<String, Status> statuses = new HashMap<>();
        Set<String> rules = new HashSet<>();
        node.shown().forEach((id, shown) -> {
            statuses.put(id, shown.status());
            reasons(shown).forEach(finding -> rules.add(finding.rule().name()));
        });
        return new Brief.Answer(outcome.name(), Deciding.of(node).ids(), missing ? missing(node, outcome) : List.of(),
                statuses, rules, List.copyOf(faults(node, new HashSet<>())));
    }

    /** In words, that an outcome rests on weak sources, and which. */
    private static Optional<String> weakness(Confidence confidence, List<Finding> grounds) {
        if (confidence != Confidence.LOW) {
            return Optional.empty();
        }
        Set<String> weak = grounds.stream().flatMap(finding -> finding.sources().stream()).filter(source -> source.confidence() == Confidence.LOW)
                .map(Source::title).collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of("This rests on " + (weak.size() == 1 ? "a weak source" : "weak sources") + "; check before relying on it: " + String.join("; ", weak) + ".");
    }

    /** A note that hangs on a requirement is shown once that is decided so. */
    boolean isShown(Finding note) {
        List<String> where = note.ids("where");
        List<String> unless = note.ids("unless");
        if (where.isEmpty() && unless.isEmpty()) {
            return true;
        }
        Status guard = graph.node(where.isEmpty() ? unless.get(0) : where.get(0)).status();
        return guard != Status.UNKNOWN && (guard == Status.MET) == unless.isEmpty();
    }

    /** Where rules conclude differently on one requirement of a question. */
    private static Set<String> faults(Node node, Set<Node> seen) {
        Set<String> faults = new LinkedHashSet<>();
        if (node.isDisputed() && seen.add(node)) {
            node.findings().stream().filter(finding -> finding.status() != node.status()).forEach(other -> faults.add("The rules disagree on "
                    + node.requirement().title() + ": \"" + node.findings().get(0).rule().name() + "\" and \"" + other.rule().name() + "\". The worse counts; an editor must look."));
            Stream.concat(node.members().stream().flatMap(member -> Stream.concat(Stream.of(member.node()), member.guard().stream())),
                    node.conditions().stream().map(Node.Condition::node)).forEach(next -> faults.addAll(faults(next, seen)));
        }
        return faults;
    }

    /** Why a question comes out differently here than under another reading: first what is found differently, then what decides. */
    List<Reason> reasons(Question question, Views other) {
        Map<String, Node> here = new LinkedHashMap<>();
        Map<String, Node> there = new LinkedHashMap<>();
        leaves(graph.node(question.id()), here);
        leaves(other.graph.node(question.id()), there);
        Stream<Finding> different = here.values().stream().filter(leaf -> !there.containsKey(leaf.id()) || there.get(leaf.id()).status() != leaf.status())
                .flatMap(leaf -> leaf.findings().stream());
        return Stream.concat(different, Deciding.of(graph.node(question.id())).reasons().stream()).distinct().map(Finding::reason).toList();
    }

    private static void leaves(Node node, Map<String, Node> leaves) {
        if (node.isLeaf()) {
            leaves.put(node.id(), node);
        }
        node.conditions().forEach(condition -> leaves(condition.node(), leaves));
        node.members().forEach(member -> {
            leaves(member.node(), leaves);
            member.guard().ifPresent(guard -> leaves(guard, leaves));
        });
    }

    /** A requirement as it is wherever it stands; rendered once. */
    private RequirementView view(Node node) {
        RequirementView known = views.get(node);
        if (known == null) {
            known = render(node);
            views.put(node, known);
        }
        return known;
    }

    private RequirementView render(Node node) {
        Map<String, Object> facts = Map.of();
        List<Reason> reasons = new ArrayList<>(1);
        for (Finding finding : reasons(node)) {
            if (!finding.facts().isEmpty()) {
                facts = facts.isEmpty() ? new LinkedHashMap<>() : facts;
                facts.putAll(finding.facts());
            }
            reasons.add(finding.reason());
        }
        List<RequirementView> children = new ArrayList<>(node.members().size());
        for (Node.Member member : node.members()) {
            if (member.isShown()) {
                children.add(member(member));
            }
        }
        return new RequirementView(node.id(), node.requirement().title(), node.status(),
                node.isLeaf() ? Optional.empty() : Optional.of(node.requirement().combine().spelling()), children, explanation(node),
                node.metFrom(), facts, List.copyOf(node.opening().waits()), reasons, Optional.empty(), Optional.empty(), leftOut(node));
    }

    private RequirementView member(Node.Member member) {
        Optional<Node> open = member.open();
        Optional<RequiredBy> by = Optional.of(member.rule().requiredBy());
        return view(member.node()).asked(by, open.isEmpty() ? Optional.empty() : Optional.of(view(open.get()).asked(by, Optional.empty())));
    }

    /** What a status rests on: what was found, and what decides that it counts. */
    private static List<Finding> reasons(Node node) {
        if (node.guards().isEmpty()) {
            return node.reasons();
        }
        return Stream.concat(node.reasons().stream(), node.guards().stream().flatMap(guard -> Deciding.of(guard).reasons().stream())).toList();
    }

    /** For each member not asked of this person, why not. */
    private static List<Reason> leftOut(Node node) {
        List<Reason> reasons = new ArrayList<>(0);
        for (Node.Member member : node.members()) {
            if (!member.isShown()) {
                Stream<Node> deciding = member.guard().isPresent() ? member.guard().stream() : member.node().conditions().stream().map(Node.Condition::node);
                deciding.flatMap(guard -> guard.findings().stream()).map(Finding::reason)
                        .map(reason -> new Reason(member.node().requirement().title() + ": not asked. " + reason.explanation(), Optional.empty(), reason.rule(), reason.sources()))
                        .forEach(reasons::add);
            }
        }
        return reasons;
    }

    private String explanation(Node node) {
        List<Finding> found = node.reasons();
        if (found.size() == 1) {
            return found.get(0).says();
        } else if (!found.isEmpty()) {
            return found.stream().map(Finding::says).distinct().collect(Collectors.joining(" "));
        } else if (!node.isLeaf()) {
            return "";
        } else if (node.opening().waits().isEmpty()) {
            return node.requirement().unsettled().isEmpty() ? UNSETTLED : node.requirement().unsettled();
        }
        return "Not decided yet. It depends on: " + node.opening().waits().stream().map(policy.vocabulary()::label).collect(Collectors.joining("; ")) + ".";
    }

    /** The days that matter to this person, in their order. */
    List<Event> calendar() {
        return findings.of(Word.EVENT, "").stream().flatMap(finding -> finding.day("on").map(day -> new Event(day, finding.reason())).stream())
                .sorted(Comparator.comparing(Event::day)).toList();
    }

    List<Reason> context() {
        return findings.of(Word.CONTEXT, "").stream().map(Finding::reason).toList();
    }

    /** Each classification of the policy with the value its requirements give it, UNKNOWN where they are undecided. */
    List<Classification> classifications() {
        Set<String> ids = policy.rules().stream().filter(rule -> rule.word() == Word.CLASSIFY).flatMap(rule -> rule.all("classification").stream())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        List<String> order = List.copyOf(policy.classifications().keySet());
        return ids.stream().sorted(Comparator.comparing((String id) -> order.contains(id) ? order.indexOf(id) : order.size())).map(this::classification).toList();
    }

    private Classification classification(String id) {
        List<Finding> rules = findings.of(Word.CLASSIFY, id);
        Optional<Finding> given = given(id);
        Set<String> missing = new java.util.TreeSet<>();
        if (given.isEmpty()) {
            rules.stream().map(Views::condition).map(graph::node).forEach(node -> missing.addAll(graph.missing(node)));
        }
        List<Finding> reasons = given.map(rule -> Deciding.of(graph.node(condition(rule))).reasons()).orElse(List.of());
        Map<String, Object> facts = new LinkedHashMap<>();
        reasons.forEach(finding -> facts.putAll(finding.facts()));
        String explanation = given.isEmpty() ? unknown(missing) : reasons.stream().map(Finding::says).distinct().collect(Collectors.joining(" "));
        return new Classification(id, policy.titleOf(id), value(id), given.isEmpty() ? "Not known" : policy.titleOf(id + "/" + value(id)), explanation, facts, given.map(Finding::reason), List.copyOf(missing));
    }

    private Optional<Finding> given(String classification) {
        return findings.of(Word.CLASSIFY, classification).stream().filter(rule -> standing(rule) == Status.MET).findFirst();
    }

    /** The value that a classification's requirements give it. */
    String value(String classification) {
        return given(classification).map(rule -> rule.ids("value").get(0)).orElse("UNKNOWN");
    }

    private String unknown(Set<String> missing) {
        return missing.isEmpty() ? UNSETTLED
                : "Not known yet. It depends on: " + missing.stream().map(policy.vocabulary()::label).collect(Collectors.joining("; ")) + ".";
    }

    private static String condition(Finding rule) {
        return Stream.of("where", "unless").flatMap(name -> rule.ids(name).stream()).findFirst().orElseThrow();
    }

    /** MET where the rule gives its value, BARRED where it does not, UNKNOWN where its requirement is undecided. */
    Status standing(Finding rule) {
        Node node = graph.node(condition(rule));
        Status status = node.standing() == Standing.LEFT_OUT ? Status.BARRED : node.standing().status();
        boolean wanted = (status == Status.MET) == rule.ids("unless").isEmpty();
        return status == Status.UNKNOWN ? Status.UNKNOWN : wanted ? Status.MET : Status.BARRED;
    }
}
