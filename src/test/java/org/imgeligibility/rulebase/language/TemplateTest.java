package org.imgeligibility.rulebase.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Policy POLICY = new TinyRules().when("sitting : Exam(attempts > 1) wait : Limit(id == \"WAIT\") Agency()").policy();

    @Test
    void aTextWithoutBracesIsWordsAlone() {
        assertThat(parse("It holds.").parts()).containsExactly(new Template.Words("It holds."));
    }

    @Test
    void bracesHoldAValueAndAfterABarItsNoun() {
        List<Template.Part> parts = parse("{sitting.attempts|attempt/attempts} of {wait.value}").parts();
        assertThat(parts).hasSize(3).element(1).isEqualTo(new Template.Words(" of "));
        assertThat(((Template.Value) parts.get(0)).noun()).contains("attempt/attempts");
        assertThat(((Template.Value) parts.get(2)).noun()).isEqualTo(Optional.empty());
    }

    @Test
    void squareBracketsHoldAPartThatMayBeLeftOut() {
        Template.Optionally part = (Template.Optionally) parse("Taken[ on {sitting.takenOn}].").parts().get(1);
        assertThat(part.inner().parts()).hasSize(2).first().isEqualTo(new Template.Words(" on "));
    }

    @ParameterizedTest
    @CsvSource({"{sitting.attempts} and [{wait.until}],attempts until", "{wait.value - sitting.attempts},value attempts",
        "{sitting.takenOn.plusMonths(wait.value)},takenOn value", "Nothing.,''"})
    void itKnowsTheFieldsItSpeaksOf(String text, String fields) {
        assertThat(parse(text).fields().stream().map(field -> field.field().name())).containsExactlyElementsOf(fields.isEmpty() ? List.of() : List.of(fields.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{sitting.attempts", "sitting.attempts}", "[{sitting.attempts}", "on] Friday", "[one [two] three]", "{", "]", "[{sitting.attempts]}"})
    void aBraceWithoutAPartnerIsRefused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("in \"" + text + "\": ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "{siting.attempts}                 # 'siting' is bound to nothing. Maybe sitting.",
        "{sitting.atempts}                 # Exam has no field 'atempts'. Maybe attempts.",
        "{attempts}                        # 'attempts' is bound to nothing.",
        "{Agency.title}                    # Agency has no choice 'title'.",
        "{}                                # A value is expected here",
        "{sitting.attempts > 1}            # 'sitting.attempts > 1' is more than a value.",
        "{sitting.getClass()}              # Exam has no field 'getClass'.",
        "{sitting.takenOn.toString()}      # 'toString' cannot be called in a rule.",
        "{Runtime.getRuntime()}            # 'Runtime' is bound to nothing.",
        "{sitting.exam + 1}                # Only whole numbers can be added or subtracted.",
        "{sitting.takenOn.plusDays(\"1\")} # plusDays moves a day by a whole number.",
    })
    void aNameMustBeBoundInTheRule(String text, String message) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("in \"" + text + "\": " + message);
    }

    @Test
    void aRuleWhoseSentenceSpeaksOfNobodyIsRefusedWithItsPlaceAndTheNearestName() {
        String text = TinyRules.rule("The rule", "sitting : Exam()").replace("It holds.", "{siting.exam}");
        assertThat(new TinyRules().rules(text).problems()).singleElement().asString()
                .startsWith("rules.drl:1:6: rule \"The rule\": @says in \"{siting.exam}\": 'siting' is bound to nothing. Maybe sitting.");
    }

    private static Template parse(String text) {
        return Template.parse(text, POLICY.rules().get(0), POLICY.types());
    }
}
