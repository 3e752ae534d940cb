package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A fresh copy of rules and fixtures in a git repository, and what the reader of the guide does there. */
final class Workbench {

    static final String PROGRAM = "java -jar target/img-eligibility.jar ";
    /** The day of the guide: sources that fall due later are none of its business. */
    private static final String DAY = "2026-11-22";

    private final Path folder;

    record Told(int code, String text) {
    }

    Workbench(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        copy("rules");
        copy("fixtures");
        Files.writeString(folder.resolve(".gitignore"), "target/\n");
        assertThat(shell("git init -q -b main && git config user.name Ada && git config user.email ada@example.org && git add . && git commit -q -m Begin")).isEqualTo(new Told(0, ""));
    }

    private void copy(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(name))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = folder.resolve(file.toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    void write(GuidePage.NewFile step) throws IOException {
        assertThat(path(step.path())).doesNotExist();
        Files.createDirectories(path(step.path()).getParent());
        Files.write(path(step.path()), step.text());
    }

    void append(GuidePage.Appended step) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(path(step.path())));
        lines.addAll(step.text());
        Files.write(path(step.path()), lines);
    }

    void edit(GuidePage.Edited step) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(path(step.path())));
        for (List<String> hunk : step.hunks()) {
            List<String> before = side(hunk, '+');
            int at = Collections.indexOfSubList(lines, before);
            assertThat(at).as("the lines before the edit in " + step.path() + ": " + before).isNotNegative().isEqualTo(Collections.lastIndexOfSubList(lines, before));
            lines.subList(at, at + before.size()).clear();
            lines.addAll(at, side(hunk, '-'));
        }
        Files.write(path(step.path()), lines);
    }

    /** The lines of a hunk without those that only the other side has. */
    private static List<String> side(List<String> hunk, char other) {
        return hunk.stream().filter(line -> line.isEmpty() || line.charAt(0) != other).map(line -> line.isEmpty() ? "" : line.substring(1)).toList();
    }

    /** Runs the program within this process, and anything else as the shell does. */
    Told run(String command) throws IOException, InterruptedException {
        if (!command.startsWith(PROGRAM)) {
            return shell(command);
        }
        String[] parts = command.substring(PROGRAM.length()).split(" > ");
        Told told = program(parts[0]);
        if (parts.length == 1) {
            return told;
        }
        Files.writeString(path(parts[1]), told.text());
        return new Told(told.code(), "");
    }

    private Told program(String arguments) {
        StringWriter text = new StringWriter();
        PrintWriter both = new PrintWriter(text, true);
        int code = Main.commandLine(both, both).execute(arguments(arguments));
        return new Told(code, text.toString().replace(folder + "/", ""));
    }

    /** As typed, with paths within the folder and what depends on folder and day written out. */
    String[] arguments(String typed) {
        List<String> arguments = new ArrayList<>(List.of(typed.split(" ")));
        String name = arguments.get(0);
        if (name.equals("check") && !arguments.contains("--rules")) {
            arguments.addAll(List.of("--rules", "rules"));
        }
        if ((name.equals("check") || name.equals("lint")) && !arguments.contains("--as-of")) {
            arguments.addAll(List.of("--as-of", DAY));
        }
        arguments.replaceAll(argument -> Files.exists(path(argument)) && !argument.equals(name) ? path(argument).toString() : argument);
        return arguments.toArray(String[]::new);
    }

    private Told shell(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Told(process.waitFor(), text);
    }
}
