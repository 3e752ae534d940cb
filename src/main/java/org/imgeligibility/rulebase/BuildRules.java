package org.imgeligibility.rulebase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.InputException;

/**
 * Run by the build: checks the built-in rules, makes them ready in the class folder and lists the fixtures.
 * Arguments: rule folder, fixture folder, class folder.
 */
final class BuildRules {

    private BuildRules() {
    }

    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[2]);
        try {
            RuleFiles files = RuleFiles.of(Path.of(arguments[0]));
            Files.createDirectories(classes.resolve("rulebase"));
            // What lint noted of an earlier build would hide what its checks find since.
            Files.deleteIfExists(classes.resolve("lint/answered"));
            Files.writeString(classes.resolve(RuleFiles.DIGEST), files.digest());
            Files.writeString(classes.resolve(RuleFiles.FILE_LIST), String.join("\n", files.contents().keySet()));
            Files.writeString(classes.resolve("fixtures/files"), fixtures(Path.of(arguments[1])));
            Files.write(classes.resolve(RuleFiles.PREPARED), Prepared.of(files, Optional.empty()).written());
        } catch (InputException unusable) {
            System.err.println("The rules cannot be used:\n" + unusable.getMessage());
            System.exit(1);
        }
    }

    private static String fixtures(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted().collect(Collectors.joining("\n"));
        }
    }
}
