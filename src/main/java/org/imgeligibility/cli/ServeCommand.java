package org.imgeligibility.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.watch.RulesInForce;
import org.imgeligibility.watch.Watching;
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
    @Option(names = "--watch", negatable = true, defaultValue = "true", fallbackValue = "true", description = "Put edits of the --rules folder in force when they are saved and hold (default; --no-watch does not).")
    private boolean watch;
    @Option(names = "--fixtures", paramLabel = "DIR", description = "The cases a saved edit must hold against (default: the folder 'fixtures' beside that of --rules, or else the shipped ones).")
    private Path fixtures;

    @Override
    public Integer call() throws InterruptedException {
        Serving serving = new Serving(host, port, Optional.ofNullable(users));
        RulesInForce inForce = new RulesInForce(new Evaluator(rules.ruleBase()));
        try (Watching watching = watch ? rules.folder().map(folder -> Watching.start(inForce, folder, cases(folder))).orElse(null) : null;
             Server server = Server.start(inForce, serving, Limits.ofThisMachine())) {
            if (server.isOpenlyReadable()) {
                spec.commandLine().getErr().println("Passwords and answers travel unencrypted. Encrypt them; docs/advisers.md says how.");
            }
            spec.commandLine().getOut().println("Serving on " + server.address() + " (end with Ctrl+C).");
            if (watching != null) {
                spec.commandLine().getOut().println("Edits in " + rules.prefix() + " come into force when they are saved and hold.");
            }
            spec.commandLine().getOut().flush();
            Thread.currentThread().join();
        }
        return 0;
    }

    private Optional<Path> cases(Path folder) {
        return Optional.ofNullable(fixtures).or(() -> Optional.of(folder.toAbsolutePath().normalize().resolveSibling("fixtures")).filter(Files::isDirectory));
    }
}
