package org.imgeligibility.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.time.Clock;
import org.imgeligibility.evaluation.Evaluator;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** What the server is made of. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
class WebApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Which rules are in force. */
    @Bean
    HealthIndicator rules(Evaluator evaluator) {
        return () -> Health.up().withDetail("digest", evaluator.policy().digest()).withDetail("count", evaluator.policy().rules().size()).build();
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("IMG eligibility").version("v1")
                .description("Explained verdicts on what an international medical graduate may do in the United States. Not legal advice."));
    }
}
