package org.imgeligibility.docs;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imgeligibility.catalogue.FileSchema;
import org.imgeligibility.facts.TreeReader;
import org.imgeligibility.facts.TreeWriter;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.PolicyLoader;
import org.imgeligibility.rulebase.RuleFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas kept for editors, and the files that name them in their first line.
 * {@code mvn test -Dtest=SchemaFilesTest -Dschemas.accept=true} writes them anew.
 */
class SchemaFilesTest {

    private static final Path KEPT = Path.of("docs/schemas");
    private static final Pattern COMMENT = Pattern.compile("^# yaml-language-server: \\$schema=(\\S+)\n");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static Policy policy;
    private static final Map<FileSchema, Schema> SCHEMAS = new EnumMap<>(FileSchema.class);

    @BeforeAll
    static void make() throws IOException {
        policy = PolicyLoader.load(RuleFiles.of(Path.of("rules")));
        for (FileSchema schema : FileSchema.values()) {
            SCHEMAS.put(schema, REGISTRY.getSchema(schema.of(policy), InputFormat.JSON));
            if (Boolean.getBoolean("schemas.accept")) {
                Files.createDirectories(KEPT);
                Files.writeString(KEPT.resolve(schema.file()), schema.of(policy));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theKeptSchemaIsThatOfTheRules(FileSchema schema) throws IOException {
        assertThat(schema.of(policy)).as("docs/schemas/%s is stale. Renew it: mvn test -Dtest=SchemaFilesTest -Dschemas.accept=true", schema.file())
                .isEqualTo(Files.readString(KEPT.resolve(schema.file())));
        assertThat(REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")).validate(schema.of(policy), InputFormat.JSON)).isEmpty();
    }

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> rules = Files.walk(Path.of("rules")); Stream<Path> fixtures = Files.walk(Path.of("fixtures"))) {
            return Stream.concat(rules, fixtures).filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    private static FileSchema schemaOf(Path file) {
        return file.startsWith("fixtures") ? FileSchema.FIXTURES : FileSchema.valueOf(file.getFileName().toString().replace(".yaml", "").toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedFileNamesItsSchemaAndFitsIt(Path file) throws IOException {
        String text = Files.readString(file);
        Matcher comment = COMMENT.matcher(text);
        String wanted = file.getParent().relativize(KEPT.resolve(schemaOf(file).file())).toString().replace('\\', '/');
        assertThat(comment.find() ? Optional.of(comment.group(1)) : Optional.empty()).as("the first line of %s must be: # yaml-language-server: $schema=%s", file, wanted).contains(wanted);
        assertThat(errors(schemaOf(file), text)).isEmpty();
    }

    private static List<String> errors(FileSchema schema, String yaml) {
        return SCHEMAS.get(schema).validate(TreeWriter.json(TreeReader.readYaml(yaml).root()), InputFormat.JSON).stream().map(Error::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
        "SOURCES         # - { id: a, title: A, publisher: P, locator: p. 1, kind: offical, confidence: high, reviewBy: 2027-01-01 }",
        "SOURCES         # - { id: a, title: A, publisher: P, locator: p. 1, kind: official, confidence: high }",
        "SOURCES         # - { id: a, title: A, publisher: P, locator: p. 1, kind: official, confidence: high, reviewBy: 2027-01-01, author: X }",
        "QUESTIONS       # - { id: a, title: A, topic: t, about: B, reading: curent }",
        "QUESTIONS       # - { id: a b, title: A, topic: t, about: B }",
        "REQUIREMENTS    # - { id: a, title: A, combine: most }",
        "CLASSIFICATIONS # - { id: imgs, title: A }",
        "FIXTURES        # cases: []",
        "FIXTURES        # cases: [{ id: a, says: S, expect: { ecfmg-aplication: ELIGIBLE } }]",
        "FIXTURES        # cases: [{ id: a, says: S, expect: { ecfmg-application: ELIGABLE } }]",
        "FIXTURES        # cases: [{ id: a, says: S, expect: { ecfmg-application: { outcome: ELIGIBLE, becase: [] } } }]",
        "FIXTURES        # cases: [{ id: a, says: S, expect: { ecfmg-application: { outcome: NOT_YET, because: [usmle-ids] } } }]",
        "FIXTURES        # cases: [{ id: a, says: S, expect: { ecfmg-application: { outcome: NOT_YET, missing: [/ecfmg/hasid] } } }]",
        "FIXTURES        # cases: [{ id: a, says: S, applicant: { ecfmg: { hasId: maybe } }, expect: { ecfmg-application: ELIGIBLE } }]",
    })
    void whatDoesNotFitIsRefused(FileSchema schema, String yaml) {
        assertThat(errors(schema, yaml)).isNotEmpty();
    }

    @Test
    void whatFitsIsNot() {
        assertThat(errors(FileSchema.FIXTURES, "cases: [{ id: a, says: S, asOf: 2026-03-01, applicant: { ecfmg: null }, expect: { img: UNKNOWN, ecfmg-application: { requirements: { usmle-id: MET } } } }]")).isEmpty();
        assertThat(errors(FileSchema.SOURCES, "- { id: a, title: A, publisher: P, locator: p. 1, kind: official, confidence: high, reviewBy: 2027-01-01 }")).isEmpty();
    }
}
