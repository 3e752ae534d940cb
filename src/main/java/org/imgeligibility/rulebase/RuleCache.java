package org.imgeligibility.rulebase;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps compiled rules by what was compiled (a changed sentence or source needs no new compilation), in {@code ~/.cache/img-eligibility} (or under
 * {@code XDG_CACHE_HOME}, or where the system property {@code img-eligibility.cache} says), readable by the user
 * alone. What cannot be read or written is compiled again.
 */
final class RuleCache {

    private static final int HASH = 32;
    /** Goes up whenever rules are compiled under other names, so that what an older program kept is let be. */
    private static final int LAYOUT = 2;

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

    /** Files loaded before, sound and with their lists as JSON, and where their classes are kept. */
    record Known(RuleFiles files, CompiledRules archive) {
    }

    /** What is kept of exactly these files. */
    Optional<Known> known(RuleFiles files) {
        return read(index(files)).flatMap(index -> read(archive(index.models().get(0))).map(archive -> {
            SortedMap<String, String> contents = new TreeMap<>(files.contents());
            index.classes().forEach((list, json) -> contents.put(list, new String(json, StandardCharsets.UTF_8)));
            return new Known(new RuleFiles(contents, files.digest()), archive);
        }));
    }

    /** The compiled rules of a policy, kept for the next time. */
    CompiledRules compiled(Policy policy) {
        Path file = archive(RuleCompiler.fingerprint(policy));
        return read(file).orElseGet(() -> {
            CompiledRules made = CompilerProcess.compile(policy);
            keep(file, made.toBytes());
            return made;
        });
    }

    /** Notes that these files are sound, with their lists as JSON and the name of their compiled rules. */
    void remember(RuleFiles files, Policy policy) {
        Map<String, byte[]> lists = new LinkedHashMap<>();
        files.lists().forEach((name, json) -> lists.put(name, json.getBytes(StandardCharsets.UTF_8)));
        keep(index(files), new CompiledRules(lists, List.of(RuleCompiler.fingerprint(policy))).toBytes());
    }

    private Path archive(String fingerprint) {
        return folder.resolve(fingerprint + ".zip");
    }

    private Path index(RuleFiles files) {
        return folder.resolve(files.digest().replace("sha256:", "") + "-" + LAYOUT + ".index");
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
