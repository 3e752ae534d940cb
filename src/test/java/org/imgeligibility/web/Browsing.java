package org.imgeligibility.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.watch.RulesInForce;
import org.junit.jupiter.api.Assumptions;

/** The real server and a real browser before it. Waiting is the browser's own, with no deadline that a slow machine meets. */
final class Browsing implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int PATIENCE = 60_000;

    private final Server server;
    private final Playwright playwright;
    private final Browser browser;

    private Browsing(RulesInForce rules) {
        server = Server.start(rules, Serving.locally(0), Limits.ofThisMachine());
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")).setTimeout(PATIENCE));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** Before the built-in rules. */
    static Browsing start() {
        return start(new RulesInForce(new Evaluator(RuleBase.builtIn())));
    }

    /** Skips the tests, saying so, where there is no browser; fails them where one is required. */
    static Browsing start(RulesInForce rules) {
        if (!Files.isExecutable(CHROMIUM)) {
            String message = "NO BROWSER: " + CHROMIUM + " is not here, so what people see and click was NOT tested. Install chromium.";
            if ("required".equals(System.getenv("CI_BROWSER"))) {
                throw new AssertionError(message);
            }
            System.err.println(message);
            Assumptions.abort(message);
        }
        return new Browsing(rules);
    }

    String address(String path) {
        return server.address() + path;
    }

    Page page(int width, int height) {
        return page(width, height, ColorScheme.LIGHT, true);
    }

    Page page(int width, int height, ColorScheme scheme, boolean script) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme).setJavaScriptEnabled(script));
        context.setDefaultTimeout(PATIENCE);
        return context.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.close();
    }
}
