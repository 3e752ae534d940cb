package org.imgeligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the editor's guide as the steps its reader takes. A fenced block is a step; the line above it says what is done
 * with it: "New file `…`", "At the end of `…`", "In `…`" (then a diff), or nothing for what is typed and told ({@code console}).
 * A line "On the page: **…**" says what the served form shows.
 */
record GuidePage(Path file, List<String> lines, List<Step> steps) {

    private static final Pattern PLACE = Pattern.compile("(New file|At the end of|In) `([^`]+)`.*:");
    private static final Pattern SHOWN = Pattern.compile("\\*\\*([^*]+)\\*\\*");

    /** What the reader does, beginning at a line of the page (from 0). */
    sealed interface Step {
        int line();
    }

    record NewFile(int line, String path, List<String> text) implements Step {
    }

    record Appended(int line, String path, List<String> text) implements Step {
    }

    /** @param hunks lines that begin with '-', '+' or ' ', as often as places are edited */
    record Edited(int line, String path, List<List<String>> hunks) implements Step {
    }

    /** @param told the output, where … stands for any text and, alone, for any lines */
    record Typed(int line, String command, List<String> told) implements Step {
    }

    record Seen(int line, List<String> shown) implements Step {
    }

    static GuidePage read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith("```")) {
                int end = at + 1 + lines.subList(at + 1, lines.size()).indexOf("```");
                steps.addAll(block(file, lines, at, end));
                at = end;
            } else if (lines.get(at).startsWith("On the page: ")) {
                steps.add(new Seen(at, SHOWN.matcher(lines.get(at)).results().map(found -> found.group(1)).toList()));
            }
        }
        return new GuidePage(file, lines, List.copyOf(steps));
    }

    private static List<Step> block(Path file, List<String> lines, int begin, int end) {
        String kind = lines.get(begin).substring(3);
        List<String> text = lines.subList(begin + 1, end);
        if (kind.equals("console")) {
            return typed(text, begin + 1);
        }
        Matcher place = PLACE.matcher(begin < 2 ? "" : lines.get(begin - 2));
        if (!place.matches()) {
            throw new IllegalStateException(file + ":" + (begin + 1) + ": nothing says what to do with this block. Write 'New file `…`:', 'At the end of `…`:' or 'In `…`:' above it.");
        }
        return List.of(switch (place.group(1)) {
            case "New file" -> new NewFile(begin, place.group(2), text);
            case "In" -> new Edited(begin, place.group(2), parted(text));
            default -> new Appended(begin, place.group(2), text);
        });
    }

    private static List<Step> typed(List<String> text, int first) {
        List<Step> typed = new ArrayList<>();
        for (int at = 0; at < text.size(); at++) {
            int end = at + 1;
            while (end < text.size() && !text.get(end).startsWith("$ ")) {
                end++;
            }
            typed.add(new Typed(first + at, text.get(at).substring(2), text.subList(at + 1, end)));
            at = end - 1;
        }
        return typed;
    }

    private static List<List<String>> parted(List<String> text) {
        List<List<String>> hunks = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : text) {
            if (line.equals("@@")) {
                hunks.add(new ArrayList<>());
            } else {
                hunks.get(hunks.size() - 1).add(line);
            }
        }
        return hunks;
    }

    String place(Step step) {
        return file + ":" + (step.line() + 1);
    }
}
