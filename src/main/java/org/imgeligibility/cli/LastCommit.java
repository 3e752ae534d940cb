package org.imgeligibility.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A folder as it stands in the last commit of its git repository, copied aside until this is closed. */
final class LastCommit implements AutoCloseable {

    private final Path copy;

    private LastCommit(Path copy) {
        this.copy = copy;
    }

    /** There is nothing to compare with; the message says why. */
    static final class None extends Exception {

        None(String why) {
            super(why, null, false, false);
        }
    }

    /** @throws None without git, outside a repository, or where the folder is in no commit */
    static LastCommit of(Path folder) throws IOException, None {
        LastCommit commit = new LastCommit(Files.createTempDirectory("last-commit"));
        try {
            commit.unpack(archive(folder));
            return commit;
        } catch (IOException | None failed) {
            commit.close();
            throw failed;
        }
    }

    /** The folder as git packs it. What a hook tells git of its own repository would mislead it here, so that is taken away. */
    private static byte[] archive(Path folder) throws IOException, None {
        ProcessBuilder git = new ProcessBuilder("git", "archive", "--format=zip", "HEAD").directory(folder.toFile());
        git.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Path errors = Files.createTempFile("git", ".txt");
        try {
            Process process = started(git.redirectError(errors.toFile()));
            process.getOutputStream().close();
            byte[] archive = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new None(folder + " is not in the last commit of a git repository (" + Files.readString(errors, StandardCharsets.UTF_8).strip().lines().findFirst().orElse("git failed") + ")");
            }
            return archive;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new None("the comparison was interrupted");
        } finally {
            Files.delete(errors);
        }
    }

    private static Process started(ProcessBuilder git) throws None {
        try {
            return git.start();
        } catch (IOException absent) {
            throw new None("git cannot be run here");
        }
    }

    private void unpack(byte[] archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = copy.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && file.startsWith(copy)) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    Path folder() {
        return copy;
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(copy)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
