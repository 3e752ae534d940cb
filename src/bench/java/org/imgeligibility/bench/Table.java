package org.imgeligibility.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of several rounds as lines of Markdown: medians, and ratios taken within each round. */
final class Table {

    private final Map<String, List<Double>> figures;

    Table(Map<String, List<Double>> figures) {
        this.figures = figures;
    }

    double median(String label) {
        return median(figures.get(label));
    }

    /** How many times as much one is as another, round by round. */
    List<Double> ratios(String of, String to) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < figures.get(of).size(); round++) {
            ratios.add(figures.get(of).get(round) / figures.get(to).get(round));
        }
        return ratios;
    }

    String line(String label, String to) {
        return String.format(Locale.ROOT, "| %s | %.1f | %s |", label, median(label), spread(ratios(label, to)));
    }

    static String spread(List<Double> ratios) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median(ratios), ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow(), ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
