package org.imgeligibility.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.web.Limits;
import org.imgeligibility.web.Server;
import org.imgeligibility.web.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the form and the HTTP interface until the program is ended. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Serves the form and the HTTP interface on this machine (127.0.0.1) unless told otherwise, until ended by Ctrl+C.")
final class ServeCommand implements Callable<Integer> {

    static final int PORT = 8080;

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;
    @Option(names = "--port", paramLabel = "N", description = "The port (default ${DEFAULT-VALUE}); 0 for any that is free.")
    private int port = PORT;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "The address to serve on (default ${DEFAULT-VALUE}, this machine alone); any other needs --users.")
    private String host = "127.0.0.1";
    @Option(names = "--users", paramLabel = "FILE", description = "Who may log in: a line name:bcrypt-hash each, as 'htpasswd -B' writes. Without it nobody has to.")
    private Path users;

    @Override
    public Integer call() throws InterruptedException {
        Serving serving = new Serving(host, port, Optional.ofNullable(users));
        Evaluator evaluator = new Evaluator(rules.ruleBase());
        try (Server server = Server.start(evaluator, serving, Limits.ofThisMachine())) {
            if (server.isOpenlyReadable()) {
                spec.commandLine().getErr().println("Passwords and answers travel unencrypted. Encrypt them; docs/advisers.md says how.");
            }
            spec.commandLine().getOut().println("Serving on " + server.address() + " (end with Ctrl+C).");
            spec.commandLine().getOut().flush();
            Thread.currentThread().join();
        }
        return 0;
    }
}
