package org.imgeligibility.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalogue as its readers use it, without scripts. */
class CatalogueBrowserTest {

    private static Browsing browsing;
    private Page page;

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
        page = browsing.page(1280, 900, ColorScheme.LIGHT, false);
    }

    @AfterEach
    void picture() {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/catalogue.png")));
        page.context().close();
    }

    private Response go(String path) {
        return page.navigate(browsing.address("catalogue/" + path));
    }

    @Test
    void aQuestionShowsItsTreeForTheDayAndReadingChosen() {
        go("questions/ecfmg-certification?asOf=2023-06-01&reading=stated");
        assertThat(page.locator("#tree")).not().containsText("School accredited by a recognised agency");
        page.fill("#asOf", "2026-11-21");
        page.click("button:text-is('Show')");
        page.waitForURL("**asOf=2026-11-21**");
        assertThat(page.locator("h2").first()).hasText("What decides it on 21 November 2026, reading stated");
        page.click("#tree >> text=The requirements of certification");
        assertThat(page.locator("#tree")).containsText("School accredited by a recognised agency");
        page.selectOption("#reading", "current");
        page.click("button:text-is('Show')");
        page.waitForURL("**reading=current**");
        assertThat(page.locator("#tree")).not().containsText("School accredited by a recognised agency");
        assertThat(page.locator("#tree")).containsText("Four credit years");
    }

    @Test
    void theRulesOfAJurisdictionShowItsOwnNumbers() {
        go("questions/licensure/CA?asOf=2026-11-21");
        page.locator("#tree li:has(> p > strong > a:text-is('Months of accredited GME')) > details > summary").click();
        assertThat(page.locator("#tree")).containsText("California asks an international medical graduate for 24 months of accredited GME");
        assertThat(page.locator("#tree")).containsText(Pattern.compile("Asked for by\\s+An IMG needs the ECFMG Certificate for the licence\\.\\s+Unless this is met:\\s+Graduate of a US or Canadian school"));
    }

    @Test
    void theCalendarLeadsFromADayToARule() {
        go("calendar?asOf=2023-12-31");
        assertThat(page.locator("h2").first()).hasText("Still to come");
        page.locator(".timeline > li", new Page.LocatorOptions().setHasText("1 January 2024")).locator("a[href^='/catalogue/rules/']").first().click();
        assertThat(page.locator(".pairs")).containsText("from 1 January 2024");
        assertThat(page.locator(".pairs")).containsText("of the fixtures, as");
    }

    @Test
    void aTableLeadsToTheSourceOfARowAndBack() {
        go("tables/Parameter");
        page.locator("tbody a[href^='/catalogue/sources/']").first().click();
        page.locator("a[href='/catalogue/tables/Parameter']").first().click();
        assertThat(page.locator("h1")).hasText("Table Parameter");
    }

    @Test
    void aReviewThatIsOverdueIsMarkedFromTheDayAfter() {
        go("sources/ecfmg-certification-booklet?asOf=2020-01-01");
        assertThat(page.locator(".trouble")).hasCount(0);
        go("sources/ecfmg-certification-booklet?asOf=2090-01-01");
        assertThat(page.locator(".trouble")).hasText("overdue");
    }

    @Test
    void aDayOrReadingThatCannotBeIsSaidAndTodayShown() {
        assertThat(go("questions/ecfmg-certification?asOf=yesterday").status()).isEqualTo(400);
        assertThat(page.locator(".error")).containsText("'yesterday' is not a date as 2026-03-01. Shown for today instead.");
        assertThat(go("questions/ecfmg-certification?reading=curent").status()).isEqualTo(400);
        assertThat(page.locator(".error")).containsText("Maybe current.");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(go("requirements/no").status()).isEqualTo(404);
        assertThat(go("tables/No").status()).isEqualTo(404);
        assertThat(go("sources/no").status()).isEqualTo(404);
        assertThat(go("questions/no").status()).isEqualTo(404);
    }
}
