package org.imgeligibility.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said and done when the program is told to stop (Ctrl-C) before a file is whole. */
final class Interruption implements AutoCloseable {

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** @param resumable whether the partial file can be gone on with; otherwise it is deleted */
    static Interruption tells(PrintWriter err, Path partial, boolean resumable) {
        Thread hook = new Thread(() -> {
            if (!resumable) {
                delete(partial);
            }
            err.println();
            err.println(resumable ? "Interrupted. What is done is kept in " + partial.getFileName() + ". The same command with --resume goes on with it."
                    : "Interrupted. Nothing is kept, as standard input cannot be read again.");
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    private static void delete(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException stays) {
            // A later run begins anew over it.
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // The hook runs.
        }
    }
}
