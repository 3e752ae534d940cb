package org.imgeligibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Every page, wide and narrow, light and dark; each leaves a picture under {@code target/screenshots}. */
class AccessibilityTest {

    private static final int NARROW = 320;
    private static final Path PICTURES = Path.of("target/screenshots");
    private static Browsing browsing;

    /** The pages there are, each with the way to it. */
    enum Shown {
        EMPTY, CASE, ERRORS, SUMMARY, CATALOGUE, RULE, QUESTION, SOURCE, TREE, REQUIREMENT, CALENDAR, TABLE, WIDE_TABLE, NOWHERE;

        void go(Page page) {
            page.navigate(browsing.address(switch (this) {
                case CATALOGUE -> "catalogue?q=step";
                case RULE, QUESTION, SOURCE -> "catalogue";
                case TREE -> "catalogue/questions/licensure/CA?asOf=2026-11-21&reading=current";
                case REQUIREMENT -> "catalogue/requirements/recognised-accreditation?asOf=yesterday";
                case CALENDAR -> "catalogue/calendar?asOf=2027-03-01";
                case TABLE -> "catalogue/tables/Parameter";
                case WIDE_TABLE -> "catalogue/tables/Jurisdiction";
                case NOWHERE -> "nowhere";
                default -> "";
            }));
            if (this == CASE || this == SUMMARY) {
                page.click(".cases > summary");
                page.selectOption("#case", new SelectOption().setIndex(9));
                page.click("button:text-is('Try')");
                page.waitForURL("**/case?**");
                if (this == SUMMARY) {
                    page.click(".cases > summary");
                }
                page.click(this == CASE ? "#t-q-residency-start" : "text=Summary to print");
                page.waitForSelector(this == CASE ? "#q-residency-start .why" : "text=Sources of what decides");
            } else if (this == ERRORS) {
                page.fill("#asOf", "2026-03-01");
                page.click("#s-exams > summary");
                page.fill("[id='f-exams-STEP_1-takenOn']", "2090-01-01");
                page.fill("[id='f-exams-STEP_1-attempts']", "many");
                page.click("text=Show the answers");
                page.waitForSelector("main .error");
            } else if (this == WIDE_TABLE || this == TREE) {
                page.locator("main details > summary").first().click();
            } else if (this == RULE || this == QUESTION || this == SOURCE) {
                page.locator("a[href^='/catalogue/" + name().toLowerCase(Locale.ROOT) + "s/']").first().click();
                page.waitForURL("**/" + name().toLowerCase(Locale.ROOT) + "s/**");
            }
        }
    }

    @BeforeAll
    static void start() {
        browsing = Browsing.start();
    }

    @AfterAll
    static void stop() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void axeFindsNothingInLight(Shown shown) {
        assertThat(violations(shown, ColorScheme.LIGHT, 1280)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void axeFindsNothingInDark(Shown shown) {
        assertThat(violations(shown, ColorScheme.DARK, 1280)).isEmpty();
    }

    /** 320 pixels is also what a window of 1280 has left at a zoom of 400 %. */
    @ParameterizedTest
    @EnumSource
    void aPhoneScrollsNoPageSideways(Shown shown) {
        assertThat(violations(shown, ColorScheme.LIGHT, NARROW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY", "CASE", "ERRORS", "SUMMARY"})
    void norDoesItInTheDark(Shown shown) {
        assertThat(violations(shown, ColorScheme.DARK, NARROW)).isEmpty();
    }

    @Test
    void theLoginIsFineToo(@TempDir Path folder) throws Exception {
        Path users = Files.writeString(folder.resolve("users"), "ada:" + new BCryptPasswordEncoder(4).encode("open") + "\n");
        try (Server team = Server.start(new Evaluator(RuleBase.builtIn()), new Serving("127.0.0.1", 0, Optional.of(users)), Limits.ofThisMachine())) {
            Page page = browsing.page(NARROW, 900, ColorScheme.DARK, true);
            page.navigate(team.address());
            page.fill("#username", "ada");
            page.fill("#password", "wrong");
            page.click("main button");
            assertThat(page.locator(".problems").textContent()).contains("do not go together");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("login-dark-320.png")));
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.fill("#username", "ada");
            page.fill("#password", "open");
            page.click("main button");
            assertThat(page.locator("h1").textContent()).isEqualTo("What is known of the applicant");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("logged-in-dark-320.png")));
            page.click("text=Log out");
            assertThat(page.locator("main").textContent()).contains("You are logged out.");
            page.context().close();
        }
    }

    @Test
    void axeCanFindSomething() {
        Page page = browsing.page(800, 600);
        page.setContent("<html><body><img src='x'><p style='color:#eee'>faint</p></body></html>");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isNotEmpty();
        page.context().close();
    }

    private static List<String> violations(Shown shown, ColorScheme scheme, int width) {
        Page page = browsing.page(width, 900, scheme, true);
        shown.go(page);
        assertThat(page.locator("h1").textContent().contains("Something went wrong")).as("a fault on " + shown).isFalse();
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve((shown + "-" + scheme + "-" + width + ".png").toLowerCase(Locale.ROOT))));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as("width of " + shown).isLessThanOrEqualTo(width);
        List<String> found = new AxeBuilder(page).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().stream().limit(5).map(node -> node.getHtml() + " " + node.getFailureSummary()).toList()).toList();
        page.context().close();
        return found;
    }
}
