package org.imgeligibility.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures and prints ratios. Arguments: the build folder, which receives what JMH says; then any of {@code peers},
 * {@code applicants}, {@code profile}, {@code growth} (all of them if none is named), {@code quick} to see that it runs,
 * {@code plot=FILE.svg} for the curves of growth.
 */
public final class BenchRun {

    private static final List<String> PARTS = List.of("peers", "applicants", "profile", "growth");
    private static final String HAND = "hand-written";
    private static final String OURS = "ours-matches";

    private final Path folder;
    private final List<String> wanted;

    private BenchRun(Path folder, List<String> wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        wanted.stream().filter(word -> !PARTS.contains(word) && !word.equals("quick") && !word.startsWith("plot=")).findFirst().ifPresent(word -> {
            throw new IllegalArgumentException("'" + word + "' is none of " + PARTS + ", quick, plot=FILE.");
        });
        BenchRun run = new BenchRun(Path.of(arguments[0]).resolve("results"), wanted);
        System.out.println("Java " + System.getProperty("java.runtime.version") + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        if (run.wants("peers")) {
            run.peers();
        }
        if (run.wants("applicants")) {
            run.applicants();
        }
        if (run.wants("profile")) {
            Profile.tell(run.isQuick() ? 2 : 15);
        }
        if (run.wants("growth")) {
            run.growth();
        }
        System.exit(0);
    }

    private boolean wants(String part) {
        return wanted.contains(part) || wanted.stream().noneMatch(PARTS::contains);
    }

    private Rounds rounds(int rounds, boolean apart) {
        return isQuick() ? new Rounds(folder, 1, 1, apart) : new Rounds(folder, rounds, apart ? 2 : 1, apart);
    }

    private boolean isQuick() {
        return wanted.contains("quick");
    }

    private void peers() throws Exception {
        List<String> contenders = List.of(HAND, OURS, "evrete-best", "dmn-best", "evrete-joins", "dmn-rows", "ours-outcomes", "ours-document");
        Table table = new Table(rounds(3, true).run("peers", contenders.stream().map(name -> Timing.peer(name, 1)).toList()));
        System.out.println("\n| peer work, " + PeerWork.FINDINGS + " findings an applicant | µs of processor | times hand-written | by round |\n|---|---|---|---|");
        contenders.forEach(name -> System.out.println(table.line(name, HAND)));
        goal("our matches at most 13 times hand-written", table.times(OURS, HAND), table.times(OURS, HAND) <= 13);
        faster("Evrete's best shape", 12, table.times("evrete-best", OURS));
        faster("DMN's best shape", 20, table.times("dmn-best", OURS));
        faster("Evrete with joins", 12, table.times("evrete-joins", OURS));
        faster("DMN with a row a place", 20, table.times("dmn-rows", OURS));
    }

    private static void faster(String than, int times, double found) {
        goal("our matches at least " + times + " times as fast as " + than, found, found >= times);
    }

    private static void goal(String what, double found, boolean holds) {
        System.out.printf("%s: %s, %.2f%n", what, holds ? "holds" : "does NOT hold", found);
    }

    private void applicants() throws Exception {
        Profile.warm(isQuick() ? 2 : 40);
        List<Timing> timings = List.of(Timing.applicant("matches", 1), Timing.applicant("outcomes", 1), Timing.applicant("document", 1), Timing.applicant("document", 2), Timing.applicant("json", 1), Timing.peer(HAND, 1), Timing.peer(HAND, 2));
        Table table = new Table(rounds(3, false).run("applicants", timings));
        System.out.println("\n| a whole applicant, " + Applicants.NUMBER + " shipped ones, every question, one reading | µs of processor | times the document | by round |\n|---|---|---|---|");
        Stream.of("matches", "outcomes", "document", "json").forEach(label -> System.out.println(table.line(label, "document")));
        goal("the document in 200 µs of processor", table.quickest("document"), table.quickest("document") <= 200);
        String two = ", 2 threads";
        System.out.println("by the clock, two threads do of documents as many times as much as one (aim 1.8): " + Table.spread(twice(table.wallRatios("document", "document" + two))));
        System.out.println("hand-written Java, two threads against one: " + Table.spread(twice(table.wallRatios(HAND, HAND + two))));
        System.out.println("processor time of one document beside another against alone: " + Table.spread(table.ratios("document" + two, "document")) + ", of hand-written Java: " + Table.spread(table.ratios(HAND + two, HAND)));
    }

    private static List<Double> twice(List<Double> ratios) {
        return ratios.stream().map(ratio -> 2 * ratio).toList();
    }

    private void growth() throws Exception {
        Growth.MEASURED.forEach(point -> point.load().warm(isQuick() ? 1 : 4));
        List<Timing> timings = new ArrayList<>();
        Growth.MEASURED.forEach(point -> GrowthCurve.METHODS.forEach(method -> timings.add(Timing.growth(point, method))));
        Map<String, List<Figure>> figures = rounds(2, false).run("growth", timings);
        GrowthCurve curve = new GrowthCurve(figures);
        System.out.println("\n| size | matches | times | matching | document |\n|---|---|---|---|---|");
        curve.lines().forEach(System.out::println);
        Optional<String> plot = wanted.stream().filter(word -> word.startsWith("plot=")).map(word -> word.substring("plot=".length())).findFirst();
        if (plot.isPresent()) {
            GrowthPlot.write(curve, Path.of(plot.get()));
        }
    }
}
