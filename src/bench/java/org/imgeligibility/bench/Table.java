package org.imgeligibility.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Figures of several rounds as lines of Markdown: medians, and ratios taken within each round. */
final class Table {

    private final Map<String, List<Figure>> figures;

    Table(Map<String, List<Figure>> figures) {
        this.figures = figures;
    }

    /** How many times as much processor time one takes as another, round by round. */
    List<Double> ratios(String of, String to) {
        return ratios(of, to, Figure::cpu);
    }

    List<Double> wallRatios(String of, String to) {
        return ratios(of, to, Figure::wall);
    }

    private List<Double> ratios(String of, String to, ToDoubleFunction<Figure> part) {
        return IntStream.range(0, figures.get(of).size()).mapToObj(round -> part.applyAsDouble(figures.get(of).get(round)) / part.applyAsDouble(figures.get(to).get(round))).toList();
    }

    double median(String label) {
        return median(figures.get(label).stream().map(Figure::cpu).toList());
    }

    String line(String label, String to) {
        return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %s |", label, median(label), median(figures.get(label).stream().map(Figure::wall).toList()), spread(ratios(label, to)));
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
