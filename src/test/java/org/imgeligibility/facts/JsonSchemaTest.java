package org.imgeligibility.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaTest {

    private static final Vocabulary VOCABULARY = RuleBase.builtIn().policy().vocabulary();
    private static final String TEXT = JsonSchema.of(VOCABULARY);
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(TEXT, InputFormat.JSON);

    @Test
    void theSchemaIsAValidSchemaOf2020() {
        Schema metaSchema = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(metaSchema.validate(TEXT, InputFormat.JSON)).isEmpty();
        assertThat(metaSchema.validate(TEXT.replace("\"object\"", "\"thing\""), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void theSchemaHasEverySectionWithItsFields() {
        Tree.Mapping sections = at(TreeReader.readJson(TEXT).root(), "properties");
        assertThat(sections.entries().keySet()).containsExactlyElementsOf(
                Stream.concat(Vocabulary.FREE_TEXT.stream(), VOCABULARY.sections().stream().map(Section::name)).toList());
        VOCABULARY.sections().forEach(section -> {
            Tree.Mapping object = at(sections, section.name());
            assertThat(at(section.key().isPresent() ? at(object, "items") : object, "properties").entries().keySet())
                    .containsExactlyElementsOf(section.fields().stream().map(Field::name).toList());
        });
    }

    @Test
    void theShippedApplicantIsValid() throws IOException {
        assertThat(errors(Files.readString(Path.of("fixtures/asha.json")))).isEmpty();
    }

    static Stream<String> everyFactNull() {
        return VOCABULARY.sections().stream().flatMap(section -> section.facts().stream().map(field -> section.key()
                .map(key -> "{\"%s\": [{\"%s\": \"STEP_1\", \"%s\": null}]}".formatted(section.name(), key.name(), field.name()))
                .orElse("{\"%s\": {\"%s\": null}}".formatted(section.name(), field.name()))));
    }

    @ParameterizedTest
    @MethodSource("everyFactNull")
    void everyFactMayBeNull(String text) {
        assertThat(errors(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"scool": {}}                                        | additionalProperties | ``
            {"person": {"citizenship": []}}                      | additionalProperties | /person
            {"exams": [{"exam": "STEP_1", "result": "PASSED"}]}  | additionalProperties | /exams/0
            {"exams": [{"exam": "STEP_1", "outcome": "PASED"}]}  | enum                 | /exams/0/outcome
            {"exams": [{"exam": "STEP_4"}]}                      | enum                 | /exams/0/exam
            {"exams": [{"outcome": "PASSED"}]}                   | required             | /exams/0
            {"person": {"citizenships": ["IN", "XX"]}}           | enum                 | /person/citizenships/1
            {"person": {"citizenships": ["IN", "IN"]}}           | uniqueItems          | /person/citizenships
            {"person": {"insideUs": "true"}}                     | type                 | /person/insideUs
            {"training": {"usMonths": "5"}}                      | type                 | /training/usMonths
            {"training": {"usMonths": 2.5}}                      | type                 | /training/usMonths
            {"training": {"usMonths": -1}}                       | minimum              | /training/usMonths
            {"education": {"creditYears": 15.5}}                 | maximum              | /education/creditYears
            {"education": {"graduatedOn": "2026-02-30"}}         | format               | /education/graduatedOn
            {"id": 7}                                            | type                 | /id
            """)
    void aMistakeIsRefusedWhereItStands(String text, String keyword, String path) {
        assertThat(errors(text)).singleElement().satisfies(error -> {
            assertThat(error.getKeyword()).isEqualTo(keyword);
            assertThat(error.getInstanceLocation()).hasToString(path);
        });
        assertThat(ApplicantReader.read(VOCABULARY, text).problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\": null}", "{\"exams\": null}", "{\"exams\": []}", "{\"person\": {\"citizenships\": []}}",
            "{\"training\": {\"usMonths\": 240}}", "{\"education\": {\"creditYears\": 5.5, \"graduatedOn\": \"2024-02-29\"}}"})
    void whatTheSchemaAcceptsTheReaderAccepts(String text) {
        assertThat(errors(text)).isEmpty();
        assertThat(ApplicantReader.read(VOCABULARY, text).problems()).isEmpty();
    }

    @Test
    void aFieldThatSaysNoneByItsAbsenceSaysSo() {
        Tree.Mapping fields = at(at(at(TreeReader.readJson(TEXT).root(), "properties"), "ecfmg"), "properties");
        assertThat(at(fields, "certificateExpiresOn").entries().get("description")).isInstanceOfSatisfying(Tree.Scalar.class, description ->
                assertThat(description.value()).isEqualTo("Date the ECFMG Certificate expires. Leaving it out says that there is none."));
    }

    private static Tree.Mapping at(Tree tree, String name) {
        return (Tree.Mapping) ((Tree.Mapping) tree).entries().get(name);
    }

    private static List<Error> errors(String applicant) {
        return SCHEMA.validate(applicant, InputFormat.JSON, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
