package org.imgeligibility.rulebase.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.PolicyLoader;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrlPrinterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "AsOf()                                   # b0 : T_AsOf()",
        "Person(insideUs == true)                 # b0 : T_Person(f_insideUs == true)",
        "Person(insideUs != true)                 # b0 : T_Person(f_insideUs != null, f_insideUs != true)",
        "Person(age > 1, age < 9)                 # b0 : T_Person(f_age != null, f_age > 1, f_age < 9)",
        "Person(3 <= age)                         # b0 : T_Person(f_age != null, 3 <= f_age)",
        "Person(age != null)                      # b0 : T_Person(f_age != null)",
        "Person(visaUntil == null)                # b0 : T_Person(f_visaUntil == null)",
        "Person(age in (1, 2))                    # b0 : T_Person(f_age != null, f_age in (1, 2))",
        "Person(age not in (1))                   # b0 : T_Person(f_age != null, f_age not in (1))",
        "Person(citizenships contains Country.NL) # b0 : T_Person(f_citizenships != null, f_citizenships contains \"NL\")",
        "Person(citizenships not contains country) # b0 : T_Person(f_citizenships != null, f_country != null, f_citizenships not contains f_country)",
        "Person(age + 1 - 2 > 3)                  # b0 : T_Person(f_age != null, Math.subtractExact(Integer.sum(f_age, 1), 2) > 3)",
        "Person(age + 1 == 2)                     # b0 : T_Person(f_age != null, Integer.sum(f_age, 1) == 2)",
        "Person(2 == age)                         # b0 : T_Person(f_age != null, 2 == f_age)",
        "Person(age - 1 == 2 || insideUs == true) # b0 : T_Person((f_age != null && Math.subtractExact(f_age, 1) == 2) || f_insideUs == true)",
        "Person(age == 1 || city != \"Oslo\")     # b0 : T_Person(f_age == 1 || (f_city != null && f_city != \"Oslo\"))",
        "Person(age > 1 && score > 2.5)           # b0 : T_Person(f_age != null && f_age > 1 && f_score != null && f_score > 2.5)",
        "Exam(takenOn > LocalDate.of(2024, 1, 31)) # b0 : T_Exam(f_takenOn != null, f_takenOn > LocalDate.of(2024, 1, 31))",
        "Exam(outcome == Outcome.PASSED)          # b0 : T_Exam(f_outcome == \"PASSED\")",
    })
    void aMissingValueMakesEveryComparisonFalse(String pattern, String printed) {
        assertThat(patterns(new TinyRules().when(pattern).policy())).containsExactly(printed);
    }

    @Test
    void anEarlierPatternIsReferredToByItsPositionAndGuarded() {
        Policy policy = new TinyRules().when("wait : Limit(id == \"WAIT\") Exam(takenOn.plusMonths(wait.value) > takenOn)").policy();
        assertThat(patterns(policy)).containsExactly("b0 : T_Limit(f_id == \"WAIT\")",
                "b1 : T_Exam(f_takenOn != null, b0.f_value != null, f_takenOn.plusMonths(b0.f_value) > f_takenOn)");
    }

    @Test
    void typesArePrintedWithTheirFieldsAndNothingOfTheirMetadata() {
        Policy policy = new TinyRules().policy();
        assertThat(DrlPrinter.types(List.of(policy.types().type("Exam").orElseThrow()))).endsWith("""
                declare T_Exam
                    f_exam : String
                    f_outcome : String
                    f_takenOn : LocalDate
                    f_attempts : Integer
                end
                """).doesNotContain("Examinations", "@");
    }

    @Test
    void theOnlyConsequenceIsToRememberTheMatch() {
        assertThat(DrlPrinter.rules(new TinyRules().when("AsOf()").policy().rules(), "some.Sink", (rule, index) -> "r" + index)).endsWith("""
                global some.Sink matches;
                rule "r0" when
                    b0 : T_AsOf()
                then matches.add((org.kie.api.runtime.rule.RuleContext) drools); end
                """);
    }

    @Test
    void ofTheRealRulesOnlyPatternsArePrinted() {
        Policy policy = PolicyLoader.load(RuleFiles.of(Path.of("rules")));
        Pattern line = Pattern.compile("b\\d+ : T_[A-Z][A-Za-z0-9]*\\([A-Za-z0-9_ .:/\"(),&|=!<>-]*\\)");
        assertThat(patterns(policy)).hasSizeGreaterThan(policy.rules().size() - 1).allMatch(line.asMatchPredicate());
        String printed = DrlPrinter.rules(policy.rules(), "Sink", (rule, index) -> "r" + index);
        assertThat(policy.rules()).noneMatch(rule -> printed.contains(rule.name()));
    }

    private static List<String> patterns(Policy policy) {
        return DrlPrinter.rules(policy.rules(), "Sink", (rule, index) -> "r" + index).lines().filter(line -> line.startsWith("    ")).map(String::strip).toList();
    }
}
