package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.cli.Workbench.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each page of the editor's guide, followed to the letter on a copy of the policy: files are written and edited as it says, and
 * every command must tell what stands below it. {@code mvn test -Dtest=EditorsGuideTest -Dguide.accept=true} writes what is told
 * into the pages.
 */
class EditorsGuideTest {

    private static final Path PAGES = Path.of("docs/editors");

    private static final String SERVE = Workbench.PROGRAM + "serve ";

    @TempDir
    private Path folder;
    private final List<Integer> codes = new ArrayList<>();
    private Told lastCheck;
    private List<String> accepted;

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void whoFollowsThePageSeesWhatItSays(Path file) throws Exception {
        GuidePage page = GuidePage.read(file);
        Workbench bench = new Workbench(folder.toRealPath());
        accepted = new ArrayList<>(page.lines());
        try {
            for (GuidePage.Step step : page.steps()) {
                take(page, step, bench);
            }
        } finally {
            if (Boolean.getBoolean("guide.accept")) {
                Files.write(file, accepted);
            }
        }
        assertThat(codes).as("the first command of the program finds something").startsWith(Main.FOUND);
        assertThat(lastCheck).as("the last check").isNotNull();
        assertThat(lastCheck.code()).as(lastCheck.text()).isZero();
    }

    private void take(GuidePage page, GuidePage.Step step, Workbench bench) throws Exception {
        if (step instanceof GuidePage.NewFile written) {
            bench.write(written);
        } else if (step instanceof GuidePage.Appended appended) {
            bench.append(appended);
        } else if (step instanceof GuidePage.Edited edited) {
            bench.edit(edited);
        } else if (step instanceof GuidePage.Typed typed && typed.command().startsWith(SERVE)) {
            serve(page, typed, bench);
        } else if (step instanceof GuidePage.Typed typed) {
            type(page, typed, bench);
        }
    }

    /** Starts serving, and looks for what the page says next of the form. */
    private static void serve(GuidePage page, GuidePage.Typed typed, Workbench bench) throws Exception {
        GuidePage.Step next = page.steps().get(page.steps().indexOf(typed) + 1);
        try (Served served = new Served(bench.arguments(typed.command().substring(Workbench.PROGRAM.length())))) {
            assertThat(typed.told().get(0)).as(page.place(typed)).isEqualTo(served.told().text());
            assertThat(served.form()).as(page.place(next)).contains(((GuidePage.Seen) next).shown());
        }
    }

    private void type(GuidePage page, GuidePage.Typed typed, Workbench bench) throws Exception {
        Told told = bench.run(typed.command());
        if (typed.command().startsWith(Workbench.PROGRAM)) {
            codes.add(told.code());
        }
        if (typed.command().startsWith(Workbench.PROGRAM + "check ")) {
            lastCheck = told;
        }
        compare(page, typed, told);
    }

    private void compare(GuidePage page, GuidePage.Typed typed, Told told) {
        List<String> lines = told.text().stripTrailing().lines().map(String::stripTrailing).toList();
        String text = String.join("\n", lines);
        if (Boolean.getBoolean("guide.accept") && !text.matches(pattern(typed.told()))) {
            int from = typed.line() + 1 + accepted.size() - page.lines().size();
            accepted.subList(from, from + typed.told().size()).clear();
            accepted.addAll(from, lines);
        } else {
            assertThat(text).as(page.place(typed) + " " + typed.command() + "\n" + text).matches(pattern(typed.told()));
        }
    }

    /** The output as written, with … for any text of a line and, alone, for any lines. */
    private static String pattern(List<String> told) {
        String lines = told.stream().map(line -> line.equals("…") ? "(?s:.*?)" : Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"))).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "" : lines;
    }

    @Test
    void thereIsAPageForEachRecurringJobAndTheGuideLinksIt() throws IOException {
        String guide = Files.readString(Path.of("docs/editors.md"));
        assertThat(pages()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(page -> assertThat(guide).contains("](editors/" + page.getFileName() + ")"));
    }
}
