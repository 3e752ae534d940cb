package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.facts.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that would keep the engine from answering are refused before anything is compiled. */
class BoundsTest {

    private static String limits(int rows) {
        return IntStream.range(0, rows).mapToObj(row -> "L" + row + "," + row + ",2010-01-01,,handbook\n").collect(Collectors.joining("", "id,value,from,until,source\n", ""));
    }

    static Stream<String> exploding() {
        return Stream.of(
                "a : Limit()\nb : Limit()",
                "a : Limit()\nb : Limit(value > a.value)",
                "a : Limit()\nb : Limit(id != a.id)\nc : Agency()",
                "Person(age > 1)\na : Limit()\nb : Limit(value != a.value || value == a.value)",
                "a : Limit(value >= 0)\np : Person(age > a.value)\nb : Limit(value < p.age)",
                Stream.generate(() -> "Agency()").limit(10).collect(Collectors.joining("\n")) + "\nLimit()",
                IntStream.range(0, 12).mapToObj(at -> "l" + at + " : Limit(value > " + at + ")").collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @MethodSource("exploding")
    void patternsThatCombineInTooManyWaysAreRefusedByTheirRule(String patterns) {
        assertThat(new TinyRules().with("limits.csv", limits(600)).when(patterns).problems()).singleElement().asString()
                .startsWith("rules.drl:1:6: rule \"The rule\": its patterns combine in more than 200000 ways. Begin with");
    }

    /** Whoever evaluates by the rules unrolls them once, and hears the same. */
    @Test
    void anEngineRefusesThemInTheSameWords() {
        TinyRules rules = new TinyRules().with("limits.csv", limits(600)).when("a : Limit()\nb : Limit()");
        assertThatThrownBy(() -> RuleBase.of(rules.files())).isInstanceOf(InputException.class).hasMessage(String.join("\n", rules.problems().stream().map(Object::toString).toList()));
    }

    @Test
    void aJoinByKeyMayBeOverAsManyRows() {
        assertThat(new TinyRules().with("limits.csv", limits(20_000)).when("a : Limit()\nb : Limit(id == a.id)\nc : Limit(b.id == id, value == a.value)").problems()).isEmpty();
        assertThat(new TinyRules().with("limits.csv", limits(20_000)).when("a : Limit(id == \"L7\")\nb : Limit(id == a.id)\nc : Limit(value > a.value)").problems()).isEmpty();
    }

    @Test
    void manyRulesThatEachCombineALittleAreRefusedTogether() {
        String rules = IntStream.range(0, 60).mapToObj(at -> TinyRules.rule("Rule " + at, "a : Limit()\nb : Limit(value == a.value)")).collect(Collectors.joining());
        assertThat(new TinyRules().with("limits.csv", limits(300)).rules(rules).problems()).singleElement().asString().contains("more than 5000000 ways");
    }

    @Test
    void tooManyRulesOrRowsAreRefused() {
        assertThat(new TinyRules().rules(IntStream.range(0, 5001).mapToObj(at -> TinyRules.rule("Rule " + at, "AsOf()")).collect(Collectors.joining())).problems())
                .singleElement().asString().startsWith("There are 5001 rules; at most 5000 can be used.");
        assertThat(new TinyRules().with("limits.csv", limits(20_001)).when("AsOf()").problems()).singleElement().asString().startsWith("limits.csv: has 20001 rows; at most 20000");
    }

    @Test
    void tooLargeAFileOrFolderIsNotRead(@TempDir Path folder) throws IOException {
        Path rules = new TinyRules().when("AsOf()").writeTo(folder);
        Files.writeString(rules.resolve("large.drl"), " ".repeat(2_000_001));
        assertThatThrownBy(() -> RuleFiles.of(rules)).isInstanceOf(InputException.class).hasMessageContaining("large.drl: is larger than 2 MB. Split it.");
        Files.delete(rules.resolve("large.drl"));
        for (int file = 0; file < 11; file++) {
            Files.writeString(rules.resolve("part" + file + ".drl"), " ".repeat(1_900_000));
        }
        assertThatThrownBy(() -> RuleFiles.of(rules)).isInstanceOf(InputException.class).hasMessageContaining("holds more than 20 MB of rules.");
    }
}
