package org.imgeligibility.cli;

import java.util.concurrent.Callable;
import org.imgeligibility.facts.JsonSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the schema of the applicant file. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Prints the JSON Schema of the applicant file.")
final class SchemaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(JsonSchema.of(rules.policy().vocabulary()));
        return 0;
    }
}
