package org.imgeligibility.rulebase.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author of rule files might try in order to run code: refused with its place, or never printed for the engine. */
class HostileRuleFileTest {

    private static final String RULE = TinyRules.rule("The rule", "AsOf()");

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "import java.lang.Runtime;                       # 1:8  # 'java.lang.Runtime' cannot be imported.",
        "import java.io.File                             # 1:8  # 'java.io.File' cannot be imported.",
        "import java.io.*;                               # 1:16 # '*' has no meaning here.",
        "import java.util.List.Evil;                     # 1:8  # 'java.util.List.Evil' cannot be imported.",
        "import static java.lang.Runtime.getRuntime;     # 1:8  # 'static' cannot be imported.",
        "import function java.lang.System.exit;          # 1:8  # 'function' cannot be imported.",
        "import accumulate evil.Sum sum;                 # 1:8  # 'accumulate' cannot be imported.",
        "function void evil() { System.exit(0); }        # 1:1  # 'declare' or 'rule' is expected here, not 'function'.",
        "query \"evil\" Person() end                     # 1:1  # 'declare' or 'rule' is expected here, not 'query'.",
        "global java.io.PrintStream out;                 # 1:1  # 'declare' or 'rule' is expected here, not 'global'.",
        "unit Evil;                                      # 1:1  # 'declare' or 'rule' is expected here, not 'unit'.",
        "dialect \"mvel\"                                # 1:1  # 'declare' or 'rule' is expected here, not 'dialect'.",
        "template header                                 # 1:1  # 'declare' or 'rule' is expected here, not 'template'.",
        "eval(Runtime.getRuntime().exec(\"id\"));        # 1:1  # 'declare' or 'rule' is expected here, not 'eval'.",
        "declare trait Evil end                          # 1:20 # ':' is expected here, not 'end'.",
        "declare entry-point evil end                    # 1:14 # A field or 'end' is expected here, not '-'.",
        "declare Evil extends java.io.File end           # 1:22 # ':' is expected here, not 'java'.",
        "declare Evil @section(Runtime.getRuntime()) end # 1:23 # A text in quotes or a whole number is expected here, not 'Runtime'.",
        "declare Evil @section(\"e\") x : Integer = 3 end # 1:40 # '=' has no meaning here.",
        "declare Evil @section(\"e\") x : java.lang.Runtime end # 1:36 # A field or 'end' is expected here, not '.'.",
    })
    void nothingButDeclarationsAndRulesIsAnItemOfAFile(String text, String place, String message) {
        assertThat(new TinyRules().rules(text.strip() + "\n" + RULE).problems()).anyMatch(p -> p.startsWith("rules.drl:" + place + ": " + message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"salience 100", "no-loop true", "lock-on-active", "agenda-group \"evil\"", "activation-group \"evil\"", "ruleflow-group \"evil\"",
        "auto-focus true", "dialect \"java\"", "enabled(Runtime.getRuntime() != null)", "timer(int: 0 1)", "duration 1", "calendars \"evil\"",
        "extends \"Other\"", "salience(new java.io.File(\"x\").length())"})
    void aRuleHasNoAttributesButDates(String attribute) {
        assertThat(new TinyRules().rules(RULE.replace("\nwhen", "\n" + attribute + "\nwhen")).problems()).singleElement().asString().startsWith("rules.drl:2:1: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "eval(true)                                        # 3:1  # No type of fact is called 'eval'.",
        "not Person()                                      # 3:1  # 'not' would hold while nothing is known.",
        "exists Person()                                   # 3:1  # No type of fact is called 'exists'.",
        "forall(Person())                                  # 3:1  # 'forall' would hold while nothing is known.",
        "(Person() or AsOf())                              # 3:1  # A type of fact is expected here, not '('.",
        "Person() or AsOf()                                # 3:10 # No type of fact is called 'or'.",
        "accumulate(Person(); count())                     # 3:1  # No type of fact is called 'accumulate'.",
        "Person() from collect(Person())                   # 3:10 # No type of fact is called 'from'.",
        "Person() from entry-point \"evil\"                # 3:10 # No type of fact is called 'from'.",
        "Person() over window:time(1)                      # 3:10 # No type of fact is called 'over'.",
        "String()                                          # 3:1  # No type of fact is called 'String'.",
        "java.lang.Object()                                # 3:1  # No type of fact is called 'java'.",
        "/person[age > 1]                                  # 3:1  # '/' has no meaning here.",
        "$p : Person()                                     # 3:1  # '$' has no meaning here.",
        "Person(eval(true))                                # 3:8  # Person has no field 'eval'.",
        "Person(this != null)                              # 3:8  # Person has no field 'this'.",
        "Person(getClass() != null)                        # 3:8  # Person has no field 'getClass'.",
        "Person(class.name == \"x\")                       # 3:8  # Person has no field 'class'.",
        "Person(city.getClass() != null)                   # 3:13 # 'getClass' cannot be called in a rule.",
        "Person(city.class.forName(\"x\") != null)         # 3:13 # 'class' cannot be called in a rule.",
        "Person(Class.forName(\"java.lang.Runtime\") != null) # 3:8 # Person has no field 'Class'.",
        "Person(Runtime.getRuntime().exec(\"id\") != null) # 3:8  # Person has no field 'Runtime'.",
        "Person(java.lang.System.exit(0) == 1)             # 3:8  # Person has no field 'java'.",
        "Person(new java.io.File(\"x\") != null)           # 3:8  # Person has no field 'new'.",
        "Person(LocalDate.now() > visaUntil)               # 3:18 # 'of' is expected here, not 'now'.",
        "Person(LocalDate.of(2024, 1, 1).getClass() != null) # 3:33 # 'getClass' cannot be called in a rule.",
        "Person(Country.valueOf(\"NL\") == country)        # 3:16 # Country has no choice 'valueOf'.",
        "Person(city matches \"(a+)+\")                    # 3:13 # A comparison is expected here",
        "Person(city str[startsWith] \"x\")                # 3:13 # A comparison is expected here",
        "Person(inner : age)                               # 3:8  # Person has no field 'inner'.",
        "Person(!(age > 1))                                # 3:8  # '!' would hold while nothing is known.",
        "Person(age++ > 1)                                 # 3:12 # A value is expected here, not '+'.",
        "Person(age = 1)                                   # 3:12 # '=' has no meaning here.",
        "Person(age * 2 > 1)                               # 3:12 # '*' has no meaning here.",
        "Person(age > 1 ? true : false)                    # 3:16 # '?' has no meaning here.",
        "Person((String) city == \"x\")                    # 3:9  # Person has no field 'String'.",
        "Person(city == 'x')                               # 3:16 # ''' has no meaning here.",
        "Person(citizenships[0] == \"NL\")                 # 3:20 # A comparison is expected here",
        "Person(city == \"a\" + Runtime.getRuntime())      # 3:22 # Person has no field 'Runtime'.",
        "Person(age > 123456789012345678901234567890)      # 3:14 # '123456789012345678901234567890' is not a number",
        "Person(age > 0x7fffffff)                          # 3:14 # '0x7fffffff' is not a number",
        "Person(age > 1L)                                  # 3:14 # '1L' is not a number",
        "Person(age > \u0663)                              # 3:14 # '\u0663' has no meaning here.",
    })
    void aPatternComparesFieldsAndNothingElse(String pattern, String place, String message) {
        assertThat(new TinyRules().when(pattern).problems()).first().asString().startsWith("rules.drl:" + place + ": " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\\\" || System.exit(0) == \\\"", "x\\\\", "\\u0022", "x\\n", "${evil}", "x`", "x;y", "x(y)", "x{y}", "\u00e9", "\u202e", "x\ty", "#{evil}", "x'y"})
    void aTextInAConstraintHoldsPlainCharactersOnly(String text) {
        assertThat(new TinyRules().when("Person(city == \"" + text + "\")").problems()).isNotEmpty().allMatch(p -> p.startsWith("rules.drl:3:16: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "                                                          # 4:7  # 'conclude' is expected here, not 'end'.",
        "System.exit(0); conclude.met(drools);                     # 4:6  # 'conclude' is expected here, not 'System'.",
        "conclude.met(drools); System.exit(0);                     # 4:28 # 'end' is expected here, not 'System'.",
        "conclude.met(drools); conclude.barred(drools);            # 4:28 # 'end' is expected here, not 'conclude'.",
        "conclude.met(drools)                                      # 4:27 # ';' is expected here, not 'end'.",
        "conclude.met(kcontext);                                   # 4:19 # 'drools' is expected here, not 'kcontext'.",
        "conclude.met(drools, Runtime.getRuntime());               # 4:25 # ')' is expected here, not ','.",
        "conclude.met(drools).getClass();                          # 4:26 # ';' is expected here, not '.'.",
        "conclude.getClass();                                      # 4:15 # A rule cannot conclude 'getClass'.",
        "conclude = null;                                          # 4:15 # '=' has no meaning here.",
        "modify(p) { setAge(1) }                                   # 4:6  # 'conclude' is expected here, not 'modify'.",
        "insert(new Person());                                     # 4:6  # 'conclude' is expected here, not 'insert'.",
        "insertLogical(new Person());                              # 4:6  # 'conclude' is expected here, not 'insertLogical'.",
        "delete(p);                                                # 4:6  # 'conclude' is expected here, not 'delete'.",
        "drools.halt();                                            # 4:6  # 'conclude' is expected here, not 'drools'.",
        "{ conclude.met(drools); }                                 # 4:6  # 'conclude' is expected here, not '{'.",
        "with (p) { age = 1 }; conclude.met(drools);               # 4:21 # '=' has no meaning here.",
        "conclude./* x */met(drools); end then System.exit(0);     # 4:39 # 'rule' or 'declare' is expected here, not 'then'.",
    })
    void aRuleConcludesInOneWordAndRunsNothing(String consequence, String place, String message) {
        TinyRules rules = new TinyRules().rules(RULE.replace("conclude.met(drools);", consequence == null ? "" : consequence));
        assertThat(rules.problems()).first().asString().startsWith("rules.drl:" + place + ": " + message);
    }

    static Stream<String> oddButHarmless() {
        return Stream.of(
                TinyRules.rule("x\\\" then System.exit(0); // EVIL", "AsOf()"),
                TinyRules.rule("EVIL\\\\", "AsOf()"),
                TinyRules.rule("\u202eEVIL\u0000\u2028", "AsOf()"),
                TinyRules.rule("EVIL".repeat(100_000), "AsOf()"),
                TinyRules.rule("\\\" end rule \\\"EVIL", "AsOf()"),
                RULE.replace("It holds.", "\\\"); Runtime.getRuntime().exec(\\\"EVIL\\\"); //"),
                RULE.replace("@source(\"handbook\")", "@source(\"handbook#EVIL\\\" then System.exit(0);\")"),
                "// EVIL \\u000a System.exit(0);\n" + RULE,
                "/* EVIL rule \"x\" when then System.exit(0); end // */" + RULE,
                "\uFEFFpackage EVIL.System.exit;\n" + RULE,
                RULE.replace("AsOf()", "evil : Person(evil.age > 1)"),
                RULE.replace("AsOf()", "System : Person(System.age > 1) Runtime : AsOf()"));
    }

    @ParameterizedTest
    @MethodSource("oddButHarmless")
    void whatIsOddInNamesTextsAndCommentsNeverReachesTheEngine(String text) {
        Policy policy = new TinyRules().rules(text).policy();
        assertThat(policy.rules()).hasSize(1);
        assertThat(printed(policy).toUpperCase(Locale.ROOT)).doesNotContain("EVIL", "SYSTEM", "GETRUNTIME", "RUNTIME :", "\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"function void evil() { System.exit(0); }", "import java.lang.Runtime;", "global java.io.PrintStream evil;",
        "query \"evil\" Person() end", "then System.exit(0); end", "/* System.exit(0);", "rule evil when then System.exit(0); end"})
    void whatStandsBehindARuleNeverReachesTheEngine(String rest) {
        assertThat(refusalOrPrinted(new TinyRules().rules(RULE + rest))).satisfiesAnyOf(
                text -> assertThat(text).startsWith("rules.drl:5:"),
                text -> assertThat(text).startsWith("package ").doesNotContain("evil", "System", "Runtime;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"function void evil() { System.exit(0); }", "global java.io.PrintStream evil;", "query \"evil\" Person() end", "then System.exit(0); end",
        "/* System.exit(0);", "rule evil when then System.exit(0); end", "rul \"B\" when Exsam() then end", "Rule \"B\" when AsOf() then conclude.met(drools); end",
        "rubbish", "end", ";"})
    void whatStandsBehindARuleIsRefused(String rest) {
        assertThat(new TinyRules().rules(RULE + rest + "\n" + TinyRules.rule("Another", "AsOf()")).problems()).first().asString().startsWith("rules.drl:5:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "int", "rule", "when", "then", "this", "import", "package", "exists", "from", "eval", "drools"})
    void aFieldMayBearAKeywordBecauseItIsPrintedUnderAnotherName(String name) {
        Policy policy = new TinyRules().declaring("declare Odd @section(\"odd\") " + name + " : Integer end").when("Odd()").policy();
        assertThat(printed(policy)).contains("declare T_Odd\n    f_" + name + " : Integer\nend\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "false", "in", "not", "contains"})
    void aFieldMayNotBearAWordOfConditions(String name) {
        assertThat(new TinyRules().declaring("declare Odd @section(\"odd\") " + name + " : Integer end").problems())
                .containsExactly("facts.drl:38:29: '" + name + "' cannot name a field: small letter first, then letters and digits, and no word of the language.");
    }

    @Test
    void theEngineTakesTypesNamedAsItsOwnAndThoseOfJava() {
        List<String> names = List.of("String", "Integer", "List", "LocalDate", "Object", "Math", "System", "Class", "Rule", "Query", "Global", "Process", "Record", "Module", "Number");
        String declared = names.stream().map(name -> "declare " + name + " @section(\"s" + name + "\") x : Integer end\n").collect(Collectors.joining());
        String text = names.stream().map(name -> TinyRules.rule(name, name + "(x > 1)")).collect(Collectors.joining());
        RuleBase base = RuleBase.of(new TinyRules().declaring(declared).rules(text).files());
        Map<Type, List<Instance>> facts = names.stream().map(name -> base.policy().types().type(name).orElseThrow())
                .collect(Collectors.toMap(type -> type, type -> List.of(new Instance(type, "/" + type.name(), Map.of("x", 2)))));
        assertThat(base.matches(base.on(LocalDate.of(2024, 6, 1)), with(base, facts))).extracting(match -> match.rule().name()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void theEngineTakesATypeOfKeywords() {
        RuleBase base = RuleBase.of(new TinyRules().declaring("declare Odd @section(\"odd\") class : Integer rule : String this : Boolean when : LocalDate end")
                .when("Odd(class > 1, rule == \"then\", this == true, when == LocalDate.of(2024, 1, 1))").files());
        Type odd = base.policy().types().type("Odd").orElseThrow();
        Instance fact = new Instance(odd, "/odd", Map.of("class", 2, "rule", "then", "this", true, "when", LocalDate.of(2024, 1, 1)));
        assertThat(base.matches(base.on(LocalDate.of(2024, 6, 1)), with(base, Map.of(odd, List.of(fact))))).singleElement().extracting(Match::facts).isEqualTo(List.of(fact));
    }

    private static Map<Type, List<Instance>> with(RuleBase base, Map<Type, List<Instance>> facts) {
        Map<Type, List<Instance>> all = new HashMap<>(base.sections(Facts.none()));
        all.putAll(facts);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "int", "rule", "not", "Evil_", "_Evil", "E__"})
    void aTypeMayNotBearAKeywordOrAnOddName(String name) {
        assertThat(new TinyRules().declaring("declare " + name + " @section(\"odd\") x : Integer end").problems())
                .anyMatch(p -> p.startsWith("facts.drl:38:9: '" + name + "': a type begins with a capital letter"));
    }

    @Test
    void tenThousandBracketsAreRefused() {
        assertThat(new TinyRules().when("Person(" + "(".repeat(10_000) + "age > 1" + ")".repeat(10_000) + ")").problems())
                .containsExactly("rules.drl:3:14: Brackets nest more than 6 deep.");
    }

    static Stream<String> enormous() {
        return Stream.of("Person(" + "age > 1 && ".repeat(20_000) + "age > 1)", "Person(" + "age > 1 || ".repeat(20_000) + "age > 1)",
                "Person(age > " + "1 + ".repeat(20_000) + "1)", "Person(age in (" + "1,".repeat(60_000) + "3))",
                "Exam(takenOn > takenOn" + ".plusDays(1)".repeat(20_000) + ")");
    }

    @ParameterizedTest
    @MethodSource("enormous")
    void anEnormousConditionIsRefused(String pattern) {
        assertThat(new TinyRules().when(pattern).problems()).singleElement().asString().containsPattern("A condition has more than 400 parts|A sum has more than 8 terms|More than 3 calls in a row");
    }

    @ParameterizedTest
    @CsvSource({"takenOn.plusDays(,)", "'LocalDate.of(',',1,1)'"})
    void tenThousandCallsAreRefused(String call, String rest) {
        assertThat(new TinyRules().when("Exam(takenOn > " + call.repeat(10_000) + "1" + rest.repeat(10_000) + ")").problems())
                .singleElement().asString().endsWith("Calls nest more than 3 deep.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "@", "rule ", "declare ", "\"", "}", "rule \"x\" ", ":", "-", "date-"})
    void aHundredThousandOfAnythingAreRefused(String part) {
        assertThat(new TinyRules().rules(part.repeat(100_000)).problems()).isNotEmpty().allMatch(p -> p.startsWith("rules.drl:1:"));
    }

    @Test
    void anEnormousNameIsRefusedAsAnyUnknownOne() {
        assertThat(new TinyRules().when("Person(" + "a".repeat(500_000) + " > 1)").problems()).singleElement().asString()
                .startsWith("rules.drl:3:8: Person has no field 'aaa");
    }

    private static String refusalOrPrinted(TinyRules rules) {
        return rules.problems().stream().findFirst().orElseGet(() -> printed(rules.policy()));
    }

    private static String printed(Policy policy) {
        return DrlPrinter.types(policy.types().byName().values())
                + DrlPrinter.rules(policy.rules(), "Sink", (rule, index) -> "r" + index);
    }
}
