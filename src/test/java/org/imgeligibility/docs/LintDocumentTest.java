package org.imgeligibility.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.imgeligibility.lint.Check;
import org.junit.jupiter.api.Test;

/** The table of lint ids in the documents is that of the program. */
class LintDocumentTest {

    @Test
    void everyIdStandsInTheTableWithItsWords() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/lint.md")).stream().filter(line -> line.startsWith("| `")).toList();
        assertThat(rows).containsExactlyElementsOf(Arrays.stream(Check.values())
                .map(check -> "| `%s` | %s | %s | %s |".formatted(check.id(), check.level(), check.about(), check.help())).toList());
    }
}
