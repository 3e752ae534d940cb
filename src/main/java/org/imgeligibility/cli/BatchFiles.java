package org.imgeligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imgeligibility.facts.InputException;

/**
 * Where a batch reads and writes, as given.
 *
 * @param output null for standard output
 */
record BatchFiles(String input, Path output) {

    /** @throws InputException for what cannot be read or written, before anything long is begun */
    void check(boolean resume) throws IOException {
        Path from = Path.of(input);
        if (!isStandard() && !Files.isRegularFile(from)) {
            throw new InputException(input, Files.isDirectory(from) ? "is a folder. Name one file of applicants." : "no such file.");
        } else if (resume && (isStandard() || output == null)) {
            throw new InputException("--resume", "goes on with an output file. Name the file of applicants, and --output FILE.");
        } else if (output != null && !Files.isDirectory(output.toAbsolutePath().getParent())) {
            throw new InputException(output.toString(), "the folder does not exist. Make it first.");
        } else if (output != null && Files.exists(output) && !Files.isRegularFile(output)) {
            throw new InputException(output.toString(), "is no file that could be replaced. Name a file, or leave --output out and redirect standard output.");
        } else if (output != null && Files.exists(output) && !isStandard() && Files.isSameFile(from, output)) {
            throw new InputException(output.toString(), "is the input. Name another file.");
        }
    }

    private boolean isStandard() {
        return input.equals("-");
    }
}
