package org.imgeligibility.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What an adviser does, in a real browser. */
class BrowserTest {

    private static final String STAGE = "input[name='/education/stage']";
    private static final String CLERKSHIP = "#q-clerkship h4 .tag";
    private static final String CONTESTED = "{\"person\":{\"citizenships\":[\"IN\"],\"usStatus\":\"NONE\"},\"school\":{\"country\":\"IN\",\"accreditor\":\"NONE\",\"accredited\":false,\"worldDirectoryNote\":true},"
            + "\"education\":{\"creditYears\":5,\"graduatedOn\":\"2020-06-01\",\"diplomaVerified\":false,\"transcriptVerified\":true},\"ecfmg\":{\"applicationAccepted\":true,\"certified\":false}}";

    private static Browsing browsing;
    private Page page;
    private final List<String> asked = new ArrayList<>();

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

    @BeforeEach
    void open() {
        page = browsing.page(1280, 900);
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(browsing.address(""));
    }

    /** No journey, whatever it is, puts a fact into an address or fetches anything from elsewhere. */
    @AfterEach
    void nothingPersonalStandsInAnAddress() {
        page.context().close();
        assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(browsing.address("")) || url.startsWith("blob:"))
                .allMatch(url -> !url.contains("?") || url.contains("/case?name=fixtures") || url.contains("/catalogue?q="));
    }

    private void section(String name) {
        page.click("#s-" + name + " > summary");
    }

    private void upload(String name, String content) {
        page.click(".cases > summary");
        page.setInputFiles("#file", new FilePayload(name, "application/json", content.getBytes(StandardCharsets.UTF_8)));
        page.click("text=Open the file");
        page.waitForURL("**/open");
    }

    private Locator field(String id) {
        return page.locator("[id='f-" + id + "']");
    }

    private String focused() {
        return (String) page.evaluate("document.activeElement.name || document.activeElement.id || document.activeElement.tagName");
    }

    @Test
    void answersFollowAsFactsAreGivenAndTakenBackWithoutLosingFocus() {
        assertThat(page.locator(CLERKSHIP)).hasText("Not decided");
        section("education");
        page.check(STAGE + "[value=GRADUATE]");
        assertThat(page.locator(CLERKSHIP)).hasText("Not eligible");
        assertThat(focused()).isEqualTo("/education/stage");
        assertThat(page.locator("#s-education .count")).hasText("1 of 7 known");
        assertThat(page.locator("#announced")).containsText("Clinical clerkship or elective: not eligible");
        page.check(STAGE + "[value='']");
        assertThat(page.locator(CLERKSHIP)).hasText("Not decided");
        assertThat(page.locator("#s-education .count")).hasText("0 of 7 known");
        assertThat(page.url()).isEqualTo(browsing.address(""));
    }

    @Test
    void aSecondAnswerStandsBesideTodaysForTheDayTheProgrammeStarts() {
        page.fill("#asOf", "2026-03-01");
        section("education");
        field("education-graduatedOn").fill("2026-06-01");
        section("plan");
        assertThat(page.locator(CLERKSHIP).first()).hasText("Eligible");
        assertThat(page.locator("#q-clerkship .later")).hasCount(0);
        field("plan-programmeStart").fill("2026-07-01");
        assertThat(page.locator("#q-clerkship .later")).hasText("On 1 July 2026: Not eligible");
        assertThat(page.locator(".compare thead").first()).containsText("1 July 2026");
        field("plan-programmeStart").fill("2026-02-01");
        assertThat(page.locator("#q-clerkship .later")).hasCount(0);
    }

    @Test
    void whatOnlyWaitsNamesTheDayItTurns() {
        page.fill("#asOf", "2026-03-01");
        field("person-usStatus").selectOption("ASYLUM_APPLICANT");
        field("person-asylumFiledOn").fill("2025-09-01");
        assertThat(page.locator("#q-asylum-work-permit h4 .tag")).hasText("Not yet");
        assertThat(page.locator("#q-asylum-work-permit .turns")).hasText("By waiting alone this turns to eligible on 1 September 2026.");
        page.fill("#asOf", "2026-09-01");
        assertThat(page.locator("#q-asylum-work-permit h4 .tag")).hasText("Eligible");
    }

    @Test
    void aLiveChangeKeepsFocusCaretAndPlace() {
        section("training");
        field("training-usMonths").scrollIntoViewIfNeeded();
        page.evaluate("document.getElementById('pane').scrollTop = 700");
        field("training-usMonths").focus();
        Object window = page.evaluate("window.scrollY");
        page.keyboard().type("12");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#announced")).not().hasText("");
        assertThat(focused()).isEqualTo("/training/usMonths");
        assertThat(page.evaluate("document.activeElement.selectionStart")).isEqualTo(1);
        assertThat(page.evaluate("document.getElementById('pane').scrollTop")).isEqualTo(700);
        assertThat(page.evaluate("window.scrollY")).isEqualTo(window);
    }

    @Test
    void whatChangedIsAnnouncedInShort() {
        assertThat(page.locator("#announced[role=status]")).hasText("");
        section("education");
        page.check(STAGE + "[value=GRADUATE]");
        assertThat(page.locator("#announced")).hasText(Pattern.compile("Changed: .{3,150}; and \\d+ more\\."));
        section("exams");
        field("exams-STEP_1-score").fill("230");
        assertThat(page.locator("#announced")).hasText("No answer changed.");
    }

    @Test
    void wherePeopleAreIsSeenByKeyboard() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        for (int presses = 0; presses < 40; presses++) {
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate("getComputedStyle(document.activeElement).outlineStyle === 'solid' && parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 3"))
                    .as("outline of " + focused()).isTrue();
            assertThat((Boolean) page.evaluate("(() => { const r = document.activeElement.getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight; })()")).as("in view: " + focused()).isTrue();
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsSaidWhereItCanBeSeen() {
        page.route("**/", route -> route.abort());
        section("education");
        page.check(STAGE + "[value=GRADUATE]");
        assertThat(page.locator("#trouble")).isVisible();
        assertThat(page.locator("#trouble")).containsText("What you filled in is still here.");
        page.unroute("**/");
        page.check(STAGE + "[value=STUDENT]");
        assertThat(page.locator(CLERKSHIP)).hasText("Eligible");
        assertThat(page.locator("#trouble")).hasText("");
    }

    /** A window of 1280 pixels at a zoom of 400 % has 320 left. */
    @Test
    void atFourfoldZoomTheTaskCanBeDoneWithoutScrollingSideways() {
        page.setViewportSize(320, 225);
        section("education");
        page.check(STAGE + "[value=GRADUATE]");
        assertThat(page.locator(CLERKSHIP)).hasText("Not eligible");
        page.click("#t-q-clerkship");
        assertThat(page.locator("#q-clerkship .why")).isVisible();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(320);
        field("education-creditYears").focus();
        assertThat((Boolean) page.evaluate("(() => { const f = document.activeElement.getBoundingClientRect(), s = document.querySelector('.send').getBoundingClientRect(); return f.bottom <= s.top || f.top >= s.bottom; })()"))
                .as("the field is not behind the button").isTrue();
    }

    @Test
    void aContestedAnswerShowsBothReadings() {
        upload("contested.json", CONTESTED);
        page.fill("#asOf", "2026-03-01");
        assertThat(page.locator("#q-ecfmg-certification .mark").first()).hasText("Contested");
        page.click("#t-q-ecfmg-certification");
        assertThat(page.locator("#q-ecfmg-certification .sidebyside h5")).hasText(new String[] {"Reading stated: Not eligible", "Reading current: Not yet"});
        page.check("input[name=reading][value=current]");
        assertThat(page.locator("#q-ecfmg-certification .sidebyside h5")).hasText(new String[] {"Reading current: Not yet", "Reading stated: Not eligible"});
    }

    @Test
    void whatCannotBeReadIsListedWithTheWayToItsField() {
        section("training");
        field("training-usMonths").fill("many");
        assertThat(page.locator(".problems a")).containsText("'many' is not a whole number");
        assertThat(field("training-usMonths")).hasAttribute("aria-invalid", "true");
        section("exams");
        field("exams-STEP_1-takenOn").fill("2090-01-01");
        assertThat(page.locator(".problems a")).hasCount(2);
        page.locator(".problems a", new Page.LocatorOptions().setHasText("2090")).click();
        assertThat(focused()).isEqualTo("/exams/STEP_1/takenOn");
        field("exams-STEP_1-takenOn").fill("");
        field("training-usMonths").fill("12");
        assertThat(page.locator(CLERKSHIP)).isVisible();
        assertThat(page.locator("#applicant .error")).hasCount(0);
    }

    @Test
    void aBrokenFileSaysWhatIsWrongAndTheFormStays() {
        upload("broken.json", "{\"exams\":[{");
        assertThat(page.locator(".problems")).containsText("There is a problem");
        assertThat(page.locator("#applicant")).isVisible();
        upload("wrong.json", "{\"scool\":{},\"education\":{\"creditYears\":5}}");
        assertThat(page.locator(".problems li")).hasText("/scool: no such section. Maybe school.");
        assertThat(field("education-creditYears")).hasValue("5");
    }

    @Test
    void aFileOpenedAndSavedAgainSaysTheSame() throws Exception {
        upload("asha.json", Files.readString(Path.of("fixtures/asha.json")));
        assertThat(field("plan-matchYear")).hasValue("2027");
        page.click(".cases > summary");
        Download download = page.waitForDownload(() -> page.click("text=Save as a file"));
        assertThat(new JsonMapper().readTree(Files.readString(download.path()))).isEqualTo(new JsonMapper().readTree(Files.readString(Path.of("fixtures/asha.json"))));
    }

    @Test
    void aShippedApplicantOpensWithItsDayAndReadingAndCanBePrinted() {
        page.click(".cases > summary");
        page.selectOption("#case", new SelectOption().setValue("fixtures/applicants/meera.yaml / current"));
        page.click("button:text-is('Try')");
        page.waitForURL("**/case?**");
        assertThat(page.locator("#asOf")).hasValue("2026-11-21");
        assertThat(page.locator("input[name=reading][value=current]")).isChecked();
        page.click(".cases > summary");
        page.click("text=Summary to print");
        assertThat(page.locator("main")).containsText("As of 21 November 2026, reading current.");
        assertThat(page.locator("main")).containsText(Pattern.compile("not legal advice.*sha256:", Pattern.DOTALL));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".top")).isHidden();
        String pdf = new String(page.pdf(new Page.PdfOptions().setFormat("Letter").setPath(Path.of("target/screenshots/summary.pdf"))), StandardCharsets.ISO_8859_1);
        assertThat(Pattern.compile("/Type /Page\\b").matcher(pdf).results().count()).isBetween(1L, 12L);
    }

    @Test
    void withoutScriptTheButtonDoesTheSame() {
        page.context().close();
        page = browsing.page(1280, 900, com.microsoft.playwright.options.ColorScheme.LIGHT, false);
        page.navigate(browsing.address(""));
        section("education");
        page.check(STAGE + "[value=GRADUATE]");
        page.click("text=Show the answers");
        assertThat(page.locator(CLERKSHIP)).hasText("Not eligible");
        assertThat(page.locator(STAGE + "[value=GRADUATE]")).isChecked();
        page.click("#t-q-clerkship");
        assertThat(page.locator("#q-clerkship .why")).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots/without-script.png")));
        page.click("#t-q-clerkship");
        assertThat(page.locator("#q-clerkship")).isVisible();
        assertThat(page.locator("#q-clerkship .why")).hasCount(0);
    }

    @Test
    void theWholeTaskCanBeDoneByKeyboard() {
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        tabTo("#s-education > summary");
        page.keyboard().press("Enter");
        tabTo(STAGE);
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(STAGE + "[value=STUDENT]")).isChecked();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(CLERKSHIP)).hasText("Not eligible");
        tabTo("#t-q-clerkship");
        page.keyboard().press("Enter");
        assertThat(page.locator("#q-clerkship .why")).isVisible();
        assertThat(page.locator("#t-q-clerkship")).isFocused();
    }

    private void tabTo(String selector) {
        for (int presses = 0; presses < 300; presses++) {
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not lead to " + selector);
    }

    @Test
    void aTileOfTheMapOpensItsReasons() {
        assertThat(page.locator(".tile")).hasCount(56);
        page.click("#b-q-licensure-CA");
        assertThat(page.locator("#q-licensure-CA .why")).isVisible();
        assertThat(page.locator("#b-q-licensure-CA")).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#b-q-licensure-CA")).hasAttribute("aria-label", Pattern.compile(".*: Not decided"));
    }

    @Test
    void everyMissingFactLeadsToItsField() {
        page.click("#t-q-residency-start");
        Locator missing = page.locator("#q-residency-start .missing a");
        missing.first().waitFor();
        assertThat((List<?>) page.evaluate("Array.from(document.querySelectorAll('.missing a')).filter(a => !document.getElementById(a.getAttribute('href').slice(1))).map(a => a.href)")).isEmpty();
        page.locator("#q-residency-start .missing a[href='#f-education-graduatedOn']").click();
        assertThat(focused()).isEqualTo("/education/graduatedOn");
        assertThat(field("education-graduatedOn")).isInViewport();
    }

    @Test
    void theCatalogueIsSearchedAndLeadsFromRuleToSource() {
        page.click("nav >> text=Catalogue");
        page.fill("#q", "attempts used up");
        page.click("button:text-is('Search')");
        page.waitForURL("**/catalogue?q=**");
        assertThat(page.locator("h2").nth(1)).hasText(Pattern.compile("Rules \\([1-9]\\d?\\)"));
        page.locator("a[href^='/catalogue/rules/']").first().click();
        String rule = page.locator("h1").textContent();
        page.locator(".row-sources a[href^='/catalogue/sources/']").first().click();
        assertThat(page.locator("main")).containsText("Rules that rest on it");
        assertThat(page.locator("main a[href^='/catalogue/rules/']").getByText(rule, new Locator.GetByTextOptions().setExact(true))).isVisible();
    }

    @Test
    void theFirstPageIsLightAndStill() {
        List<Integer> sizes = new ArrayList<>();
        page.onRequestFinished(request -> sizes.add(request.sizes().responseBodySize));
        page.reload();
        page.waitForFunction("window.htmx !== undefined");
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isBetween(5_000, 150_000);
        assertThat(((Number) page.evaluate("new Promise(done => { new PerformanceObserver(list => done(list.getEntries().reduce((sum, shift) => sum + shift.value, 0)))"
                + ".observe({type: 'layout-shift', buffered: true}); requestAnimationFrame(() => requestAnimationFrame(() => done(0))); })")).doubleValue()).isLessThan(0.01);
    }
}
