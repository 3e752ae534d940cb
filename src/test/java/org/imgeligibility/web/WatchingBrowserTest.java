package org.imgeligibility.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.TinyRules;
import org.imgeligibility.watch.RulesInForce;
import org.imgeligibility.watch.Watching;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor sees in an open page on saving in the served folder. */
class WatchingBrowserTest {

    private static final String QUESTION = "- id: licence\n  title: A licence\n  topic: licensure\n  about: Whether a licence is due.\n";
    private static final String RULES = """
            rule "A licence is for the grown up" @requirement("licence") @requires("adult") @source("handbook") when AsOf() then conclude.require(drools); end
            rule "The person is of age" @requirement("adult") @says("Of age.") @source("handbook") when needed : Limit(id == "AGE") Person(age >= needed.value) then conclude.met(drools); end
            rule "The person is not of age" @requirement("adult") @says("Too young.") @next("Wait.") @source("handbook") when needed : Limit(id == "AGE") Person(age < needed.value) then conclude.notYet(drools); end
            """;
    private static final String LIMITS = "id,value,from,until,source\nAGE,18,2010-01-01,,handbook\n";
    private static final String CASE = "topic: licensure\nabout: Who is of age.\ncases:\n  - id: forty\n    says: Forty is enough\n    asOf: 2026-01-01\n    reading: stated\n"
            + "    applicant: { person: { age: 40 } }\n    expect: { licence: ELIGIBLE }\n";

    @Test
    void aSavedCellChangesTheVerdictAndABrokenOneIsToldUntilItIsMended(@TempDir Path folder) throws IOException {
        Path rules = new TinyRules().rules(RULES).with("questions.yaml", QUESTION).with("limits.csv", LIMITS).writeTo(folder.resolve("rules"));
        Path cases = Files.createDirectories(folder.resolve("fixtures"));
        Files.writeString(cases.resolve("age.yaml"), CASE);
        RulesInForce inForce = new RulesInForce(new Evaluator(RuleBase.of(rules)));
        try (Browsing browsing = Browsing.start(inForce); Watching watching = Watching.start(inForce, rules, Optional.of(cases))) {
            Page page = browsing.page(1280, 900);
            page.navigate(browsing.address(""));
            Locator banner = page.locator("#edited");
            Locator verdict = page.locator("#q-licence h4 .tag").first();
            assertThat(banner).containsText("in line with 1 of 1 cases");
            page.locator("details > summary", new Page.LocatorOptions().setHasText("person")).first().click();
            page.locator("[id='f-person-age']").fill("20");
            assertThat(verdict).hasText("Eligible");

            Files.writeString(rules.resolve("limits.csv"), LIMITS.replace("18", "30"));
            assertThat(verdict).hasText("Not yet");
            assertThat(page.locator("[id='f-person-age']")).hasValue("20");

            Files.writeString(rules.resolve("limits.csv"), LIMITS.replace("18", "50"));
            assertThat(banner.getByRole(com.microsoft.playwright.options.AriaRole.ALERT)).containsText("forty");
            assertThat(banner).containsText("expected ELIGIBLE, actual NOT_YET");

            Files.writeString(rules.resolve("rules.drl"), RULES.replace("age >= needed", "aeg >= needed"));
            assertThat(banner).containsText("rules.drl:2:");
            assertThat(banner).containsText("Person has no field 'aeg'");
            assertThat(banner).containsText("are not in force since");
            assertThat(verdict).hasText("Not yet");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/refused-edit.png")));

            Files.writeString(rules.resolve("rules.drl"), RULES);
            Files.writeString(rules.resolve("limits.csv"), LIMITS);
            assertThat(verdict).hasText("Eligible");
            assertThat(banner).not().containsText("not in force");
            page.context().close();
        }
    }
}
