package org.jointdiffusion.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Joint Diffusion Model Reader's view. */
final class ModelViewTests extends BrowserTestBase {

    @AfterEach
    void hasNothingToComplainAbout() {
        assertEquals(List.of(), browser().complaints());
    }

    private static void awaitImages(final Page page) {
        page.waitForFunction("() => [...document.querySelectorAll('.frame canvas')].every(c => c.width > 1)");
    }

    private static boolean fitsTheWindow(final Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
    }

    @ParameterizedTest
    @CsvSource({"2, 28, 84", "10, 28, 84", "100, 28, 84", "10, 128, 84", "10, 64, 64"})
    void showsTheSamplesOfTheFirstClasses(final int classes, final int side, final int shown) {
        final Page page = browser().open(ModelData.of(ViewData.names(classes), 4, side));
        awaitImages(page);
        final int kinds = Math.min(classes, ModelData.SHOWN);
        assertEquals(kinds, page.locator(".kind").count());
        assertEquals(4 * kinds, page.locator(".frame canvas").count());
        assertEquals((double) shown, page.locator(".frame canvas").first().boundingBox().width, 0.5);
        assertEquals(
                "Class 1, image 4 of 4", page.locator(".frame canvas").nth(7).getAttribute("aria-label"));
        assertTrue(page.locator(".drawn .note")
                .innerText()
                .contains(classes > kinds ? "of the first 10 of its 100 classes" : "of its " + classes + " classes"));
        assertTrue(page.locator(".summary").innerText().replaceAll("\\s+", " ").contains(classes + " classes"));
        assertTrue(fitsTheWindow(page));
        browser().screenshot(page, "model-" + classes + "-classes-" + side);
    }

    @Test
    void aModelWithoutSamplesShowsItsCard() {
        final Page page = browser().open(ModelData.of(ViewData.names(10), 0, 28));
        assertTrue(page.locator(".drawn").innerText().contains("The model has no samples"));
        assertEquals("0.8840", page.locator(".card dd").nth(6).innerText());
        browser().screenshot(page, "model-without-samples");
    }

    @Test
    void showsOneSampleOfOneClass() {
        final Page page = browser().open(ModelData.of(ViewData.names(1), 1, 28));
        awaitImages(page);
        assertEquals(1, page.locator(".frame").count());
        assertTrue(page.locator(".drawn .note").innerText().contains("of its one class"));
    }

    @Test
    void takesAnyNameAsTextInANarrowWindow() {
        final List<String> names =
                List.of("Größe ✓ 靴", "<b>&\"'</script>", "a ".repeat(60).trim(), "x".repeat(200));
        final Page page = browser().open(ModelData.of(names, 4, 28), 600, 760, ColorScheme.LIGHT);
        awaitImages(page);
        assertEquals(names, page.locator(".kind h3").allTextContents());
        assertTrue(fitsTheWindow(page));
        browser().screenshot(page, "model-narrow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void textStandsOutFromItsBackground(final String scheme) {
        final Page page =
                browser().open(ModelData.of(ViewData.names(10), 4, 28), 1280, 860, ColorScheme.valueOf(scheme));
        awaitImages(page);
        assertEquals(List.of(), page.evaluate(Browser.resource("contrast.js")));
        browser().screenshot(page, "model-" + scheme.toLowerCase());
    }
}
