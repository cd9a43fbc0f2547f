package org.jointdiffusion.views;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests in one browser, which starts before the first and stops after the last. */
abstract class BrowserTestBase {

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    /** The browser of the running test class. */
    static Browser browser() {
        return browser;
    }
}
