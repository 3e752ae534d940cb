package org.imgeligibility.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Curves of growth: how many times the cost against how many times the work, on scales of tens, with a broken line for "as the work". */
final class GrowthPlot {

    private static final int SIDE = 260;
    private static final int GAP = 80;
    private static final List<String> COLOURS = List.of("#0b5394", "#b45f06");

    private final GrowthCurve curve;
    private final StringBuilder svg = new StringBuilder();

    private GrowthPlot(GrowthCurve curve) {
        this.curve = curve;
    }

    static void write(GrowthCurve curve, Path file) throws IOException {
        GrowthPlot plot = new GrowthPlot(curve);
        plot.say("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>", 3 * (SIDE + GAP) + 20, 2 * (SIDE + GAP) + 20);
        plot.powers("places", "Places of the peer work × 1, 10, 100", 0, 0);
        plot.powers("needs", "Needs of the peer work × 1, 4", 1, 0);
        plot.powers("jurisdictions", "Shipped jurisdictions × 1, 10, 100", 0, 1);
        plot.powers("rules", "Every shipped rule stated 1, 4 times", 1, 1);
        plot.known(2, 1);
        plot.legend(2, 0, "Each scale has steps of ten; cost of one applicant", "against that of the smallest size.", "Under the broken line cost grows less than the size.");
        plot.say("</svg>");
        Files.writeString(file, plot.svg);
    }

    private void say(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void powers(String kind, String title, int column, int row) {
        List<Growth> points = curve.of(kind);
        int tens = (int) Math.ceil(points.stream().flatMap(point -> Stream.concat(Stream.of((double) point.size()), GrowthCurve.METHODS.stream().map(method -> curve.cost(point, method)))).mapToDouble(Math::log10).max().orElseThrow());
        frame(title, "times the size; upwards: times the cost", column, row);
        for (int power = 0; power <= tens; power++) {
            tick(String.format(Locale.ROOT, "%.0f", Math.pow(10, power)), (double) power / tens, (double) power / tens, column, row);
        }
        say("<path d=\"M%.1f %.1f L%.1f %.1f\" stroke=\"gray\" stroke-dasharray=\"4 4\"/>", x(0, column), y(0, row), x(1, column), y(1, row));
        for (String method : GrowthCurve.METHODS) {
            line(points, method, point -> Math.log10(point.size()) / tens, point -> Math.log10(curve.cost(point, method)) / tens, column, row);
        }
    }

    private void known(int column, int row) {
        List<Growth> points = curve.of("known");
        double top = Math.max(1, points.stream().flatMap(point -> GrowthCurve.METHODS.stream().map(method -> curve.cost(point, method))).max(Double::compare).orElseThrow()) * 1.1;
        frame("Facts known of whole applicants", "% known; cost against that of all facts", column, row);
        tick("0", 0, 0, column, row);
        tick("100", 1, 1 / top, column, row);
        say("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>", x(0, column) - 5, y(1 / top, row) + 4, "1");
        for (String method : GrowthCurve.METHODS) {
            line(points, method, point -> point.size() / 100.0, point -> curve.cost(point, method) / top, column, row);
        }
    }

    private void legend(int column, int row, String... lines) {
        for (int at = 0; at < lines.length; at++) {
            say("<text x=\"%.1f\" y=\"%.1f\">%s</text>", x(0, column), y(1, row) + 20 * at, lines[at]);
        }
    }

    private void frame(String title, String below, int column, int row) {
        say("<text x=\"%.1f\" y=\"%.1f\" font-weight=\"bold\">%s</text>", x(0, column), y(1, row) - 12, title);
        say("<path d=\"M%.1f %.1f V%.1f H%.1f\" fill=\"none\" stroke=\"gray\"/>", x(0, column), y(1, row), y(0, row), x(1, column));
        say("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>", x(0.5, column), y(0, row) + 30, below);
    }

    /** The same number on both sides. */
    private void tick(String label, double across, double up, int column, int row) {
        say("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>", x(across, column), y(0, row) + 15, label);
        if (!label.equals("100") || up == 1) {
            say("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>", x(0, column) - 5, y(up, row) + 4, label);
        }
    }

    private void line(List<Growth> points, String method, ToDoubleFunction<Growth> across, ToDoubleFunction<Growth> up, int column, int row) {
        int at = GrowthCurve.METHODS.indexOf(method);
        say("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>", COLOURS.get(at),
                points.stream().map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(across.applyAsDouble(point), column), y(up.applyAsDouble(point), row))).collect(Collectors.joining(" ")));
        points.forEach(point -> say("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x(across.applyAsDouble(point), column), y(up.applyAsDouble(point), row), COLOURS.get(at)));
        say("<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>", x(0, column) + 10, y(1, row) + 10 + 15 * at, COLOURS.get(at), method.equals("matches") ? "matching" : method);
    }

    private static double x(double share, int column) {
        return 50 + column * (SIDE + GAP) + share * SIDE;
    }

    private static double y(double share, int row) {
        return 40 + row * (SIDE + GAP) + (1 - share) * SIDE;
    }
}
