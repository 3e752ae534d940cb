package org.imgeligibility.rulebase.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileParserTest {

    private static final String RULE = TinyRules.rule("The rule", "AsOf()");

    @ParameterizedTest
    @ValueSource(strings = {
        "AsOf()",
        "AsOf(); AsOf();",
        "someone : Person(insideUs == true)",
        "Person(insideUs != true, age >= 18, score < 2.5, city == \"New York\")",
        "Person(age in (1, 2), age not in (3))",
        "Person(citizenships contains Country.JM, citizenships not contains \"NL\")",
        "Person(country == Country.NL || country in (Country.JM, Country.BB) && age > 3)",
        "Person((age > 1 || (age < 0 && insideUs == true)))",
        "Person(age + 1 - 2 > 3)",
        "Person(age > 9999999, score < 1.2345678)",
        "limit : Limit() Person(limit.until == null)",
        "Exam(takenOn > LocalDate.of(2020 + attempts, 12, 31))",
        "Exam(takenOn > LocalDate.of(2023, 2, 28))",
        "Person(visaUntil == null)",
        "Person(visaUntil != null, age != null)",
        "Agency(until == null)",
        "Exam(exam == ExamName.STEP_1, outcome == Outcome.PASSED)",
        "Exam(takenOn > LocalDate.of(2024, 1, 31).minusMonths(6))",
        "today : AsOf() Exam(takenOn.plusYears(7) >= today.day)",
        "someone : Person() Agency(countries contains someone.country)",
        "wait : Limit(id == \"WAIT\") sitting : Exam(attempts >= wait.value, takenOn.plusMonths(wait.value) > takenOn)",
        "Exam(/* which */ exam == ExamName.STEP_1, // and\n outcome == Outcome.FAILED)",
    })
    void whatTheLanguageHasIsAccepted(String patterns) {
        assertThat(new TinyRules().when(patterns).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "Persn()                              # 3:1  # No type of fact is called 'Persn'. Maybe Person.",
        "Person(agee > 1)                     # 3:8  # Person has no field 'agee'. Maybe age.",
        "one : Exam() Person(age > one.atempts) # 3:31 # Exam has no field 'atempts'. Maybe attempts.",
        "Exam(outcome == Outcome.PASED)       # 3:25 # Outcome has no choice 'PASED'. Maybe PASSED.",
        "Exam(outcome == \"PASED\")           # 3:6  # Outcome has no choice 'PASED'. Maybe PASSED.",
        "Exam(outcome in (\"PASSED\", \"X\")) # 3:6  # Outcome has no choice 'X'.",
        "Person(citizenships contains \"XJ\") # 3:8  # Country has no choice 'XJ'. Maybe",
        "Person(age > nobody.age)             # 3:14 # Person has no field 'nobody'.",
        "one : Exam() one : Person()          # 3:14 # 'one' is bound in this rule already.",
        "age : Person()                       # 3:1  # 'age' is a field of Person. Choose another name.",
        "Person(age)                          # 3:11 # A comparison is expected here",
        "Person(age > )                       # 3:14 # A value is expected here, not ')'.",
        "Person(age > 1                       # 4:1  # ')' is expected here, not 'then'.",
        "Person age > 1)                      # 3:8  # '(' is expected here, not 'age'.",
        "Person(age > -1)                     # 3:14 # A value is expected here, not '-'.",
        "Person(age > 1234567890)             # 3:14 # '1234567890' is not a number of at most seven digits.",
        "Person(age > 12345678)               # 3:14 # '12345678' is not a number of at most seven digits.",
        "Person(score > 1.5abc)               # 3:16 # '1.5abc' is not a number",
        "Person(score > 1.5_0)                # 3:16 # '1.5_0' is not a number",
        "Person(score > 1.5e999)              # 3:16 # '1.5e999' is not a number",
        "Person(score > 1.5f)                 # 3:16 # '1.5f' is not a number",
        "Person(score > 1.12345678)           # 3:16 # '1.12345678' is not a number",
        "Exam(takenOn < takenOn.plusYears(999999999)) # 3:34 # '999999999' is not a number",
        "Person(city == \"open)               # 3:16 # This text is not closed on its line. Add a closing quote.",
        "Person(city == \"50%\")              # 3:16 # A text in a constraint may hold letters, digits, blanks and _ . : / - only.",
        "Exam(takenOn.plusWeeks(1) > takenOn) # 3:14 # 'plusWeeks' cannot be called in a rule. Possible: minusDays, minusMonths",
    })
    void aFaultIsToldWithItsPlaceAndAWayOut(String patterns, String place, String message) {
        assertThat(new TinyRules().when(patterns).problems()).first().asString().startsWith("rules.drl:" + place + ": " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "Person(age == city)                         # 3:8  # a number and a text.",
        "Person(age == true)                         # 3:8  # a number and true or false.",
        "Person(visaUntil > age)                     # 3:8  # a day and a number.",
        "Person(visaUntil == \"2024-01-01\")         # 3:8  # a day and a text.",
        "Person(citizenships == 1)                   # 3:8  # a list and a number.",
        "Person(age in (1, \"one\"))                 # 3:8  # a number and a text.",
        "Exam(outcome == 1)                          # 3:6  # A choice of Outcome cannot be compared with a number.",
        "Exam(takenOn == outcome)                    # 3:6  # A choice of Outcome cannot be compared with a day.",
        "Person(citizenships contains 1)             # 3:8  # A choice of Country cannot be compared with a number.",
        "Person(city contains \"x\")                 # 3:8  # Only a list can contain something.",
        "Person(city > \"a\")                        # 3:8  # Only numbers and days have an order",
        "Exam(outcome >= Outcome.PASSED)             # 3:6  # Only numbers and days have an order",
        "Person(insideUs < true)                     # 3:8  # Only numbers and days have an order",
        "Exam(takenOn + 1 > takenOn)                 # 3:14 # Only whole numbers can be added or subtracted.",
        "Person(score + 1 > 2)                       # 3:14 # Only whole numbers can be added or subtracted.",
        "Exam(outcome == exam)                       # 3:6  # A choice of Outcome cannot be compared with a choice of ExamName.",
        "Person(visaUntil.plusDays(score) > visaUntil) # 3:18 # plusDays moves a day by a whole number.",
        "Person(age.plusDays(1) > 1)                 # 3:12 # plusDays moves a day by a whole number.",
    })
    void differentKindsAreNotCompared(String patterns, String place, String message) {
        assertThat(new TinyRules().when(patterns).problems()).singleElement().asString()
                .startsWith("rules.drl:" + place + ": ").contains(message);
    }

    @ParameterizedTest
    @CsvSource({"Person(age == null),age", "Person(age > 1 || city == null),city", "Exam(outcome == null && attempts == 1),outcome",
        "someone : Person(someone.insideUs == null),insideUs"})
    void theAbsenceOfAnUnknownFactIsNoReason(String patterns, String field) {
        assertThat(new TinyRules().when(patterns).problems())
                .containsExactly("rules.drl:3:1: '" + field + " == null' would take an unknown fact for a reason. Test what is known.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e : Exam() AsOf(e.attempts == null)", "e : Exam() Limit(e.attempts == null)", "e : Exam() Agency(title == \"x\" || e.attempts == null)"})
    void theAbsenceOfAnEarlierPatternsFactIsNoReason(String patterns) {
        assertThat(new TinyRules().when(patterns).problems())
                .containsExactly("rules.drl:3:12: 'attempts == null' would take an unknown fact for a reason. Test what is known.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exam(null == outcome)", "Exam(null != outcome)", "Exam(outcome in (null))", "Exam(outcome not in (Outcome.PASSED, null))",
        "Person(city in (null))", "Person(citizenships contains null)"})
    void nullStandsNowhereElse(String patterns) {
        assertThat(new TinyRules().when(patterns).problems()).singleElement().asString()
                .matches("rules.drl:3:[68]: null can only stand on the right of a field, after == or !=\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023, 2, 30", "2024, 2, 29", "2023, 99, 1", "2023, 0, 1", "2023, 4, 31", "2023, 1, 0", "2023, attempts, 1", "2023, 1, attempts",
        "2024, 1, \"x\"", "takenOn, 1, 1", "null, 1, 1"})
    void aDayIsOneThatEveryYearHas(String day) {
        assertThat(new TinyRules().when("Exam(takenOn > LocalDate.of(" + day + "))").problems())
                .containsExactly("rules.drl:3:25: LocalDate.of takes a whole number for the year, and a month and a day that every year has.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Person(age > null)", "Person(age <= null)", "Person(age + 1 == null)", "Person(null == null)", "Person(1 != null)"})
    void nullIsComparedWithAFieldAlone(String patterns) {
        assertThat(new TinyRules().when(patterns).problems()).containsExactly("rules.drl:3:8: null can only be compared with a field, by == or !=.");
    }

    @Test
    void everyFaultOfAFileIsReported() {
        TinyRules rules = new TinyRules().rules(TinyRules.rule("One", "Persn()") + TinyRules.rule("Two", "Person(agee > 1)") + RULE
                + TinyRules.rule("Three", "Exam(outcome == Outcome.PASED)"));
        assertThat(rules.problems()).extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactly("rules.drl:3:1", "rules.drl:7:8", "rules.drl:15:25");
    }

    @Test
    void theRuleBehindOneWithoutEndIsCheckedToo() {
        assertThat(new TinyRules().rules(RULE.replace(" end\n", "\n") + TinyRules.rule("Another", "Exsam()")).problems())
                .containsExactly("rules.drl:5:1: 'end' is expected here, not 'rule'.", "rules.drl:7:1: No type of fact is called 'Exsam'. Maybe Exam.");
    }

    @Test
    void everyForbiddenImportIsReported() {
        assertThat(new TinyRules().rules("import java.io.File;\nimport java.lang.Runtime;\n" + RULE).problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(" cannot"))).containsExactly("rules.drl:1:8: 'java.io.File'", "rules.drl:2:8: 'java.lang.Runtime'");
    }

    @Test
    void faultsOfSeveralFilesAreReportedTogether() {
        TinyRules rules = new TinyRules().declaring("declare X @section(\"x\") x : Strin end").when("Persn()").with("more.drl", "declare Size end");
        assertThat(rules.problems()).hasSize(3).anyMatch(p -> p.startsWith("facts.drl:38:")).anyMatch(p -> p.startsWith("rules.drl:3:1:"))
                .anyMatch(p -> p.startsWith("more.drl:1:9: 'Size' must say where its facts come from"));
    }

    @ParameterizedTest
    @EnumSource(Word.class)
    void aRuleConcludesInOneOfTheWords(Word word) {
        List<Problem> problems = new ArrayList<>();
        String text = RULE.replace("conclude.met", "conclude." + word.spelling());
        assertThat(RuleFileParser.of("rules.drl", text).rules(new TinyRules().policy().types(), problems)).extracting(Rule::word).containsExactly(word);
        assertThat(problems).isEmpty();
    }

    @Test
    void anUnknownWordIsRefusedWithTheNearest() {
        assertThat(new TinyRules().rules(RULE.replace("met(", "notyet(")).problems())
                .containsExactly("rules.drl:4:15: A rule cannot conclude 'notyet'. Maybe notYet.");
    }

    @Test
    void aRuleIsReadAsWritten() {
        Rule rule = new TinyRules().rules(RULE.replace("\nwhen", " date-effective \"2020-01-01\" date-expires \"2021-01-01\"\nwhen")).policy().rules().get(0);
        assertThat(rule.name()).isEqualTo("The rule");
        assertThat(rule.all("source")).containsExactly("handbook");
        assertThat(rule.place()).hasToString("rules.drl:1:6");
        assertThat(rule.from()).contains(LocalDate.of(2020, 1, 1));
        assertThat(rule.until()).contains(LocalDate.of(2021, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"2019-12-31,false", "2020-01-01,true", "2020-12-31,true", "2021-01-01,false"})
    void aRuleHoldsFromItsFirstDayUntilTheDayBeforeItExpires(LocalDate day, boolean holds) {
        Rule rule = new TinyRules().rules(RULE.replace("\nwhen", " date-effective \"2020-01-01\" date-expires \"2021-01-01\"\nwhen")).policy().rules().get(0);
        assertThat(rule.holds(day, "stated")).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "date-effective \"2024-02-30\"                              # '2024-02-30' is not a date as 2024-01-01.",
        "date-effective \"1 May 2024\"                              # '1 May 2024' is not a date as 2024-01-01.",
        "date-until \"2024-02-01\"                                  # date-effective and date-expires may each stand here once.",
        "date-effective \"2024-02-01\" date-effective \"2024-02-02\" # date-effective and date-expires may each stand here once.",
        "date-effective 2024                                        # A date as \"2024-01-01\" is expected here, not '2024'.",
    })
    void datesAreDays(String dates, String message) {
        assertThat(new TinyRules().rules(RULE.replace("\nwhen", "\n" + dates + "\nwhen")).problems()).singleElement().asString()
                .startsWith("rules.drl:2:").endsWith(message);
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01,2024-01-01", "2024-01-01,2023-12-31"})
    void aRuleDoesNotExpireBeforeItIsInForce(String from, String until) {
        String dated = RULE.replace("\nwhen", " date-effective \"" + from + "\" date-expires \"" + until + "\"\nwhen");
        assertThat(new TinyRules().rules(dated).problems()).singleElement().asString().contains("must lie after date-effective");
    }

    @Test
    void metadataGivenTwiceIsRefused() {
        assertThat(new TinyRules().rules(RULE.replace("@source", "@says(\"Again.\") @source")).problems())
                .singleElement().asString().endsWith("@says stands here twice. Put all values into one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "// AsOf()", "/* AsOf() */"})
    void aRuleLooksForSomething(String patterns) {
        assertThat(new TinyRules().when(patterns).problems()).singleElement().asString().startsWith("rules.drl:4:1: A rule looks for at least one fact.");
    }

    @Test
    void aCommentIsClosed() {
        assertThat(new TinyRules().rules("/* never closed\n" + RULE).problems()).containsExactly("rules.drl:1:1: This comment is not closed. Add */ where it ends.");
    }

    @Test
    void aRuleHasAtMostTwelvePatterns() {
        assertThat(new TinyRules().when("AsOf()\n".repeat(12)).problems()).isEmpty();
        assertThat(new TinyRules().when("AsOf()\n".repeat(13)).problems()).containsExactly("rules.drl:15:1: More than 12 patterns. Split the rule.");
    }

    @Test
    void aPatternHasAtMostTwentyFourConstraints() {
        assertThat(new TinyRules().when("Person(age > 1" + ", age > 1".repeat(23) + ")").problems()).isEmpty();
        assertThat(new TinyRules().when("Person(age > 1" + ", age > 1".repeat(24) + ")").problems()).hasSize(1);
    }

    @Test
    void bracketsNestAtMostSixDeep() {
        assertThat(new TinyRules().when("Person(" + "(".repeat(6) + "age > 1" + ")".repeat(6) + ")").problems()).isEmpty();
        assertThat(new TinyRules().when("Person(" + "(".repeat(7) + "age > 1" + ")".repeat(7) + ")").problems())
                .containsExactly("rules.drl:3:14: Brackets nest more than 6 deep.");
    }

    @ParameterizedTest
    @CsvSource({"' && age > 1',132", "' || age > 1',132"})
    void aConditionHasAtMostFourHundredParts(String part, int times) {
        assertThat(new TinyRules().when("Person(age > 1" + part.repeat(times) + ")").problems()).isEmpty();
        assertThat(new TinyRules().when("Person(age > 1" + part.repeat(times + 1) + ")").problems())
                .containsExactly("rules.drl:3:1471: A condition has more than 400 parts. Split it.");
    }

    @Test
    void aListHasAtMostThePartsOfACondition() {
        assertThat(new TinyRules().when("Person(age in (1" + ", 1".repeat(397) + "))").problems()).isEmpty();
        assertThat(new TinyRules().when("Person(age in (1" + ", 1".repeat(398) + "))").problems()).singleElement().asString().endsWith("more than 400 parts. Split it.");
    }

    @Test
    void fieldsKeepTheirKindAndMetadata() {
        Policy policy = new TinyRules().declaring("declare Visit @section(\"visit\") stay : Integer @label(\"Days\") @unit(\"days\") @min(1) @max(90) end").policy();
        Type visit = policy.types().type("Visit").orElseThrow();
        assertThat(visit.field("stay")).hasValueSatisfying(stay -> {
            assertThat(stay.type()).isEqualTo(new FieldType.WholeNumber(1, 90));
            assertThat(stay.label() + " " + stay.unit()).isEqualTo("Days days");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "declare Twice @section(\"t\") x : Integer x : String end # 38:41 # 'x' is a field of Twice already.",
        "declare Other @section(\"person\") y : Integer end   # 38:9  # @section: 'person' is in use or no name.",
        "declare Other @section(\"\") y : Integer end         # 38:9  # @section: '' is in use or no name.",
        "declare Other @section(\"a/b\") y : Integer end      # 38:9  # @section: 'a/b' is in use or no name.",
        "declare Other @section(\"name\") y : Integer end     # 38:9  # @section: 'name' is in use or no name.",
        "declare enum Country A(\"a\"); title : String end    # 38:9  # 'Country' is a list of choices or a type already.",
        "declare enum String A(\"a\"); title : String end     # 38:9  # 'String' is a list of choices or a type already.",
        "declare enum Exam A(\"a\"); title : String end       # 10:9  # 'Exam' is declared a second time.",
        "declare Visit @section(\"v\") x : Integer @min(\"abc\") end # 38:29 # @min: 'abc' is not a whole number.",
        "declare Visit @section(\"v\") x : Integer @min(5) @max(1) end # 38:29 # @min(5) is above @max(1).",
        "declare Visit @section(\"v\") @dated x : Integer end # 38:9 # @dated is for tables only.",
        "declare Visit @section(\"v\") x : Integer @absentMeans(\"nonee\") end # 38:29 # @absentMeans can only be \"none\", not 'nonee'.",
        "declare Visit @section(\"v\") X : Integer end       # 38:29 # 'X' cannot name a field: small letter first",
        "declare Visit @section(\"v\") a_b : Integer end     # 38:29 # 'a_b' cannot name a field: small letter first",
        "declare visit @section(\"v\") x : Integer end       # 38:9  # 'visit': a type begins with a capital letter",
        "declare My_Visit @section(\"v\") x : Integer end    # 38:9  # 'My_Visit': a type begins with a capital letter",
        "declare Visit x : Integer end                       # 38:9  # 'Visit' must say where its facts come from",
        "declare Visit @section(\"v\") @day x : Integer end  # 38:9  # 'Visit' must say where its facts come from",
        "declare Visit @sektion(\"v\") x : Integer end       # 38:9  # @sektion means nothing here. Maybe section.",
        "declare Visit @section(\"v\") x : Integer @lbel(\"X\")  end # 38:29 # @lbel means nothing here. Maybe label.",
        "declare Visit @section(\"v\") x : Outcom end        # 38:29 # 'Outcom' is no type and no list of choices. Maybe Outcome.",
        "declare Visit @section(\"v\") x : List @of(\"Contry\") end # 38:29 # 'Contry' is no type and no list of choices. Maybe Country.",
        "declare Visit @section(\"v\") @key(\"y\") x : Outcome end # 38:9 # @key: Visit has no field 'y'.",
        "declare Visit @section(\"v\") @key(\"x\") x : String end  # 38:9 # @key: the key of a list must be a choice.",
        "declare Person @section(\"v\") x : Integer end      # 38:9  # 'Person' is declared a second time.",
        "declare Visit @section(\"v\") x Integer end         # 38:31 # ':' is expected here, not 'Integer'.",
        "declare Visit @section(\"v\") x : Integer           # 38:40 # A field or 'end' is expected here, not the end of the file.",
        "declare enum Size A(\"a\"), A(\"b\"); title : String end # 38:27 # 'A' stands in Size already.",
        "declare enum Size A; title : String end             # 38:20 # '(' is expected here, not ';'.",
        "declare enum Size A(\"a\"); end                     # 38:27 # 'title' is expected here, not 'end'.",
    })
    void aFaultyDeclarationIsToldWithItsPlace(String declaration, String place, String message) {
        assertThat(new TinyRules().declaring(declaration.strip()).problems()).anyMatch(p -> p.startsWith("facts.drl:" + place + ": " + message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "day : Integer", "day : LocalDate other : String"})
    void theDayHasOneFieldOfADay(String fields) {
        assertThat(new TinyRules().with("facts.drl", TinyRules.FACTS.replace("    day : LocalDate\n", fields + "\n")).problems())
                .containsExactly("facts.drl:5:9: the type of the day has one field, a LocalDate.");
    }
}
