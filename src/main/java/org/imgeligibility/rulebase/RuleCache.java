package org.imgeligibility.rulebase;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps compiled rules by what was compiled (a changed sentence or source needs no new compilation), in {@code ~/.cache/img-eligibility} (or under
 * {@code XDG_CACHE_HOME}, or where the system property {@code img-eligibility.cache} says), readable by the user
 * alone. What cannot be read or written is compiled again.
 */
final class RuleCache {

    private static final int HASH = 32;

    private final Path folder;

    RuleCache(Path folder) {
        this.folder = folder;
    }

    static RuleCache ofUser() {
        String told = System.getProperty("img-eligibility.cache");
        if (told != null) {
            return new RuleCache(Path.of(told));
        }
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(configured);
        return new RuleCache(base.resolve("img-eligibility"));
    }

    CompiledRules compiled(Policy policy) {
        Path file = folder.resolve(RuleCompiler.fingerprint(policy) + ".zip");
        return read(file).orElseGet(() -> {
            CompiledRules compiled = RuleCompiler.compile(policy);
            keep(file, compiled.toBytes());
            return compiled;
        });
    }

    /** A kept archive begins with its own hash, so that a damaged one is made anew. */
    private static Optional<CompiledRules> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || !Files.getOwner(file).equals(Files.getOwner(Path.of(System.getProperty("user.home"))))) {
                return Optional.empty();
            }
            byte[] kept = Files.readAllBytes(file);
            byte[] archive = Arrays.copyOfRange(kept, Math.min(HASH, kept.length), kept.length);
            return Arrays.equals(Arrays.copyOf(kept, HASH), RuleFiles.sha256(archive)) ? Optional.of(CompiledRules.from(archive)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void keep(Path file, byte[] archive) {
        try {
            Files.createDirectories(folder, mine("rwx------"));
            Path draft = Files.createTempFile(folder, "draft", ".zip", mine("rw-------"));
            try (OutputStream out = Files.newOutputStream(draft)) {
                out.write(RuleFiles.sha256(archive));
                out.write(archive);
                out.close();
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException unwritable) {
            // A cache that cannot be written costs seconds, nothing else.
        }
    }

    private static FileAttribute<?>[] mine(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))} : new FileAttribute<?>[0];
    }
}
