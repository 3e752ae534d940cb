package org.imgeligibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the HTTP interface. Its structure is checked by the rules of OpenAPI 3.1 written out here (the schema
 * of whole documents is not among the libraries); each schema in it is validated against the meta-schema of 2020-12.
 */
class OpenApiTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static Server server;
    private static JsonNode document;

    @BeforeAll
    static void fetch() throws Exception {
        server = Server.start(new Evaluator(RuleBase.builtIn()), 0);
        document = new JsonMapper().readTree(HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(server.address() + "v3/api-docs")).build(),
                HttpResponse.BodyHandlers.ofString()).body());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDocumentHasWhatOpenApiRequires() {
        assertThat(document.get("openapi").asString()).startsWith("3.1.");
        assertThat(document.at("/info/title").isString() && document.at("/info/version").isString()).isTrue();
        assertThat(document.propertyNames()).isSubsetOf("openapi", "info", "jsonSchemaDialect", "servers", "paths", "webhooks", "components", "security", "tags", "externalDocs");
        assertThat(document.get("paths").propertyNames()).containsExactlyInAnyOrder("/api/v1/evaluations", "/api/v1/schema", "/api/v1/catalogue", "/api/v1/fixtures");
    }

    @Test
    void everyOperationIsNamedOnceAndDescribesItsAnswers() {
        Set<String> ids = new TreeSet<>();
        for (JsonNode path : document.get("paths")) {
            assertThat(path.propertyNames()).isSubsetOf("get", "post");
            for (JsonNode operation : path) {
                assertThat(ids.add(operation.get("operationId").asString())).isTrue();
                assertThat(operation.get("responses").propertyNames()).isNotEmpty().allMatch(code -> code.matches("[1-5]\\d\\d|default"));
                operation.get("responses").forEach(answer -> assertThat(answer.get("description").asString()).isNotBlank());
                operation.path("parameters").forEach(parameter -> assertThat(parameter.get("in").asString()).isEqualTo("query"));
            }
        }
        assertThat(ids).hasSize(4);
        assertThat(document.at("/paths/~1api~1v1~1evaluations/post/parameters").findValuesAsString("name")).containsExactlyInAnyOrder("asOf", "reading", "question");
    }

    @Test
    void everySchemaIsAValidSchema() {
        List<JsonNode> schemas = document.findValues("schema");
        assertThat(schemas).hasSizeGreaterThan(8);
        var metaSchema = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        schemas.forEach(schema -> assertThat(metaSchema.validate(schema.toString(), InputFormat.JSON)).as(schema.toString()).isEmpty());
        assertThat(document.toString()).doesNotContain("\"format\":\"byte\"");
    }

    @Test
    void theExampleIsAnApplicantThatCanBeEvaluated() throws Exception {
        JsonNode example = document.at("/paths/~1api~1v1~1evaluations/post/requestBody/content/application~1json/example");
        HttpResponse<String> response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(server.address() + "api/v1/evaluations"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(example.toString())).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"applicant\":\"" + example.get("id").asString() + "\"");
    }
}
