package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.verdict.VerdictDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An edit of the real rules changes no decision for anybody it is said not to concern. */
class TouchedTest {

    private static final int EVERY = 25;
    private static final RuleBase BEFORE = RuleBase.of(Path.of("rules"));
    private static final List<Fixture> FIXTURES = fixtures();

    private static List<Fixture> fixtures() {
        List<Fixture> all = Regression.of(Path.of("fixtures"), new Evaluator(BEFORE)).fixtures();
        return IntStream.iterate(0, at -> at < all.size(), at -> at + EVERY).mapToObj(all::get).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "licensure/jurisdictions.csv # Scores are valid for ten years. # Scores are valid for 10 years. # false",
        "licensure/jurisdictions.csv # CA,California,4,0,24,12 # CA,California,4,0,30,12 # true",
        "certification/certification.drl # education : Education(creditYears < needed.value) # education : Education(creditYears > needed.value) # true",
        "certification/certification.drl # conclude.barred(drools) # conclude.undecided(drools) # true",
        "licensure/licensure.drl # @requires(\"licensure/{place.code}/gme-months\") # @requires(\"licensure/{place.code}/gme-months\", \"licensure/{place.code}/reduced-months\") # true",
        "licensure/licensure.drl # months of accredited GME # months of accredited training # false",
        "requirements.yaml # combine: any # combine: all # true"})
    void whoIsNotConcernedIsDecidedAsBefore(String file, String old, String edited, boolean decides) {
        TreeMap<String, String> contents = new TreeMap<>(RuleFiles.of(Path.of("rules")).contents());
        assertThat(contents.get(file)).contains(old);
        contents.put(file, contents.get(file).replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(edited)));
        RuleBase after = RuleBase.of(PolicyLoader.load(new RuleFiles(contents), Optional.empty()));
        Touched touched = Touched.by(BEFORE, after);
        Evaluator one = new Evaluator(BEFORE);
        Evaluator other = new Evaluator(after);
        List<Fixture> unconcerned = FIXTURES.stream().filter(fixture -> !touched.concerns(facts(fixture), fixture.asOf())).toList();
        assertThat(unconcerned).allSatisfy(fixture -> assertThat(decisions(other, fixture)).isEqualTo(decisions(one, fixture)));
        assertThat(unconcerned.size() < FIXTURES.size()).isEqualTo(decides);
    }

    private static Facts facts(Fixture fixture) {
        return ApplicantReader.read(BEFORE.policy().vocabulary(), fixture.applicant(), List.of()).facts();
    }

    private static List<Object> decisions(Evaluator evaluator, Fixture fixture) {
        try {
            VerdictDocument document = evaluator.evaluate(facts(fixture), new Request(fixture.asOf(), fixture.reading(), List.of(), false));
            return List.of(document.verdicts().stream().map(verdict -> List.of(verdict.question(), verdict.outcome(), verdict.because(), verdict.missing(), verdict.metFrom())).toList(),
                    document.classifications().stream().map(VerdictDocument.Classification::value).toList(), document.calendar().stream().map(VerdictDocument.Event::day).toList());
        } catch (InputException refused) {
            return List.of(refused.problems());
        }
    }
}
