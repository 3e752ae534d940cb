package org.imgeligibility.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imgeligibility.facts.InputException;

/** Reads what a user names on the command line: a file, or {@code -} for standard input. */
final class InputText {

    static final int MAX_BYTES = 1 << 20;

    private InputText() {
    }

    /** @throws InputException when there is no such file, or it is too large or not UTF-8 */
    static String read(String name) {
        Path file = Path.of(name);
        if (!name.equals("-") && !Files.isRegularFile(file)) {
            throw new InputException(name, Files.isDirectory(file) ? "is a folder. Name one applicant file in it." : "no such file.");
        }
        try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new InputException(name, "is larger than 1 MiB, which no applicant file is.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException other) {
            throw new InputException(name, "is not UTF-8 text. Save it as UTF-8.");
        } catch (IOException unreadable) {
            throw new InputException(name, "cannot be read.");
        }
    }
}
