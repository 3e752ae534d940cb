package org.imgeligibility.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.imgeligibility.rulebase.RuleFiles;

/**
 * The searches over the built-in rules that came to an end and found no facts, by their {@link Marks}: no edit that
 * leaves alone what one hangs on need repeat it. Run by the build with the rule folder and the class folder.
 */
final class Answered {

    private static final String FILE = "lint/answered";

    private Answered() {
    }

    /** None where the build has not come so far. */
    static Set<String> builtIn() {
        try (InputStream in = Answered.class.getClassLoader().getResourceAsStream(FILE)) {
            return in == null ? Set.of() : new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().collect(Collectors.toSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]).resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, Lint.searched(RuleFiles.of(Path.of(arguments[0])), LocalDate.now()).stream().sorted().collect(Collectors.joining("\n")));
    }
}
