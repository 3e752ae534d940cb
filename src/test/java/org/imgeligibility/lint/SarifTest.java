package org.imgeligibility.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.Test;

/** Reports as SARIF, held against the published schema of version 2.1.0. */
class SarifTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String CONFLICT = LintTest.SOUND.replace("age < 18", "age <= 18");

    private static Schema schema() throws IOException {
        try (InputStream published = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(new String(published.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    private static String sarif(TinyRules rules) {
        return Sarif.of(Lint.report(rules.files(), DAY, false), "my rules/", "1.0");
    }

    @Test
    void everyReportIsValid() throws IOException {
        List<String> reports = LintTest.cases().flatMap(one -> java.util.stream.Stream.of(sarif(one.broken()), sarif(one.near()))).toList();
        assertThat(reports).hasSizeGreaterThan(50);
        Schema schema = schema();
        assertThat(reports).allSatisfy(report -> assertThat(schema.validate(report, InputFormat.JSON)).isEmpty());
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() throws IOException {
        String report = sarif(new TinyRules().rules(CONFLICT));
        assertThat(schema().validate(report.replaceAll("\"startLine\":\\d+", "\"startLine\":0"), InputFormat.JSON)).isNotEmpty();
        assertThat(schema().validate(report.replace("\"level\":\"warning\"", "\"level\":\"mild\""), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void aFindingHasItsRuleItsPlaceAndTheWayOut() {
        assertThat(sarif(new TinyRules().rules(CONFLICT))).contains("\"id\":\"conflict\"", "\"ruleId\":\"conflict\",\"ruleIndex\":" + Check.CONFLICT.ordinal() + ",\"level\":\"warning\"",
                "\"uri\":\"my%20rules/rules.drl\"", "\"startLine\":3,\"startColumn\":6", "Part their conditions");
    }

    @Test
    void whatIsAllowedIsSuppressedWithItsReason() {
        String report = sarif(new TinyRules().rules(CONFLICT.replace("rule \"The person is of age\"", "rule \"The person is of age\" @allow(\"conflict\", \"The law says so.\")")));
        assertThat(report).contains("\"suppressions\":[{\"kind\":\"inSource\",\"justification\":\"The law says so.\"}]");
    }

    @Test
    void fingerprintsStayWhenLinesMove() {
        String moved = "// One\n// Two\n" + CONFLICT;
        assertThat(fingerprints(sarif(new TinyRules().rules(moved)))).isNotEmpty().doesNotHaveDuplicates().isEqualTo(fingerprints(sarif(new TinyRules().rules(CONFLICT))));
        String unusable = CONFLICT.replace("handbook", "hanbook");
        assertThat(fingerprints(sarif(new TinyRules().rules("// One\n" + unusable)))).isNotEmpty().isEqualTo(fingerprints(sarif(new TinyRules().rules(unusable))));
        assertThat(fingerprints(sarif(new TinyRules().rules(CONFLICT.replace("The person is of age", "Anyone is of age"))))).isNotEqualTo(fingerprints(sarif(new TinyRules().rules(CONFLICT))));
    }

    private static List<String> fingerprints(String report) {
        Matcher found = Pattern.compile("\"subject/v1\":\"([^\"]+)\"").matcher(report);
        return found.results().map(one -> one.group(1)).toList();
    }
}
