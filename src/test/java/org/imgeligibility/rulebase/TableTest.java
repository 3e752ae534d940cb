package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.imgeligibility.rulebase.language.Instance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private static final String LIMIT = "id,value,from,until,source\n";
    private static final String AGENCY = "id,title,countries,until\n";

    @Test
    void aRowBecomesAFactOfItsType() {
        Instance fact = table("Agency", new TinyRules()).rows().get(0).fact();
        assertThat(fact.value("title")).isEqualTo("Caribbean agency");
        assertThat(fact.value("countries")).isEqualTo(List.of("JM", "BB"));
        assertThat(fact.value("until")).isNull();
        assertThat(fact.prefix()).isEqualTo("agencies.csv#CAAM");
    }

    @ParameterizedTest
    @CsvSource({"2009-12-31,''", "2010-01-01,6", "2019-12-31,6", "2020-01-01,3", "2999-01-01,3"})
    void ofADatedTableTheRowsInForceExist(LocalDate day, String values) {
        List<Instance> rows = table("Limit", new TinyRules()).on(day);
        assertThat(rows).extracting(row -> row.value("value").toString()).isEqualTo(values.isEmpty() ? List.of() : List.of(values));
    }

    @Test
    void columnsThatTogetherTellRowsApartMayNotRepeat() {
        TinyRules rules = new TinyRules().declaring("declare Try @table(\"tries.csv\") @unique(\"place\", \"exam\") place : String exam : ExamName end\n");
        assertThat(rules.with("tries.csv", "place,exam\nCA,STEP_1\nCA,STEP_3\nNY,STEP_1\n").problems()).isEmpty();
        assertThat(rules.with("tries.csv", "place,exam\nCA,STEP_1\nNY,STEP_1\nCA,STEP_1\n").problems())
                .singleElement().asString().contains("tries.csv:4", "'CA STEP_1'", "line 2");
        assertThat(new TinyRules().declaring("declare Try @table(\"tries.csv\") @unique(\"plaice\") place : String end\n").with("tries.csv", "place\n").problems())
                .singleElement().asString().contains("no field 'plaice'");
    }

    @Test
    void everyColumnOfSourcesAndConfidencesIsChecked() {
        TinyRules rules = new TinyRules().declaring("declare Try @table(\"tries.csv\") @key(\"id\") id : String otherSource : String otherConfidence : String end\n");
        assertThat(rules.with("tries.csv", "id,otherSource,otherConfidence\nA,handbook,low\n").problems()).isEmpty();
        assertThat(String.join("\n", rules.with("tries.csv", "id,otherSource,otherConfidence\nA,handbok,weak\n").problems()))
                .contains("'handbok' is no source", "Maybe handbook", "'weak' is not one of high, medium, low");
    }

    @Test
    void ofAPlainTableAllRowsExistOnEveryDay() {
        assertThat(table("Agency", new TinyRules()).on(LocalDate.of(1900, 1, 1))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"2024,2024-12-31", "2024-02,2024-02-29", "2023-02,2023-02-28", "2024-06-05,2024-06-05"})
    void ofAPlainTableAYearOrMonthMeansItsLastDayInUntil(String written, LocalDate day) {
        assertThat(value("Agency", agencies(AGENCY + "X,T,JM," + written + "\n"), "until")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2024,2024-01-01", "2024-02,2024-02-01", "2024-06-05,2024-06-05"})
    void ofADatedTableAYearOrMonthMeansItsFirstDayInUntil(String written, LocalDate day) {
        assertThat(value("Limit", limits(LIMIT + "X,1,," + written + ",handbook\n"), "until")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2020,2022,2022", "2020-01,2022-01,2022-01", "2020,2022,2022-01", "2020,2022-01-01,2022"})
    void untilAYearAndFromThatYearMeet(String from, String until, String next) {
        TinyRules rules = limits(LIMIT + row(from, until) + row(next, "").replace(",1,", ",2,"));
        assertThat(rules.problems()).isEmpty();
        assertThat(table("Limit", rules).on(LocalDate.of(2021, 12, 31))).singleElement().extracting(fact -> fact.value("value")).isEqualTo(1);
        assertThat(table("Limit", rules).on(LocalDate.of(2022, 1, 1))).singleElement().extracting(fact -> fact.value("value")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01,2020-01-01", "2024-01-01,2024-01-01", "2024,2024", "2024-06,2024"})
    void untilLiesAfterFrom(String from, String until) {
        assertThat(limits(LIMIT + row(from, until)).problems()).containsExactly("limits.csv:2: 'until' does not lie after 'from'.");
    }

    @ParameterizedTest
    @CsvSource({"2024,2024-01-01", "2024-02,2024-02-01", "2024-06-05,2024-06-05"})
    void aYearOrMonthMeansItsFirstDayInFrom(String written, LocalDate day) {
        assertThat(value("Limit", limits(LIMIT + "X,1," + written + ",,handbook\n"), "from")).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13", "2024-02-30", "01.02.2024", "24", "2024-1-1", "soon", "2024-00"})
    void whatIsNoDateIsRefused(String written) {
        assertThat(limits(LIMIT + "X,1," + written + ",,handbook\n").problems())
                .containsExactly("limits.csv:2: column 'from': '" + written + "' is not a date as 2026-03-01, 2026-03 or 2026.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thirty", "3.5", "1e3", "30000000000", "6 months", "+6", "0x6", "12345678", "\u0663"})
    void whatIsNoNumberOfItsUnitIsRefused(String written) {
        assertThat(limits(LIMIT + "X," + written + ",,,handbook\n").problems())
                .containsExactly("limits.csv:2: column 'value': '" + written + "' is not a whole number of months.");
    }

    @Test
    void aDecimalIsANumber() {
        assertThat(value("Rate", rates("a,1.5,1,high"), "rate")).isEqualTo(1.5);
        assertThat(value("Rate", rates("a,2,1,high"), "rate")).isEqualTo(2.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "NaN", "1e1", ".5", "1.", "Infinity", "1.5f"})
    void whatIsNoDecimalIsRefused(String written) {
        assertThat(rates("a," + written + ",1,high").problems()).containsExactly("rates.csv:2: column 'rate': '" + written + "' is not a number.");
    }

    @ParameterizedTest
    @CsvSource({"'a,,-5,high',n,-5", "'a,,10,high',n,10", "'a,9.5,1,high',rate,9.5", "'a,-0.5,1,high',rate,-0.5"})
    void aNumberOutOfItsRangeIsRefused(String row, String column, String number) {
        assertThat(rates(row).problems()).containsExactly("rates.csv:2: column '" + column + "': '" + number + "' is out of range.");
    }

    @Test
    void theBoundsOfARangeLieInIt() {
        assertThat(rates("a,0,0,low\nb,9,9,medium").problems()).isEmpty();
    }

    @Test
    void confidenceIsOneOfThree() {
        assertThat(rates("a,,5,hihg").problems()).containsExactly("rates.csv:2: column 'confidence': 'hihg' is not one of high, medium, low.");
    }

    @Test
    void truthIsSpelledTrueOrFalse() {
        TinyRules rules = new TinyRules().declaring("declare Flag @table(\"flags.csv\") @key(\"id\") id : String on : Boolean end\n");
        assertThat(rules.with("flags.csv", "id,on\nA,true\nB,yes\nC,FALSE\n").problems())
                .containsExactly("flags.csv:3: column 'on': 'yes' is not true or false.", "flags.csv:4: column 'on': 'FALSE' is not true or false.");
    }

    @Test
    void anUnknownChoiceIsRefusedWithTheNearest() {
        TinyRules rules = new TinyRules().declaring("declare Step @table(\"steps.csv\") @key(\"exam\") exam : ExamName end\n");
        assertThat(rules.with("steps.csv", "exam\nSTEP_1\nSTEP3\n").problems())
                .containsExactly("steps.csv:3: column 'exam': 'STEP3' is not a known ExamName. Maybe STEP_3.");
    }

    @Test
    void everyUnknownItemOfAListIsRefused() {
        assertThat(agencies(AGENCY + "X,T,JM|JN|jm,\n").problems()).hasSize(2).allMatch(p -> p.matches("agencies.csv:2: column 'countries': '(JN|jm)' is not a known Country. Maybe .*"));
    }

    @Test
    void anUnknownColumnIsRefusedWithTheNearest() {
        assertThat(limits(LIMIT.replace("value", "valu") + "X,1,,,handbook\n").problems())
                .contains("limits.csv: column 'valu' is no field of Limit. Maybe value.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "value", "from", "until", "source"})
    void aMissingColumnIsNamed(String column) {
        String header = LIMIT.replaceFirst(column + ",|," + column, "");
        assertThat(limits(header).problems()).containsExactly("limits.csv: the column '" + column + "' is missing (id,value,from,until,source).");
    }

    @Test
    void aColumnGivenTwiceIsRefused() {
        assertThat(agencies(AGENCY.replace("title", "title,title") + "A,one,two,JM,\n").problems())
                .singleElement().asString().startsWith("agencies.csv: cannot be read as CSV: The header contains a duplicate name: \"title\"");
    }

    @Test
    void aColumnWithoutANameIsRefused() {
        assertThat(limits("id,value,from,until,source,\nA,1,,,handbook,\n").problems())
                .singleElement().asString().startsWith("limits.csv: cannot be read as CSV: A header name is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A,1,,,handbook,extra", "A,1,,,handbook,"})
    void aRowOfMoreCellsThanColumnsIsRefused(String row) {
        assertThat(limits(LIMIT + row + "\n").problems())
                .containsExactly("limits.csv:2: more cells than columns. Put quotes around a text that holds a comma.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"A,1,,,handbook\nB,2,,,handbook\n", "A,\"1\"x,,,handbook\n"})
    void brokenQuotingIsRefused(String rows) {
        assertThat(limits(LIMIT + rows).problems()).singleElement().asString().startsWith("limits.csv: cannot be read as CSV: ");
    }

    @ParameterizedTest
    @CsvSource({"'A,\"two\nlines\",XX,\n',2", "'A,\"two\nlines\",JM,\nB,T,XX,\n',4", "'\n\nA,T,XX,\n',4"})
    void theLineOfAFaultIsWhereItsRowBegins(String rows, int line) {
        assertThat(agencies(AGENCY + rows).problems()).singleElement().asString().startsWith("agencies.csv:" + line + ": column 'countries': 'XX'");
    }

    @Test
    void anEmptyFileLacksEveryColumn() {
        assertThat(limits("").problems()).hasSize(5).allMatch(p -> p.startsWith("limits.csv: the column '"));
    }

    @Test
    void semicolonsPartNoColumns() {
        assertThat(limits(LIMIT.replace(',', ';')).problems()).first().asString().startsWith("limits.csv: column 'id;value;from;until;source' is no field of Limit.");
    }

    @ParameterizedTest
    @CsvSource({"'',id,''", "X,source,' (X)'"})
    void aRowNeedsItsKeyAndItsSource(String key, String column, String shown) {
        String source = column.equals("source") ? "" : "handbook";
        assertThat(limits(LIMIT + key + ",1,,," + source + "\n").problems())
                .containsExactly("limits.csv:2: column '" + column + "'" + shown + ": '" + column + "' is empty. Every row needs one.");
    }

    @Test
    void anUnknownSourceIsRefusedWithTheNearest() {
        assertThat(limits(LIMIT + "X,1,,,hanbook\n").problems()).containsExactly("limits.csv:2: column 'source': 'hanbook' is no source of sources.yaml. Maybe handbook.");
    }

    @Test
    void aKeyGivenTwiceIsRefusedNamingBothRows() {
        assertThat(agencies(AGENCY + "X,T,JM,\nY,T,JM,\nX,U,NL,\n").problems()).containsExactly("agencies.csv:4: 'X' stands in line 2 already. Keep one row.");
    }

    @ParameterizedTest
    @CsvSource({"2010-01-01,2020-01-01,2019-12-31,''", "2010-01-01,'',2020-01-01,''", "2010-01-01,2020-01-01,2005-01-01,2010-01-02", "'','','',''",
        "2010-01-01,2020-01-01,2010-01-01,2020-01-01"})
    void overlappingRowsAreRefusedNamingBoth(String from, String until, String otherFrom, String otherUntil) {
        assertThat(limits(LIMIT + row(from, until) + row(otherFrom, otherUntil)).problems()).singleElement().asString()
                .matches("limits.csv:(3: 'X': this row and line 2|2: 'X': this row and line 3) overlap. Let 'until' of the one be 'from' of the other.");
    }

    @ParameterizedTest
    @CsvSource({"2010-01-01,2019-12-31,2020-01-01,''", "2021-01-01,'','',2020-12-31"})
    void rowsThatLeaveAGapAreRefusedNamingBoth(String from, String until, String otherFrom, String otherUntil) {
        assertThat(limits(LIMIT + row(from, until) + row(otherFrom, otherUntil)).problems()).singleElement().asString()
                .matches("limits.csv:(3: 'X': this row and line 2|2: 'X': this row and line 3) leave a gap. Let 'until' of the one be 'from' of the other.");
    }

    @Test
    void rowsOfDifferentKeysMayOverlap() {
        assertThat(limits(LIMIT + row("2010-01-01", "") + row("2010-01-01", "").replace('X', 'Y')).problems()).isEmpty();
    }

    @Test
    void everyFaultOfARowIsReported() {
        assertThat(limits(LIMIT + "X,thirty,soon,later,hanbook\n").problems()).hasSize(4).allMatch(p -> p.startsWith("limits.csv:2: column '"));
    }

    @Test
    void aTableWithoutItsFileIsRefused() {
        assertThat(new TinyRules().without("limits.csv").problems()).containsExactly("limits.csv: is missing; the type Limit is declared as this table.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../etc/passwd", "/etc/passwd", "nothing.csv", "file:///etc/passwd", "http://localhost/x.csv"})
    void aTableIsAFileOfTheFolder(String file) {
        assertThat(new TinyRules().declaring("declare Evil @table(\"" + file + "\") @key(\"id\") id : String end").problems())
                .containsExactly(file + ": is missing; the type Evil is declared as this table.");
    }

    @Test
    void quotedCellsMayHoldCommasAndQuotes() {
        assertThat(value("Agency", agencies(AGENCY + "X,\"One, \"\"two\"\"\",JM,\n"), "title")).isEqualTo("One, \"two\"");
    }

    @Test
    void aQuoteInsideAPlainCellIsPartOfIt() {
        assertThat(limits(LIMIT + "X,1\"2,,,handbook\n").problems()).singleElement().asString().contains("'1\"2' is not a whole number");
    }

    private static TinyRules limits(String content) {
        return new TinyRules().with("limits.csv", content);
    }

    private static TinyRules agencies(String content) {
        return new TinyRules().with("agencies.csv", content);
    }

    private static TinyRules rates(String rows) {
        return new TinyRules().with("rates.csv", "id,rate,n,confidence\n" + rows + "\n").declaring("declare Rate @table(\"rates.csv\") @key(\"id\")"
                + " id : String rate : Double @min(0) @max(9) n : Integer @min(0) @max(9) confidence : String end");
    }

    private static String row(String from, String until) {
        return "X,1," + from + "," + until + ",handbook\n";
    }

    private static Table table(String type, TinyRules rules) {
        return rules.policy().tables().get(type);
    }

    private static Object value(String type, TinyRules rules, String field) {
        return table(type, rules).rows().get(0).fact().value(field);
    }
}
