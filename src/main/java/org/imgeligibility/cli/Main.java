package org.imgeligibility.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.RuleFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. */
@Command(name = "img-eligibility", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Explains what an international medical graduate may do in the United States, and why.%nNot legal advice.",
        footer = "%nExit codes: 0 done; 1 a check found something; 2 the input or the command line is wrong; 3 a fault of ours.")
public final class Main implements Runnable {

    static final int FOUND = 1;
    static final int WRONG_INPUT = 2;
    static final int OUR_FAULT = 3;
    private static final List<Class<?>> COMMANDS = List.of(ServeCommand.class, EvaluateCommand.class, BatchCommand.class, RegressCommand.class, DiffCommand.class,
            LintCommand.class, CheckCommand.class, CatalogueCommand.class, SchemaCommand.class);

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        String[] words = arguments.length == 0 ? new String[] {"serve"} : arguments;
        beginEarly(List.of(words));
        int code = commandLine(out, err, words[0]).execute(words);
        out.flush();
        System.exit(code);
    }

    /** The rules take longest to load, so that begins before the command line is looked at more closely. */
    private static void beginEarly(List<String> arguments) {
        int option = arguments.indexOf("--rules");
        if ((arguments.contains("evaluate") || arguments.contains("serve")) && !arguments.contains("--help")) {
            RuleBase.begin(option >= 0 && option + 1 < arguments.size() ? Optional.of(Path.of(arguments.get(option + 1))) : Optional.empty());
        }
    }

    /** The command line with all commands and its outputs. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(out, err, "");
    }

    /** The same with one command alone where the first word is its name: looking at all of them takes long at a start. */
    private static CommandLine commandLine(PrintWriter out, PrintWriter err, String first) {
        CommandLine line = new CommandLine(new Main());
        List<Class<?>> alone = COMMANDS.stream().filter(command -> command.getAnnotation(Command.class).name().equals(first)).toList();
        (alone.isEmpty() ? COMMANDS : alone).forEach(line::addSubcommand);
        return line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Main::wrongCommandLine)
                .setExecutionExceptionHandler((failure, failing, parsed) -> failed(failure, failing));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: one of " + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    private static int wrongCommandLine(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return WRONG_INPUT;
    }

    private static int failed(Exception failure, CommandLine line) {
        if (failure instanceof InputException wrong) {
            wrong.problems().forEach(problem -> line.getErr().println(problem));
            return WRONG_INPUT;
        } else if (failure instanceof RuleFault wrong) {
            line.getErr().println("The rules cannot be used: " + wrong.getMessage());
            return WRONG_INPUT;
        }
        line.getErr().println("A fault of this program (" + failure.getClass().getSimpleName() + "). Please report what you did; nothing was changed.");
        return OUR_FAULT;
    }
}
