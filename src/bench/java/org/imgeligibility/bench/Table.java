package org.imgeligibility.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Figures of several rounds as lines of Markdown, and the ratios between them. */
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

    /** Processor time of the quickest round: what disturbs a round only adds to it. */
    double quickest(String label) {
        return figures.get(label).stream().mapToDouble(Figure::cpu).min().orElseThrow();
    }

    /** How many times as much one takes as another, each in its quickest round. */
    double times(String of, String to) {
        return quickest(of) / quickest(to);
    }

    String line(String label, String to) {
        List<Double> ratios = ratios(label, to);
        return String.format(Locale.ROOT, "| %s | %.1f | %.2f | %.2f to %.2f |", label, quickest(label), times(label, to), Collections.min(ratios), Collections.max(ratios));
    }

    static String spread(List<Double> ratios) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median(ratios), Collections.min(ratios), Collections.max(ratios));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
