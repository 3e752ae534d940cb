package org.imgeligibility.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.PolicyLoader;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.RuleFiles;
import picocli.CommandLine.Option;

/** Which rules a command uses. */
final class RulesOption {

    @Option(names = "--rules", paramLabel = "DIR", description = "Use the rules in this folder in place of the built-in ones.")
    private Path folder;

    RuleFiles files() {
        return folder == null ? RuleFiles.builtIn() : RuleFiles.of(folder);
    }

    RuleBase ruleBase() {
        return folder == null ? RuleBase.builtIn() : RuleBase.of(folder);
    }

    Policy policy() {
        return PolicyLoader.load(files());
    }

    /** The folder given; none for the built-in rules. */
    Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** How a file of the rules is named to the user. */
    String prefix() {
        return folder == null ? "rules/" : folder + "/";
    }
}
