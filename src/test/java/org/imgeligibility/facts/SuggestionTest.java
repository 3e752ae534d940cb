package org.imgeligibility.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {

    private static final List<String> OUTCOMES = List.of("PASSED", "FAILED", "NOT_TAKEN", "AWAITING_RESULT");

    @ParameterizedTest
    @CsvSource({"PASED, PASSED", "passed, PASSED", "PASSEDD, PASSED", "FIALED, FAILED", "NOT-TAKEN, NOT_TAKEN", "NotTaken, NOT_TAKEN",
            "AWAITING_RESLUT, AWAITING_RESULT"})
    void aSlipOfThePenFindsTheNameMeant(String given, String meant) {
        assertThat(Suggestion.maybe(given, OUTCOMES)).isEqualTo(" Maybe " + meant + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "P", "PAST", "DONE", "PASSED_WITH_DISTINCTION"})
    void aNameFarFromAllIsNotGuessedAt(String given) {
        assertThat(Suggestion.maybe(given, OUTCOMES)).isEmpty();
    }

    @Test
    void oneChangeIsForgivenInAShortNameAndTwoAreNot() {
        assertThat(Suggestion.nearest("NQ", List.of("NO"))).contains("NO");
        assertThat(Suggestion.nearest("QQ", List.of("NO"))).isEmpty();
    }

    @Test
    void aThirdOfALongerNameMayChangeAndNoMore() {
        assertThat(Suggestion.nearest("exmXX", List.of("exams", "school"))).isEmpty();
        assertThat(Suggestion.nearest("schXXl", List.of("exams", "school"))).contains("school");
        assertThat(Suggestion.nearest("scXXXl", List.of("exams", "school"))).isEmpty();
    }

    @Test
    void theCloserNameWinsAndOfTwoEquallyCloseTheFirstByAlphabet() {
        assertThat(Suggestion.nearest("STEP_2_C", List.of("STEP_2_CK", "STEP_1", "STEP_2_CS"))).contains("STEP_2_CK");
        assertThat(Suggestion.nearest("STEP_2_C", List.of("STEP_2_CS", "STEP_2_CK"))).contains("STEP_2_CK");
        assertThat(Suggestion.nearest("STEP_2_CSS", List.of("STEP_2_CK", "STEP_2_CS"))).contains("STEP_2_CS");
    }

    @Test
    void withoutKnownNamesThereIsNothingToSuggest() {
        assertThat(Suggestion.maybe("PASED", List.of())).isEmpty();
    }
}
