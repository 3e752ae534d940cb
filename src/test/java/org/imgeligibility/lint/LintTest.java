package org.imgeligibility.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of fault is found in a folder that has it, and not in one that only looks like it. */
class LintTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    /** A question with one requirement that two rules decide between them. */
    static final String SOUND = """
            rule "A licence is for the grown up" @requirement("licence") @requires("adult") @source("handbook")
            when AsOf() then conclude.require(drools); end
            rule "The person is of age" @requirement("adult") @says("Of age.") @source("handbook")
            when Person(age >= 18) then conclude.met(drools); end
            rule "The person is not of age" @requirement("adult") @says("Too young.") @next("Wait.") @source("handbook")
            when Person(age < 18) then conclude.notYet(drools); end
            """;

    /** A fault, a folder that has it and one that comes near it. */
    record Case(Check check, TinyRules broken, TinyRules near) {

        @Override
        public String toString() {
            return check.id();
        }
    }

    static TinyRules sound() {
        return new TinyRules().rules(SOUND);
    }

    private static TinyRules edited(UnaryOperator<String> edit) {
        String edited = edit.apply(SOUND);
        assertThat(edited).isNotEqualTo(SOUND);
        return new TinyRules().rules(edited);
    }

    private static TinyRules edited(String part, String other) {
        return edited(text -> text.replace(part, other));
    }

    private static TinyRules with(String file, String content, String part, String other) {
        assertThat(content).contains(part);
        return sound().with(file, content.replace(part, other));
    }

    private static Case edit(Check check, String part, String broken, String near) {
        return new Case(check, edited(part, broken), part.equals(near) ? sound() : edited(part, near));
    }

    static final String REQUIREMENTS = "- id: adult\n  title: Of age\n";

    static Stream<Case> cases() {
        return Stream.of(loading(), policy(), days(), guards(), dates(), unused(), allowances()).flatMap(cases -> cases);
    }

    private static Stream<Case> loading() {
        return Stream.of(
                edit(Check.LANGUAGE, "conclude.met(drools);", "conclude.met(drools)", "conclude . met ( drools ) ;"),
                edit(Check.MISSING_SOURCE, "@says(\"Of age.\") @source(\"handbook\")", "@says(\"Of age.\")", "@source(\"handbook\") @says(\"Of age.\")"),
                edit(Check.UNKNOWN_SOURCE, "@source(\"handbook\")", "@source(\"hanbook\")", "@source(\"handbook#page 2\")"),
                edit(Check.UNKNOWN_REQUIREMENT, "@requires(\"adult\")", "@requires(\"adlut\")", "@requires(\"exam/STEP_1\")"),
                edit(Check.UNKNOWN_FACT, "Person(age >= 18)", "Persn(age >= 18)", "someone : Person(age >= 18)"),
                edit(Check.UNKNOWN_FIELD, "Person(age >= 18)", "Person(agee >= 18)", "Person(age >= 18, score > 1)"),
                edit(Check.UNKNOWN_CHOICE, "Person(age >= 18)", "Person(country == \"XX\")", "Person(country == \"FR\")"),
                edit(Check.UNKNOWN_READING, "@requirement(\"licence\")", "@requirement(\"licence\") @reading(\"curent\")", "@requirement(\"licence\") @reading(\"current\")"),
                edit(Check.UNBOUND_NAME, "Of age.\")", "Of age, {someone.age}.\")", "Of age, in words.\")"),
                edit(Check.UNKNOWN_AS_REASON, "when Person(age >= 18)", "when not Person(age < 18)", "when Person(age >= 18, country not in (\"FR\"))"),
                edit(Check.UNKNOWN_AS_REASON, "Person(age >= 18)", "Person(age == null)", "Person(visaUntil == null, age >= 18)"),
                edit(Check.UNKNOWN_AS_REASON, "Person(age >= 18)", "Person(!(age < 18))", "Person((age >= 18))"),
                edit(Check.TYPE_MISMATCH, "Person(age >= 18)", "Person(age >= \"FR\")", "Person(age >= 18, score >= 18)"),
                edit(Check.DUPLICATE_NAME, "The person is not of age", "The person is of age", "The person is of an age"),
                new Case(Check.DEFINITION, with("requirements.yaml", REQUIREMENTS, "title", "titel"), sound().with("requirements.yaml", REQUIREMENTS)),
                new Case(Check.TABLE, with("agencies.csv", TinyRules.AGENCIES, "2030-12-31", "soon"), with("agencies.csv", TinyRules.AGENCIES, "2030-12-31", "2031")),
                new Case(Check.TABLE_DATES, with("limits.csv", TinyRules.LIMITS, "3,2020-01-01", "3,2020-02-01"), with("limits.csv", TinyRules.LIMITS, "WAIT,3", "PAUSE,3")),
                new Case(Check.FAULTY_SOURCE, with("sources.yaml", TinyRules.SOURCES, "\"2030-01-01\"", "soon"), with("sources.yaml", TinyRules.SOURCES, "2030-01-01", "2031-01-01")),
                new Case(Check.UNKNOWN_CLASSIFICATION, sound().with("classifications.yaml", "- id: kind\n  title: Kind\n"), sound()),
                new Case(Check.RULE_DATES, dated("2021-01-01", "2020-01-01"), dated("2020-01-01", "2021-01-01")));
    }

    private static TinyRules dated(String from, String until) {
        return edited("when AsOf()", "date-effective \"%s\" date-expires \"%s\" when AsOf()".formatted(from, until));
    }

    private static Stream<Case> policy() {
        return Stream.of(
                new Case(Check.OVERDUE_SOURCE, with("sources.yaml", TinyRules.SOURCES, "2030-01-01", "2026-11-20"), with("sources.yaml", TinyRules.SOURCES, "2030-01-01", "2026-11-21")),
                edit(Check.NEVER_MATCHES, "age >= 18", "age >= 18, age < 18", "age >= 18, age < 19"),
                edit(Check.NEVER_MATCHES, "Person(age >= 18)", "Limit(id == \"WIAT\")", "Limit(id == \"WAIT\")"),
                edit(Check.NEVER_MET, "conclude.met", "conclude.barred", "conclude.met"),
                edit(Check.NEVER_FAILS, "age < 18", "age < 18, age > 18", "age < 18, age > 16"),
                new Case(Check.NEVER_DECIDED, edited(text -> text.substring(0, text.indexOf("rule \"The person is of age"))),
                        edited(text -> text.substring(0, text.indexOf("rule \"The person is of age"))).with("requirements.yaml", REQUIREMENTS + "  unsettled: Nobody can know.\n")),
                edit(Check.CONFLICT, "age < 18", "age <= 18", "age < 18"),
                edit(Check.CONFLICT, "Person(age < 18)", "Person(country in (\"FR\", \"IT\"))", "Person(age < 18, country in (\"FR\", \"IT\"))"),
                edit(Check.GAP, "age < 18", "age < 17", "age < 18"),
                new Case(Check.GAP, edited("age < 18", "age < 17"), edited("age < 18", "age < 17").with("requirements.yaml", REQUIREMENTS + "  unsettled: At seventeen the handbook is silent.\n")),
                edit(Check.RULE_NAME, "The person is of age", "Check of age", "Checked and of age"),
                edit(Check.RULE_NAME, "The person is of age", "Of age", "Already of age"),
                edit(Check.RULE_NAME, "The person is not of age", "The person is of age (2)", "The person is under Rule 2"),
                edit(Check.RULE_NAME, "The person is of age", "adult", "adult by now"));
    }

    /** What shows on one day of the year, or on the day a row names. */
    private static Stream<Case> days() {
        String yearly = "today : AsOf() Person(LocalDate.of(age, 3, 15) %s today.day)";
        String row = "today : AsOf() Agency(id == \"NVAO\", until %s today.day)";
        return Stream.of(split(Check.GAP, yearly, "<", ">", ">="), split(Check.CONFLICT, yearly, "<=", ">=", ">"), split(Check.GAP, row, "<", ">", ">="), split(Check.CONFLICT, row, "<=", ">=", ">"));
    }

    private static Case split(Check check, String pattern, String one, String broken, String near) {
        UnaryOperator<String> first = text -> text.replace("Person(age >= 18)", pattern.formatted(one));
        return new Case(check, edited(text -> first.apply(text).replace("Person(age < 18)", pattern.formatted(broken))), edited(text -> first.apply(text).replace("Person(age < 18)", pattern.formatted(near))));
    }

    /** What hangs on another requirement counts only with facts that decide it so. */
    private static Stream<Case> guards() {
        String grown = """
                rule "The person has grown up" @requirement("grown") @says("Grown.") @source("handbook")
                when Person(age >= 18) then conclude.met(drools); end
                rule "The person has not grown up" @requirement("grown") @says("Not grown.") @source("handbook")
                when Person(age < 18) then conclude.barred(drools); end
                rule "The young have not grown up" @requirement("young") @requires("grown") @source("handbook")
                when AsOf() then conclude.require(drools); end
                """;
        UnaryOperator<String> both = text -> text.replace("age >= 18", "age > 10") + grown;
        UnaryOperator<String> older = text -> both.apply(text).replace("@says(\"Of age.\")", "@says(\"Of age.\") @where(\"grown\")");
        UnaryOperator<String> parted = text -> older.apply(text).replace("@next(\"Wait.\")", "@next(\"Wait.\") @where(\"young\")");
        return Stream.of(
                new Case(Check.CONFLICT, guarded(both), guarded(older)),
                new Case(Check.CONFLICT, guarded(text -> older.apply(text.replace("Person(age < 18)", "Person(age < 20)"))), guarded(text -> parted.apply(text.replace("Person(age < 18)", "Person(age < 20)")))),
                new Case(Check.GAP, guarded(text -> parted.apply(text).replace("age > 10", "age > 18")), guarded(parted)));
    }

    private static TinyRules guarded(UnaryOperator<String> edit) {
        return edited(edit).with("requirements.yaml", REQUIREMENTS + "- id: grown\n  title: Grown\n- id: young\n  title: Young\n  combine: none\n");
    }

    private static Case versions(Check check, String broken) {
        UnaryOperator<String> old = text -> text.replace("when Person(age >= 18)", "date-expires \"2020-01-01\" when Person(age >= 21)")
                + "rule \"The person is of age by the new law\" @requirement(\"adult\") @says(\"Of age.\") @source(\"handbook\")\ndate-effective \"2020-01-01\" when Person(age >= 18) then conclude.met(drools); end\n";
        return new Case(check, edited(text -> old.apply(text).replace("date-effective \"2020-01-01\"", "date-effective \"%s\"".formatted(broken))), edited(old));
    }

    private static Stream<Case> dates() {
        return Stream.of(versions(Check.DATE_HOLE, "2020-01-02"), versions(Check.DATE_OVERLAP, "2019-12-31"));
    }

    private static Stream<Case> unused() {
        return Stream.of(
                new Case(Check.UNUSED_SOURCE, with("sources.yaml", TinyRules.SOURCES, TinyRules.SOURCES, TinyRules.SOURCES + TinyRules.SOURCES.replace("handbook", "leaflet")),
                        with("sources.yaml", TinyRules.SOURCES, TinyRules.SOURCES, TinyRules.SOURCES + TinyRules.SOURCES.replace("handbook", "leaflet")).with("limits.csv", TinyRules.LIMITS.replace(",,handbook", ",,leaflet"))),
                new Case(Check.UNUSED_FACT, declaring("Boat", "@section(\"boat\")", "length : Integer", "AsOf()"), declaring("Boat", "@section(\"boat\")", "length : Integer", "Boat(length > 1)")),
                new Case(Check.UNUSED_COLUMN, limits("value : Integer", "Limit(id == \"WAIT\")"), limits("value : Integer", "Limit(value > 1)")),
                new Case(Check.UNUSED_TABLE, limits("value : Integer", "AsOf()"), limits("value : Integer", "Limit(value > 1)")),
                new Case(Check.UNUSED_REQUIREMENT, sound().with("requirements.yaml", REQUIREMENTS + "- id: tall\n  title: Tall\n"),
                        edited("@requires(\"adult\")", "@requires(\"adult\", \"tall\")").with("requirements.yaml", REQUIREMENTS + "- id: tall\n  title: Tall\n")));
    }

    /** Facts of fewer types, all of them in use but for the one declared here. */
    private static TinyRules declaring(String type, String metadata, String field, String pattern) {
        String facts = "declare AsOf @day day : LocalDate end\ndeclare Person @section(\"person\") age : Integer end\ndeclare %s %s %s end\n".formatted(type, metadata, field);
        return new TinyRules().rules(SOUND.replace("when AsOf()", "when " + pattern)).with("facts.drl", facts).with("requirements.yaml", REQUIREMENTS);
    }

    private static TinyRules limits(String field, String pattern) {
        return declaring("Limit", "@table(\"limits.csv\") @key(\"id\")", "id : String " + field + " source : String", pattern).with("limits.csv", "id,value,source\nWAIT,6,handbook\n");
    }

    private static Case allowance(Check check, String broken, String near) {
        String name = "rule \"The person is of age\" ";
        return new Case(check, edited(text -> text.replace("age < 18", "age <= 18").replace(name, name + broken)), edited(text -> text.replace("age < 18", "age <= 18").replace(name, name + near)));
    }

    private static Stream<Case> allowances() {
        String meant = "@allow(\"conflict\", \"The law says so.\") ";
        return Stream.of(
                allowance(Check.CONFLICT, "", meant),
                allowance(Check.FAULTY_ALLOW, "@allow(\"conflcit\", \"The law says so.\") ", meant),
                allowance(Check.FAULTY_ALLOW, "@allow(\"conflict\") ", meant),
                allowance(Check.FAULTY_ALLOW, "@allow(\"unknown-source\", \"The law says so.\") ", meant),
                allowance(Check.UNUSED_ALLOW, "@allow(\"gap\", \"The law says so.\") ", meant),
                new Case(Check.GAP, edited("age < 18", "age < 17"), edited("age < 18", "age < 17").with("requirements.yaml", REQUIREMENTS + "  allow:\n    gap: Nobody asks at seventeen.\n")),
                new Case(Check.FAULTY_ALLOW, edited("age < 18", "age < 17").with("requirements.yaml", REQUIREMENTS + "  allow: gap\n"),
                        edited("age < 18", "age < 17").with("requirements.yaml", REQUIREMENTS + "  allow:\n    gap: Nobody asks at seventeen.\n")));
    }

    private static List<Finding> findings(TinyRules rules) {
        return Lint.report(rules.files(), DAY, false).findings();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFaultIsFoundWhereItIsAndNotWhereItOnlyLooksSo(Case one) {
        assertThat(findings(one.broken())).extracting(Finding::check).contains(one.check());
        assertThat(findings(one.near())).extracting(Finding::check).doesNotContain(one.check());
        assertThat(findings(one.broken())).filteredOn(finding -> finding.check() == one.check()).allSatisfy(finding -> {
            assertThat(finding.place().line()).isPositive();
            assertThat(finding.place().column()).isPositive();
            assertThat(finding.message()).contains(".");
        });
    }

    /** A folder that cannot be read at all is told by the command, not here. */
    @Test
    void everyCheckHasACase() {
        assertThat(cases().map(Case::check)).contains(Arrays.stream(Check.values()).filter(check -> check != Check.UNUSABLE).toArray(Check[]::new));
    }

    @Test
    void aConflictAndAGapComeWithFactsThatShowThem() {
        assertThat(findings(edited("age < 18", "age <= 18"))).extracting(Finding::toString).anyMatch(told -> told.startsWith("rules.drl:3:6: warning conflict: \"The person is of age\" concludes met and \"The person is not of age\" (rules.drl:5:6) notYet")
                && told.contains("on 2026-11-21 with /person/age 18"));
        assertThat(findings(edited("age < 18", "age < 17"))).extracting(Finding::toString).anyMatch(told -> told.startsWith("requirements.yaml:3:1: warning gap: no rule concludes on 'adult'") && told.contains("with /person/age 17"));
    }

    @Test
    void aRuleForYearsThatNoRowNamesCanMatchHoweverFarTheRowsReach() {
        TinyRules known = sound().declaring("declare Season @table(\"seasons.csv\") @key(\"year\") year : Integer note : String end\n").with("seasons.csv", "year,note\n2026,a\n2027,b\n2028,c\n");
        String within = "today : AsOf() Person(age not in Season, LocalDate.of(age, 2, 15) <= today.day, LocalDate.of(age, 3, 15) > today.day)";
        String never = within.replace("3, 15", "2, 15");
        assertThat(findings(known.rules(SOUND.replace("Person(age < 18)", within)))).extracting(Finding::check).doesNotContain(Check.NEVER_MATCHES);
        assertThat(findings(known.rules(SOUND.replace("Person(age < 18)", never)))).extracting(Finding::check).contains(Check.NEVER_MATCHES);
    }

    @Test
    void aSearchThatIsGivenUpIsCounted() {
        assertThat(Lint.report(sound().files(), DAY, false).cutShort()).isZero();
        Folder hasty = Folder.of(sound().files(), sound().policy(), DAY, 0);
        Search search = new Search(hasty.policy(), hasty.effort());
        assertThat(Conflicts.findings(hasty, search, new Conclusions(hasty.policy()))).isEmpty();
        assertThat(search.cutShort()).isPositive();
    }

    @Test
    void anAllowanceKeepsTheFindingWithItsReason() {
        TinyRules rules = edited(text -> text.replace("age < 18", "age <= 18").replace("rule \"The person is of age\" ", "rule \"The person is of age\" @allow(\"conflict\", \"The law says so.\") "));
        assertThat(Lint.report(rules.files(), DAY, false).allowed()).anySatisfy(allowed -> {
            assertThat(allowed.reason()).isEqualTo("The law says so.");
            assertThat(allowed.finding().check()).isEqualTo(Check.CONFLICT);
        });
    }
}
