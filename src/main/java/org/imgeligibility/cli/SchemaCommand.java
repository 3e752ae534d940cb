package org.imgeligibility.cli;

import java.util.concurrent.Callable;
import org.imgeligibility.catalogue.FileSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the schema of a file people write. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Prints the JSON Schema of the applicant file, or of a file that editors of the policy write.")
final class SchemaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Which file: ${COMPLETION-CANDIDATES}, in any case. Default: APPLICANT.")
    private FileSchema file = FileSchema.APPLICANT;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(file.of(rules.policy()));
        return 0;
    }
}
