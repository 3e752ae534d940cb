package org.imgeligibility.web;

import java.nio.file.Path;
import java.util.Optional;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.watch.RulesInForce;
import org.springframework.aot.AotDetector;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/**
 * Lets Spring find out what the server is made of when the program is built, so that no start does it again. Its build
 * plugin runs the application up to there and writes classes that put the same together.
 */
public final class AheadOfTime {

    private static final String WRITTEN = AheadOfTime.class.getName() + "__ApplicationContextInitializer";

    private AheadOfTime() {
    }

    /** With all that a server can show; what it does show is settled at its start. */
    public static void main(String[] arguments) {
        Server.made(new RulesInForce(new Evaluator(RuleBase.builtIn())), new Serving("127.0.0.1", 0, Optional.of(Path.of("users"))), Limits.ofThisMachine()).run(arguments);
    }

    /** Starts from then on use what was written, where the build has come so far. */
    static void use() {
        if (ClassUtils.isPresent(WRITTEN, AheadOfTime.class.getClassLoader())) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
    }
}
