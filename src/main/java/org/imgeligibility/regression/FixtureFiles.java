package org.imgeligibility.regression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.imgeligibility.facts.InputException;

/**
 * The texts of fixture files by the names they are told by.
 *
 * @param paths where the files lie; none for those packed into the program
 */
record FixtureFiles(SortedMap<String, String> contents, Map<String, Path> paths) {

    private static final String FILE_LIST = "fixtures/files";

    static FixtureFiles of(Path place) {
        SortedMap<String, String> contents = new TreeMap<>();
        Map<String, Path> paths = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> file.toString().matches(".*\\.ya?ml")).toList()) {
                String name = (place.getParent() == null ? file : place.getParent().relativize(file)).toString().replace('\\', '/');
                contents.put(name, text(file));
                paths.put(name, file);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InputException(place.toString(), "cannot be read. Give a folder of fixtures, or one fixture file.");
        }
        return new FixtureFiles(contents, paths);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException other) {
            throw new InputException(file.toString(), "is not UTF-8 text. Save it as UTF-8.");
        }
    }

    static FixtureFiles builtIn() {
        SortedMap<String, String> contents = new TreeMap<>();
        resource(FILE_LIST).lines().forEach(name -> contents.put("fixtures/" + name, resource("fixtures/" + name)));
        return new FixtureFiles(contents, Map.of());
    }

    private static String resource(String name) {
        try (InputStream in = FixtureFiles.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Optional<Path> path(String name) {
        return Optional.ofNullable(paths.get(name));
    }
}
