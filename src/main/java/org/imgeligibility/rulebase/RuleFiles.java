package org.imgeligibility.rulebase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.imgeligibility.facts.InputException;

/**
 * The text files of a rule folder, by path relative to it ("certification/exams.drl").
 *
 * @param digest "sha256:" and the hash of every path and content, in the order of paths
 */
public record RuleFiles(SortedMap<String, String> contents, String digest) {

    /** Where the built-in rules stand on the class path, with the list of their files. */
    static final String BUILT_IN = "rules/";
    static final String FILE_LIST = "rulebase/files";
    static final String DIGEST = "rulebase/digest";
    /** The lists again, as JSON under their own names: they are read at every start. */
    static final String LISTS = "rulebase/lists/";
    private static final List<String> ENDINGS = List.of(".drl", ".csv", ".yaml");
    private static final long MAX_FILE = 2_000_000;
    private static final int MAX_FILES = 500;

    public RuleFiles(SortedMap<String, String> contents) {
        this(contents, digest(contents));
    }

    /** Reads a folder; what is neither a rule file, a table nor a list (a README) is left alone. */
    public static RuleFiles of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder.toString(), "no such folder of rules. Give the folder that holds facts.drl.");
        }
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 8)) {
            for (Path file : files.filter(RuleFiles::counts).limit(MAX_FILES + 1L).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), read(file));
            }
        } catch (IOException unreadable) {
            throw new InputException(folder.toString(), "cannot be read: " + unreadable.getMessage());
        }
        if (contents.size() > MAX_FILES) {
            throw new InputException(folder.toString(), "holds more than " + MAX_FILES + " files.");
        }
        return new RuleFiles(contents);
    }

    private static boolean counts(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new InputException(file.toString(), "is larger than " + MAX_FILE / 1_000_000 + " MB. Split it.");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** The rules packed into this program. */
    public static RuleFiles builtIn() {
        SortedMap<String, String> contents = new TreeMap<>();
        resource(FILE_LIST).lines().forEach(name -> contents.put(name, resource((name.endsWith(".yaml") ? LISTS : BUILT_IN) + name)));
        return new RuleFiles(contents, resource(DIGEST));
    }

    private static String resource(String name) {
        try (InputStream in = RuleFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<String> named(String ending) {
        return contents.keySet().stream().filter(name -> name.endsWith(ending)).toList();
    }

    private static String digest(SortedMap<String, String> contents) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, String> file : contents.entrySet()) {
                sha.update((file.getKey() + "\0" + file.getValue() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return "sha256:" + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
