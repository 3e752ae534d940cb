package org.imgeligibility.watch;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Many reloads while clients ask, with what is alive after each tenth; no test, since it takes minutes. Writes a curve.
 * Arguments: reloads, clients, an empty folder to work in, the SVG file to write.
 */
public final class ReloadRun {

    private static final int EVERY = 10;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 120;

    /** What is alive after a full collection. */
    private record Alive(int reload, double classes, double metaspace, double heap) {

        static Alive after(int reload) throws InterruptedException {
            for (int turn = 0; turn < 3; turn++) {
                System.gc();
                Thread.sleep(100);
            }
            double metaspace = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace")).map(MemoryPoolMXBean::getUsage).mapToDouble(usage -> usage.getUsed() / 1e6).sum();
            return new Alive(reload, ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(), metaspace, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
        }
    }

    private ReloadRun() {
    }

    public static void main(String[] arguments) throws Exception {
        int reloads = Integer.parseInt(arguments[0]);
        List<Alive> alive = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        try (Reloading run = new Reloading(Path.of(arguments[2]), Integer.parseInt(arguments[1]))) {
            for (int number = 0; number < reloads; number++) {
                if (number % EVERY == 0) {
                    alive.add(Alive.after(number));
                    System.out.println(alive.get(alive.size() - 1) + ", answers " + run.answers + ", wrong " + run.wrong.size());
                    Files.writeString(Path.of(arguments[3]), svg(alive));
                }
                long begun = System.nanoTime();
                run.reload(number);
                times.add(System.nanoTime() - begun);
            }
            alive.add(Alive.after(reloads));
            Files.writeString(Path.of(arguments[3]), svg(alive));
            List<Long> sorted = times.stream().sorted().toList();
            System.out.println(reloads + " reloads, " + run.answers + " answers, wrong: " + run.wrong + "; save to swap median " + Duration.ofNanos(sorted.get(sorted.size() / 2)) + ", longest " + Duration.ofNanos(sorted.get(sorted.size() - 1)));
            System.out.println(alive.get(alive.size() - 1));
        }
        System.exit(0);
    }

    private static String svg(List<Alive> alive) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + (WIDTH + 40) + "\" height=\"" + 3 * (HEIGHT + 50) + "\" font-family=\"sans-serif\" font-size=\"13\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                + curve(0, "loaded classes", alive, Alive::classes) + curve(1, "metaspace, MB", alive, Alive::metaspace) + curve(2, "live heap after a full collection, MB", alive, Alive::heap) + "</svg>\n";
    }

    /** From zero, so that what is flat looks flat. */
    private static String curve(int at, String title, List<Alive> alive, ToDoubleFunction<Alive> of) {
        double top = alive.stream().mapToDouble(of).max().orElse(1) * 1.1;
        int last = Math.max(1, alive.get(alive.size() - 1).reload());
        int base = at * (HEIGHT + 50) + HEIGHT + 25;
        String points = alive.stream().map(one -> String.format(Locale.ROOT, "%.1f,%.1f", 20 + one.reload() * (double) WIDTH / last, base - of.applyAsDouble(one) * HEIGHT / top)).collect(Collectors.joining(" "));
        return String.format(Locale.ROOT, "<text x=\"20\" y=\"%d\">%s: %.0f before, %.0f after %d reloads</text>%n<path d=\"M20 %d H%d\" stroke=\"gray\"/>%n<polyline fill=\"none\" stroke=\"#0b5394\" stroke-width=\"2\" points=\"%s\"/>%n",
                base - HEIGHT - 8, title, of.applyAsDouble(alive.get(0)), of.applyAsDouble(alive.get(alive.size() - 1)), last, base, WIDTH + 20, points);
    }
}
