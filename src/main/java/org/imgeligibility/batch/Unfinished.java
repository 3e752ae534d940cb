package org.imgeligibility.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.imgeligibility.facts.InputException;

/**
 * An output while it is worked on: {@code out.jsonl.partial} beside it takes the lines, {@code out.jsonl.partial.json}
 * says what of. Moved into place when all lines are there. Readable by their owner alone, as answers tell of persons.
 */
public final class Unfinished implements Closeable {

    private final Path output;
    private final Path partial;
    private final Origin origin;
    private final FileChannel channel;
    private final Totals done;

    private Unfinished(Path output, Origin origin, FileChannel channel, Totals done) {
        this.output = output;
        this.partial = partial(output);
        this.origin = origin;
        this.channel = channel;
        this.done = done;
    }

    private static Path partial(Path output) {
        return output.resolveSibling(output.getFileName() + ".partial");
    }

    /**
     * Opens the work on an output.
     *
     * @param resume whether to go on where an earlier run was interrupted; with nothing there this one begins
     * @throws InputException when there is earlier work that is not to be gone on with, or cannot be
     */
    public static Unfinished open(Path output, Origin origin, boolean resume) throws IOException {
        Path partial = partial(output);
        boolean before = Files.exists(partial) && Files.size(partial) > 0;
        FileChannel channel = FileChannel.open(partial, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), forOwner());
        try {
            lock(channel, partial);
            if (before) {
                origin.check(partial, resume);
            }
            return before && resume ? goOn(output, origin, channel) : begin(output, origin, channel);
        } catch (IOException | InputException refused) {
            channel.close();
            throw refused;
        }
    }

    private static Unfinished begin(Path output, Origin origin, FileChannel channel) throws IOException {
        channel.truncate(0);
        origin.write(partial(output));
        return new Unfinished(output, origin, channel, new Totals());
    }

    private static Unfinished goOn(Path output, Origin origin, FileChannel channel) throws IOException {
        Totals done = new Earlier(partial(output)).cutOff(channel);
        channel.position(channel.size());
        return new Unfinished(output, origin, channel, done);
    }

    private static FileAttribute<?>[] forOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
    }

    private static void lock(FileChannel channel, Path partial) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException same) {
            // Held by this very process.
        }
        throw new InputException(partial.toString(), "another run is at work on it. Wait for it, or give another --output.");
    }

    /** What earlier runs did of it. */
    public Totals done() {
        return done;
    }

    /** The file beside the output. */
    public Path partial() {
        return partial;
    }

    /** @param text whole lines */
    public void write(byte[] text) {
        ByteBuffer left = ByteBuffer.wrap(text);
        try {
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (IOException full) {
            throw new InputException(partial.toString(), "cannot be written (" + full.getMessage() + "). What is done is kept; make room and go on with --resume.");
        }
    }

    /** Puts the output into place. */
    public void finish() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(partial, output, StandardCopyOption.ATOMIC_MOVE);
        origin.delete(partial);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
