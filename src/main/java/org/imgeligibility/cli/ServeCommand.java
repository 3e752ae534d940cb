package org.imgeligibility.cli;

import java.util.concurrent.Callable;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.web.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the form and the HTTP interface until the program is ended. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Serves the form and the HTTP interface on this machine (127.0.0.1), until ended by Ctrl+C.")
final class ServeCommand implements Callable<Integer> {

    static final int PORT = 8080;

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;
    @Option(names = "--port", paramLabel = "N", description = "The port (default ${DEFAULT-VALUE}); 0 for any that is free.")
    private int port = PORT;

    @Override
    public Integer call() throws InterruptedException {
        Evaluator evaluator = new Evaluator(rules.ruleBase());
        try (Server server = start(evaluator)) {
            spec.commandLine().getOut().println("Serving on " + server.address() + " (end with Ctrl+C).");
            spec.commandLine().getOut().flush();
            Thread.currentThread().join();
        }
        return 0;
    }

    private Server start(Evaluator evaluator) {
        try {
            return Server.start(evaluator, port);
        } catch (org.springframework.boot.web.server.PortInUseException busy) {
            throw new InputException("--port " + port, "is in use. Name another, or 0 for any that is free.");
        }
    }
}
