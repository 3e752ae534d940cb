package org.imgeligibility.batch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.imgeligibility.facts.InputException;

/**
 * A line of the input without its end.
 *
 * @param number from 1
 * @param text   of a line longer than {@link #MAX_BYTES} one byte more than these
 */
public record Line(long number, byte[] text) {

    static final int MAX_BYTES = 1 << 20;

    /** @throws InputException for a line that cannot be an applicant */
    String applicant() {
        if (text.length > MAX_BYTES) {
            throw new InputException("", "larger than 1 MiB, which no applicant is.");
        }
        String read = new String(text, StandardCharsets.UTF_8);
        if (read.isBlank()) {
            throw new InputException("", "an empty line.");
        } else if (read.indexOf('\uFFFD') >= 0 && !isUtf8()) {
            throw new InputException("", "not UTF-8 text. Save it as UTF-8.");
        }
        return read;
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
