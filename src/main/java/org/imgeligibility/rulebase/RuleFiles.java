package org.imgeligibility.rulebase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
    static final String PREPARED = "rulebase/prepared";
    private static final List<String> ENDINGS = List.of(".drl", ".csv", ".yaml");
    private static final long MAX_FILE = 2_000_000;
    private static final int MAX_FILES = 500;
    private static final long MAX_FOLDER = 20_000_000;

    /** The files by name; a byte order mark before a text falls away. */
    public RuleFiles(SortedMap<String, String> contents) {
        this(withoutMarks(contents), digest(withoutMarks(contents)));
    }

    private static SortedMap<String, String> withoutMarks(SortedMap<String, String> contents) {
        SortedMap<String, String> plain = new TreeMap<>(contents);
        plain.replaceAll((name, text) -> text.startsWith("\uFEFF") ? text.substring(1) : text);
        return plain;
    }

    /** Reads a folder; what is neither a rule file, a table nor a list (a README) is left alone. */
    public static RuleFiles of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder.toString(), "no such folder of rules. Give the folder that holds facts.drl.");
        }
        SortedMap<String, String> contents = new TreeMap<>();
        try {
            Path root = folder.toRealPath();
            try (Stream<Path> files = Files.walk(root)) {
                long size = 0;
                for (Path file : files.filter(file -> counts(root.relativize(file)) && Files.isRegularFile(file)).limit(MAX_FILES + 1L).toList()) {
                    String text = read(file);
                    size += text.length();
                    if (size > MAX_FOLDER) {
                        throw new InputException(folder.toString(), "holds more than " + MAX_FOLDER / 1_000_000 + " MB of rules. Take out what is no rule, table or list.");
                    }
                    contents.put(root.relativize(file).toString().replace('\\', '/'), text);
                }
            }
        } catch (IOException unreadable) {
            throw new InputException(folder.toString(), "cannot be read: " + unreadable.getMessage());
        }
        if (contents.size() > MAX_FILES) {
            throw new InputException(folder.toString(), "holds more than " + MAX_FILES + " files.");
        }
        return new RuleFiles(contents);
    }

    /** Hidden files and folders do not count. */
    private static boolean counts(Path relative) {
        return ENDINGS.stream().anyMatch(relative.toString()::endsWith)
                && StreamSupport.stream(relative.spliterator(), false).noneMatch(part -> part.toString().startsWith("."));
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new InputException(file.toString(), "is larger than " + MAX_FILE / 1_000_000 + " MB. Split it.");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException other) {
            throw new InputException(file.toString(), "is not UTF-8 text. Save it as UTF-8.");
        }
    }

    /** The rules packed into this program. */
    public static RuleFiles builtIn() {
        SortedMap<String, String> contents = new TreeMap<>();
        builtInNames().forEach(name -> contents.put(name, resource(BUILT_IN + name)));
        return new RuleFiles(contents, resource(DIGEST));
    }

    static List<String> builtInNames() {
        return resource(FILE_LIST).lines().toList();
    }

    /** The digest of the rules packed into this program. */
    public static String builtInDigest() {
        return resource(DIGEST);
    }

    /** The same rules as {@link Prepared} reads them. */
    static byte[] prepared() {
        return bytes(PREPARED);
    }

    private static String resource(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = RuleFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + name);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<String> named(String ending) {
        return contents.keySet().stream().filter(name -> name.endsWith(ending)).toList();
    }

    private static String digest(SortedMap<String, String> contents) {
        StringBuilder all = new StringBuilder();
        contents.forEach((name, content) -> all.append(name).append('\0').append(content.length()).append('\0').append(content));
        return "sha256:" + HexFormat.of().formatHex(sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
