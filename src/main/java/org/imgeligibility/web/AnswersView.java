package org.imgeligibility.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.Steps;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;
import org.imgeligibility.verdict.VerdictDocument.Verdict;

/**
 * The answers as a page shows them.
 *
 * @param later  the day of a second answer, if the facts name one
 * @param topics in the order of the questions
 */
record AnswersView(VerdictDocument document, Optional<LocalDate> later, List<TopicView> topics) {

    /** @param families questions that differ by one value alone, to be drawn together */
    record TopicView(String name, List<QuestionView> questions, List<FamilyView> families) {
    }

    /**
     * @param open    whether all that stands behind the answer is shown
     * @param deciding the titles of what decides
     */
    record QuestionView(Verdict verdict, Optional<Outcome> later, boolean open, List<String> deciding) {

        public String id() {
            return "q-" + verdict.question().replace('/', '-');
        }

        public String member() {
            return verdict.question().substring(verdict.question().indexOf('/') + 1);
        }
    }

    /**
     * @param rows    of the map, where the family is drawn as one; cells without a member are empty
     * @param members all of them, in order
     */
    record FamilyView(String name, List<List<Optional<QuestionView>>> rows, List<QuestionView> members) {

        public boolean isMap() {
            return !rows.isEmpty();
        }

        /** Members that come to the same by the same. */
        public List<AlikeView> alike() {
            Map<List<Object>, List<String>> alike = new LinkedHashMap<>();
            members.forEach(member -> alike.computeIfAbsent(List.of(member.verdict().outcome(), String.join("; ", member.deciding())), any -> new ArrayList<>()).add(member.member()));
            return alike.entrySet().stream().map(same -> new AlikeView(String.join(" ", same.getValue()), (Outcome) same.getKey().get(0), (String) same.getKey().get(1))).toList();
        }
    }

    record AlikeView(String members, Outcome outcome, String deciding) {
    }

    /** The verdicts that a summary tells one by one, without those it tells together. */
    private Stream<Verdict> told() {
        Set<String> together = topics.stream().flatMap(topic -> topic.families().stream()).filter(FamilyView::isMap)
                .flatMap(family -> family.members().stream()).map(member -> member.verdict().question()).collect(Collectors.toSet());
        return document.verdicts().stream().filter(verdict -> !together.contains(verdict.question()));
    }

    /** What to do next by what is told one by one, each step once. */
    public List<String> steps() {
        return told().flatMap(verdict -> Steps.of(verdict).stream()).distinct().toList();
    }

    /** The sources of what decides by what is told one by one, each once. */
    public List<Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        told().forEach(verdict -> leaves(verdict.requirement()).filter(leaf -> verdict.because().contains(leaf.id()))
                .flatMap(leaf -> leaf.reasons().stream()).flatMap(reason -> reason.sources().stream()).forEach(source -> sources.putIfAbsent(source.id() + source.locator(), source)));
        return List.copyOf(sources.values());
    }

    private static Stream<RequirementView> leaves(RequirementView view) {
        return view.children().isEmpty() ? Stream.of(view) : view.children().stream().flatMap(AnswersView::leaves);
    }

    /** The questions of which everything is shown. */
    public List<String> opened() {
        return topics.stream().flatMap(topic -> Stream.concat(topic.questions().stream(), topic.families().stream().flatMap(family -> family.members().stream())))
                .filter(QuestionView::open).map(question -> question.verdict().question()).toList();
    }

    /** In a sentence, how many questions came to what. */
    public String count() {
        Map<Outcome, Long> counts = document.verdicts().stream().collect(Collectors.groupingBy(Verdict::outcome, () -> new EnumMap<>(Outcome.class), Collectors.counting()));
        return counts.getOrDefault(Outcome.ELIGIBLE, 0L) + " eligible, " + counts.getOrDefault(Outcome.NOT_YET, 0L) + " not yet, "
                + counts.getOrDefault(Outcome.UNDETERMINED, 0L) + " not decided, " + counts.getOrDefault(Outcome.INELIGIBLE, 0L) + " not eligible.";
    }

    static AnswersView of(Policy policy, VerdictDocument today, Optional<VerdictDocument> then, List<String> open) {
        Map<String, Outcome> later = new LinkedHashMap<>();
        then.ifPresent(document -> document.verdicts().forEach(verdict -> later.put(verdict.question(), verdict.outcome())));
        Map<String, List<QuestionView>> topics = new LinkedHashMap<>();
        today.verdicts().forEach(verdict -> topics.computeIfAbsent(verdict.topic(), any -> new ArrayList<>())
                .add(new QuestionView(verdict, Optional.ofNullable(later.get(verdict.question())), open.contains(verdict.question()), verdict.deciding())));
        return new AnswersView(today, then.map(VerdictDocument::asOf), topics.entrySet().stream().map(topic -> topic(policy, topic.getKey(), topic.getValue())).toList());
    }

    private static TopicView topic(Policy policy, String name, List<QuestionView> questions) {
        Map<String, List<QuestionView>> families = new LinkedHashMap<>();
        List<QuestionView> single = new ArrayList<>();
        for (QuestionView question : questions) {
            int slash = question.verdict().question().indexOf('/');
            if (slash > 0) {
                families.computeIfAbsent(question.verdict().question().substring(0, slash), any -> new ArrayList<>()).add(question);
            } else {
                single.add(question);
            }
        }
        return new TopicView(name, single, families.entrySet().stream().map(family -> new FamilyView(family.getKey(), rows(policy, family.getValue()), family.getValue())).toList());
    }

    /** The map of a family whose members are the keys of a table that places them. */
    private static List<List<Optional<QuestionView>>> rows(Policy policy, List<QuestionView> members) {
        Map<String, QuestionView> byKey = new LinkedHashMap<>();
        members.forEach(member -> byKey.put(member.member(), member));
        return policy.tables().values().stream().filter(table -> table.type().field(MapPlaces.ROW).isPresent() && table.type().key().isPresent())
                .filter(table -> keys(table).containsAll(byKey.keySet()) && byKey.size() > table.rows().size() / 2).findFirst()
                .map(table -> MapPlaces.rows(table, byKey)).orElse(List.of());
    }

    private static List<String> keys(Table table) {
        return table.rows().stream().map(row -> String.valueOf(row.fact().value(table.type().key().orElseThrow()))).toList();
    }
}
