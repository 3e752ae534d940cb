package org.imgeligibility.web;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.time.Clock;
import org.imgeligibility.facts.TreeWriter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.watch.RulesInForce;
import org.imgeligibility.watch.Standing;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.MediaType;

/** What the server is made of. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
class WebApplication {

    private static final int PIECE = 1 << 16;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Bodies are taken in whole before a request is looked at; answers are large, and go out in large pieces. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodies(Limits limits) {
        return tomcat -> {
            tomcat.addEngineValves(new WholeBody(ApiController.MAX_BYTES, limits.body()));
            tomcat.addConnectorCustomizers(connector -> connector.setProperty("socket.appWriteBufSize", String.valueOf(PIECE)));
        };
    }

    /** Which rules are in force. */
    @Bean
    HealthIndicator rules(RulesInForce inForce) {
        return () -> health(inForce.edition().policy(), inForce.standing());
    }

    /** An edit that is refused is no illness: the rules in force answer as before. */
    private static Health health(Policy policy, Optional<Standing> standing) {
        Health.Builder health = Health.up().withDetail("digest", policy.digest()).withDetail("count", policy.rules().size());
        standing.ifPresent(now -> {
            health.withDetail("inForceSince", now.since().toString());
            now.cases().ifPresent(cases -> health.withDetail("cases", Map.of("agreeing", cases.agreeing(), "all", cases.all(), "failed", now.failed())));
            now.refused().ifPresent(refused -> health.withDetail("edited", Map.of("refusedSince", refused.since().toString(),
                    "problems", refused.problems().stream().map(one -> Map.of("place", one.path(), "message", one.message())).toList(), "more", refused.more())));
        });
        return health.build();
    }

    /** A shipped applicant serves as the example, since the vocabulary may be any. */
    @Bean
    OpenApiCustomizer example(RulesInForce inForce) {
        return described -> described.getPaths().values().stream().flatMap(path -> path.readOperations().stream()).filter(operation -> operation.getRequestBody() != null)
                .map(operation -> operation.getRequestBody().getContent().get(MediaType.APPLICATION_JSON_VALUE))
                .forEach(content -> Cases.of(inForce.edition()).whole().stream().findFirst().ifPresent(fixture -> content.setExample(parsed(TreeWriter.json(fixture.applicant())))));
    }

    private static Object parsed(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("IMG eligibility").version("v1")
                .description("Explained verdicts on what an international medical graduate may do in the United States. Not legal advice."));
    }
}
