package org.imgeligibility.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.imgeligibility.catalogue.Catalogue;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.JsonSchema;
import org.imgeligibility.verdict.DocumentJson;
import org.imgeligibility.watch.RulesInForce;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP interface for programs. */
@RestController
@RequestMapping("/api/v1")
class ApiController {

    static final int MAX_BYTES = 1 << 20;

    private final RulesInForce inForce;
    private final Clock clock;
    private final Gate gate;

    ApiController(RulesInForce inForce, Clock clock, Gate gate) {
        this.inForce = inForce;
        this.clock = clock;
        this.gate = gate;
    }

    @Operation(summary = "Evaluate an applicant", description = "Every verdict with its reasons. Facts left out are unknown, never false.",
            requestBody = @RequestBody(required = true, description = "An applicant file, JSON or YAML; see /api/v1/schema.", content = {
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")),
                @Content(mediaType = MediaType.APPLICATION_YAML_VALUE, schema = @Schema(type = "object"))}))
    @ApiResponse(responseCode = "200", description = "The verdict document", content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "400", description = "All that is wrong, each with its path", content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(type = "object")))
    @PostMapping(path = "/evaluations", produces = MediaType.APPLICATION_JSON_VALUE,
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_YAML_VALUE, "text/yaml"})
    byte[] evaluate(InputStream body, @RequestParam(required = false) String asOf,
                    @RequestParam(required = false) String reading, @RequestParam(name = "question", required = false) List<String> questions) throws IOException {
        String applicant = text(body.readNBytes(MAX_BYTES + 1));
        return gate.pass(() -> answer(inForce.edition().evaluator(), applicant, asOf, reading, questions));
    }

    private byte[] answer(Evaluator evaluator, String applicant, String asOf, String reading, List<String> questions) {
        return DocumentJson.bytes(evaluator.evaluate(applicant, Asked.of(asOf, reading, questions, evaluator, clock)));
    }

    /** @throws TooLarge above 1 MiB */
    static String text(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new TooLarge();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException other) {
            throw new InputException("", "This is not UTF-8 text. Save it as UTF-8.");
        }
    }

    /** More than any applicant file holds. */
    static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("An applicant file has at most 1 MiB.", null, false, false);
        }
    }

    @Operation(summary = "The JSON Schema of the applicant file")
    @ApiResponse(responseCode = "200", description = "A schema of draft 2020-12", content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    @GetMapping(path = "/schema", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] schema() {
        return JsonSchema.of(inForce.edition().policy().vocabulary()).getBytes(StandardCharsets.UTF_8);
    }

    @Operation(summary = "Every question, requirement, rule, source and table")
    @ApiResponse(responseCode = "200", description = "The catalogue", content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    @GetMapping(path = "/catalogue", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] catalogue() {
        return gate.pass(() -> new Catalogue(inForce.edition().policy()).json().getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "The shipped applicants", description = "Each with the day, the reading and the applicant file.")
    @ApiResponse(responseCode = "200", description = "All of them", content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, array = @ArraySchema(schema = @Schema(type = "object"))))
    @GetMapping(path = "/fixtures", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] fixtures() {
        return gate.pass(() -> Cases.of(inForce.edition()).json().getBytes(StandardCharsets.UTF_8));
    }
}
