package org.imgeligibility.rulebase;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Keeps compiled rules by the digest of their files, in {@code ~/.cache/img-eligibility} (or under
 * {@code XDG_CACHE_HOME}, or where the system property {@code img-eligibility.cache} says), readable by the user
 * alone. What cannot be read or written is compiled again.
 */
final class RuleCache {

    /** Counts the changes of what is printed for the engine, so that an older archive is not taken for a new one. */
    private static final String FORMAT = "1";

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
        Path file = folder.resolve(policy.digest().replace("sha256:", "") + "-" + FORMAT + ".zip");
        return read(file).orElseGet(() -> {
            CompiledRules compiled = RuleCompiler.compile(policy);
            keep(file, compiled.toBytes());
            return compiled;
        });
    }

    private static Optional<CompiledRules> read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.getOwner(file).equals(Files.getOwner(Path.of(System.getProperty("user.home"))))
                    ? Optional.of(CompiledRules.from(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void keep(Path file, byte[] archive) {
        try {
            Files.createDirectories(folder, mine("rwx------"));
            Path draft = Files.createTempFile(folder, "draft", ".zip", mine("rw-------"));
            Files.write(draft, archive);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            // A cache that cannot be written costs seconds, nothing else.
        }
    }

    private static FileAttribute<?>[] mine(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))} : new FileAttribute<?>[0];
    }
}
