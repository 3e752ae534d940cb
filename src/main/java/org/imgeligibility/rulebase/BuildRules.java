package org.imgeligibility.rulebase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imgeligibility.facts.InputException;

/** Run by the build: checks and compiles the built-in rules into the class folder. Arguments: rule folder, class folder. */
final class BuildRules {

    private BuildRules() {
    }

    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[1]);
        try {
            RuleFiles files = RuleFiles.of(Path.of(arguments[0]));
            Files.createDirectories(classes.resolve("rulebase"));
            Files.writeString(classes.resolve(RuleFiles.FILE_LIST), String.join("\n", files.contents().keySet()));
            Files.write(classes.resolve(RuleBase.BUILT_IN_ARCHIVE), RuleCompiler.compile(PolicyLoader.load(files)).toBytes());
        } catch (InputException unusable) {
            System.err.println("The rules cannot be used:\n" + unusable.getMessage());
            System.exit(1);
        }
    }
}
