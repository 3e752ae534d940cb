package org.imgeligibility.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of one text under several readings: those that all have stand plainly, the others with their readings. */
final class MergedLines {

    private final List<String> readings = new ArrayList<>();
    private List<Line> lines = new ArrayList<>();

    private record Line(String text, List<String> readings) {

        Line also(String reading) {
            List<String> all = new ArrayList<>(readings);
            all.add(reading);
            return new Line(text, all);
        }
    }

    void add(String reading, List<String> texts) {
        int[][] common = common(texts);
        List<Line> merged = new ArrayList<>();
        int old = 0;
        int added = 0;
        while (old < lines.size() || added < texts.size()) {
            if (old < lines.size() && added < texts.size() && lines.get(old).text().equals(texts.get(added))) {
                merged.add(lines.get(old++).also(reading));
                added++;
            } else if (added == texts.size() || old < lines.size() && common[old + 1][added] >= common[old][added + 1]) {
                merged.add(lines.get(old++));
            } else {
                merged.add(new Line(texts.get(added++), List.of(reading)));
            }
        }
        lines = merged;
        readings.add(reading);
    }

    /** How many lines the rests of both texts have in common. */
    private int[][] common(List<String> texts) {
        int[][] common = new int[lines.size() + 1][texts.size() + 1];
        for (int old = lines.size() - 1; old >= 0; old--) {
            for (int added = texts.size() - 1; added >= 0; added--) {
                common[old][added] = lines.get(old).text().equals(texts.get(added)) ? common[old + 1][added + 1] + 1 : Math.max(common[old + 1][added], common[old][added + 1]);
            }
        }
        return common;
    }

    String text() {
        return lines.stream().map(line -> line.text() + (line.text().isBlank() || line.readings().size() == readings.size() ? ""
                : " (reading `" + String.join("`, `", line.readings()) + "` only)") + "\n").collect(Collectors.joining());
    }
}
