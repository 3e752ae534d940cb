package org.imgeligibility.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at blanks to a width; colour codes take no room. */
final class Wrap {

    private Wrap() {
    }

    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ")) {
            int length = word.indexOf('\u001B') < 0 ? word.length() : word.replaceAll("\u001B\\[[0-9;]*m", "").length();
            if (used > 0 && used + 1 + length > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (line.length() > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += length;
        }
        lines.add(line.toString());
        return lines;
    }
}
