package org.imgeligibility.batch;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lines of bytes, each ended by a line feed but perhaps the last. */
public final class Lines implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int BYTES_AT_ONCE = 1 << 18;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long number;
    private long wholeBytes;

    /** @param longest of a line that is longer, so many bytes and one more are kept */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The lines of applicants. */
    public static Lines of(InputStream in) {
        return new Lines(in, Line.MAX_BYTES);
    }

    /** At least one line unless at the end; no more of them than there are without waiting, and than can well be held. */
    List<Line> some(int most) throws IOException {
        List<Line> lines = new ArrayList<>();
        long bytes = 0;
        do {
            Optional<Line> next = next();
            if (next.isEmpty()) {
                return lines;
            }
            lines.add(next.get());
            bytes += next.get().text().length;
        } while (lines.size() < most && bytes < BYTES_AT_ONCE && isReady());
        return lines;
    }

    Optional<Line> next() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(0);
        long passed = 0;
        while (at < end || fill()) {
            int feed = feed();
            passed += feed - at + 1L;
            keep(text, feed);
            at = feed + 1;
            if (feed < end) {
                wholeBytes += passed;
                return Optional.of(new Line(++number, text.toByteArray()));
            }
            passed--;
        }
        return passed == 0 ? Optional.empty() : Optional.of(new Line(++number, text.toByteArray()));
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private int feed() {
        int feed = at;
        while (feed < end && buffer[feed] != '\n') {
            feed++;
        }
        return feed;
    }

    private void keep(ByteArrayOutputStream text, int until) {
        text.write(buffer, at, (int) Math.min(until - at, longest + 1L - text.size()));
    }

    /** Goes over so many lines. */
    public void skip(long lines) throws IOException {
        for (long left = lines; left > 0 && next().isPresent(); left--) {
            continue;
        }
    }

    /** Whether something can be read without waiting. */
    boolean isReady() throws IOException {
        return at < end || in.available() > 0;
    }

    /** The bytes of the lines read that had an end. */
    long wholeBytes() {
        return wholeBytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
