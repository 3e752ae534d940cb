package org.imgeligibility.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What each size of the work costs, against the smallest size of its kind; all facts known stands for the whole of its kind. */
final class GrowthCurve {

    static final List<String> METHODS = List.of("matches", "document");

    private final Map<String, List<Figure>> figures;
    private final Map<Growth, Double> matches = new LinkedHashMap<>();

    GrowthCurve(Map<String, List<Figure>> figures) {
        this.figures = figures;
        Growth.POINTS.forEach(point -> matches.put(point, point.measured().load().matches()));
    }

    List<Growth> of(String kind) {
        return Growth.POINTS.stream().filter(point -> point.kind().equals(kind)).toList();
    }

    private Growth base(Growth point) {
        return new Growth(point.kind(), point.kind().equals("known") ? 100 : 1);
    }

    /** Matches against those of the base. */
    private double found(Growth point) {
        return matches.get(point) / matches.get(base(point));
    }

    double cost(Growth point, String method) {
        return micros(point, method) / micros(base(point), method);
    }

    /** Processor time of the quickest round: all sizes share one process. */
    double micros(Growth point, String method) {
        return figures.get(Timing.growth(point.measured(), method).label()).stream().mapToDouble(Figure::cpu).min().orElseThrow();
    }

    Stream<String> lines() {
        return Growth.POINTS.stream().map(point -> String.format(Locale.ROOT, "| %s | %.0f | %.2f | %.0f µs, times %.2f | %.0f µs, times %.2f |", point.id(), matches.get(point), found(point),
                micros(point, "matches"), cost(point, "matches"), micros(point, "document"), cost(point, "document")));
    }
}
