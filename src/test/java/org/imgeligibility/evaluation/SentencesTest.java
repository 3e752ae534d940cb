package org.imgeligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.Reason;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every sentence of every fixture can be read out: no identifier, no ISO date, no template left in it. */
class SentencesTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static List<String> sentences;
    private static List<String> unfounded;

    private record Found(List<String> sentences, List<String> unfounded) {
    }

    @BeforeAll
    static void collect() {
        List<Found> all = Regression.of(Path.of("fixtures"), EVALUATOR).fixtures().parallelStream().filter(fixture -> !fixture.expectsRefusal()).map(SentencesTest::document)
                .map(document -> new Found(sentences(document).distinct().toList(), unfounded(document))).toList();
        sentences = all.stream().flatMap(found -> found.sentences().stream()).distinct().sorted().toList();
        unfounded = all.stream().flatMap(found -> found.unfounded().stream()).distinct().toList();
    }

    /** Leaves with a reason without source, and those that are NOT_YET without a next step, or the other way round. */
    private static List<String> unfounded(VerdictDocument document) {
        return document.verdicts().stream().flatMap(verdict -> leaves(verdict.requirement())).filter(leaf -> !leaf.reasons().isEmpty())
                .filter(leaf -> leaf.reasons().stream().anyMatch(reason -> reason.sources().isEmpty())
                        || leaf.status().name().equals("NOT_YET") != leaf.reasons().stream().anyMatch(reason -> reason.nextStep().isPresent()))
                .map(leaf -> leaf.id() + ": " + leaf.explanation()).toList();
    }

    @Test
    void noSentenceHoldsAnIdentifier() {
        Set<String> identifiers = new TreeSet<>();
        EVALUATOR.policy().vocabulary().slots().values().forEach(slot -> identifiers.add(slot.field().name()));
        EVALUATOR.policy().types().choices().values().stream().map(FieldType.OneOf::choices).flatMap(List::stream).map(Choice::id).forEach(identifiers::add);
        identifiers.removeIf(word -> !word.matches(".*([a-z][A-Z]|_).*"));
        assertThat(identifiers).contains("NOT_TAKEN", "hasId", "takenOn");
        assertThat(sentences).hasSizeGreaterThan(500).noneMatch(sentence -> words(sentence).anyMatch(identifiers::contains));
    }

    @Test
    void noSentenceHoldsATemplateAnIsoDateOrNothing() {
        assertThat(sentences).noneMatch(sentence -> sentence.matches("(?s).*([{}\\[\\]]|\\d{4}-\\d{2}|\\bnull\\b|\\btrue\\b|\\bfalse\\b|not known not known).*"));
    }

    @Test
    void everySentenceBeginsLargeAndEndsWithAStop() {
        assertThat(sentences).allMatch(sentence -> Character.isUpperCase(sentence.charAt(0)) && sentence.endsWith("."))
                .noneMatch(sentence -> sentence.contains("  ") || sentence.contains(" ,") || sentence.contains(" ."));
    }

    @Test
    void noExplanationSaysTheSameTwice() {
        assertThat(sentences).noneMatch(sentence -> {
            List<String> parts = List.of(sentence.split("(?<=\\.)(?<!\\bSt\\.) "));
            return parts.size() != Set.copyOf(parts.stream().map(part -> part.replaceAll("\\W", "").chars().sorted().boxed().toList()).toList()).size();
        });
    }

    @Test
    void aNotYetAlwaysSaysWhatToDoAndEveryReasonHasASource() {
        assertThat(unfounded).isEmpty();
    }

    private static Stream<String> words(String sentence) {
        return Stream.of(sentence.split("[^A-Za-z0-9_]+"));
    }

    private static VerdictDocument document(Fixture fixture) {
        return EVALUATOR.evaluate(org.imgeligibility.facts.ApplicantReader.read(EVALUATOR.policy().vocabulary(), fixture.applicant(), List.of()),
                new Request(fixture.asOf(), fixture.reading(), fixture.questions(), true));
    }

    private static Stream<String> sentences(VerdictDocument document) {
        Stream<String> classes = document.classifications().stream().map(VerdictDocument.Classification::explanation);
        Stream<String> verdicts = document.verdicts().stream().flatMap(verdict -> Stream.of(
                verdict.notes().stream().flatMap(SentencesTest::sentences),
                verdict.otherReading().stream().flatMap(other -> other.reasons().stream()).flatMap(SentencesTest::sentences),
                verdict.applicability().stream().flatMap(SentencesTest::sentences),
                sentences(verdict.requirement())).flatMap(stream -> stream));
        Stream<String> beside = Stream.concat(document.calendar().stream().map(VerdictDocument.Event::reason), document.context().stream()).flatMap(SentencesTest::sentences);
        return Stream.of(classes, verdicts, beside).flatMap(stream -> stream);
    }

    private static Stream<String> sentences(RequirementView view) {
        Stream<String> own = view.explanation().isEmpty() ? Stream.empty() : Stream.of(view.explanation());
        return Stream.of(own, view.reasons().stream().flatMap(SentencesTest::sentences), view.leftOut().stream().flatMap(SentencesTest::sentences),
                view.requiredBy().stream().map(by -> by.rule().name() + "."), view.askedOf().stream().flatMap(SentencesTest::sentences),
                view.children().stream().flatMap(SentencesTest::sentences)).flatMap(stream -> stream);
    }

    private static Stream<RequirementView> leaves(RequirementView view) {
        return view.children().isEmpty() ? Stream.of(view) : view.children().stream().flatMap(SentencesTest::leaves);
    }

    private static Stream<String> sentences(Reason reason) {
        return Stream.concat(Stream.of(reason.explanation()), reason.nextStep().stream());
    }

    /** Prints them all, for reading aloud: {@code mvn test -Dtest=SentencesTest} writes target/sentences.txt. */
    @Test
    void theSentencesAreWrittenDownForReading() throws java.io.IOException {
        java.nio.file.Path written = java.nio.file.Files.write(Path.of("target/sentences.txt"), sentences);
        assertThat(java.nio.file.Files.readAllLines(written).stream().collect(Collectors.toSet())).containsAll(sentences);
    }
}
