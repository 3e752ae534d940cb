package org.imgeligibility.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which cases a pattern means. */
class SelectionTest {

    private static final List<Fixture> FIXTURES = Stream.of("fixtures/a/one.yaml last-day", "fixtures/a/one.yaml first-day", "fixtures/a/two.yaml last-day", "fixtures/b/one.yaml al-enough")
            .map(name -> name.split(" ")).map(name -> new Fixture(name[0], 1, name[1], "S", LocalDate.EPOCH, "stated", new Tree.Scalar(null, 1), List.of())).toList();

    private static List<String> selected(String pattern) {
        return FIXTURES.stream().filter(Selection.of(pattern, FIXTURES)).map(fixture -> fixture.file().substring(9) + "/" + fixture.id()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fixtures/a/one.yaml/last-day | a/one.yaml/last-day
            last-day   | a/one.yaml/last-day a/two.yaml/last-day
            a          | a/one.yaml/last-day a/one.yaml/first-day a/two.yaml/last-day
            one.yaml   | a/one.yaml/last-day a/one.yaml/first-day b/one.yaml/al-enough
            a/*.yaml/f* | a/one.yaml/first-day
            a/*/last-???  | a/one.yaml/last-day a/two.yaml/last-day
            **/al-*    | b/one.yaml/al-enough
            fixtures/**/first-day | a/one.yaml/first-day
            /b/        | b/one.yaml/al-enough
            """)
    void aPatternMeansFoldersFilesAndCases(String pattern, String expected) {
        assertThat(selected(pattern)).containsExactly(expected.split(" "));
    }

    @Test
    void dotsAreDotsAndAStarStopsAtASlash() {
        assertThatThrownBy(() -> selected("one-yaml")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> selected("fixtures/*/last-day")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> selected("(")).isInstanceOf(InputException.class);
    }

    @Test
    void whatMatchesNothingIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> selected("lst-day")).isInstanceOf(InputException.class)
                .hasMessage("--only: no case matches 'lst-day'. Maybe last-day. Cases are named file/id, as fixtures/a/one.yaml/last-day; * stands for a part of a name, ** for parts with slashes.");
    }
}
