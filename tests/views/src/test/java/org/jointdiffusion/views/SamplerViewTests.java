package org.jointdiffusion.views;

import static org.jointdiffusion.views.ExplainerPage.button;
import static org.jointdiffusion.views.ExplainerPage.choice;
import static org.jointdiffusion.views.ExplainerPage.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jointdiffusion.views.SampleData.Gaps;
import org.jointdiffusion.views.SampleData.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Conditional Sampler's view. */
final class SamplerViewTests extends BrowserTestBase {

    @AfterEach
    void hasNothingToComplainAbout() {
        assertEquals(List.of(), browser().complaints());
    }

    private static void waitForPictures(final Page page) {
        page.waitForFunction("() => document.querySelector('.detail canvas')"
                + " && document.querySelectorAll('.sample canvas')[0].width > 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 500})
    void showsEveryImage(final int rows) {
        final Page page = browser().open(SampleData.of(Plan.of(rows)));
        waitForPictures(page);
        assertEquals(rows, page.locator(".sample").count());
        assertEquals(rows + " of " + rows + " images", shown(page));
        assertTrue(page.locator("main").innerText().matches("(?s)(?!.*\\b(null|undefined|NaN)\\b).*"));
        page.locator(".sample").first().focus();
        page.keyboard().press("End");
        assertEquals("Row" + (rows - 1), page.locator(".detail h2").innerText());
        page.waitForFunction("() => [...document.querySelectorAll('.sample canvas')].at(-1).width > 1");
    }

    @Test
    void saysThatThereAreNoImages() {
        final Page page = browser().open(SampleData.of(Plan.of(0)));
        assertTrue(shown(page).startsWith("The node made no images."), shown(page));
        assertEquals("No image is selected.", page.locator(".detail").innerText());
        assertTrue(button(page, "Save picture").isDisabled());
    }

    @Test
    void groupsByClassAndMarksWhatIsTakenForAnotherClass() {
        final Page page = browser().open(SampleData.of(Plan.of(100)));
        assertEquals(10, page.locator(".samples section").count());
        final Locator group = page.locator(".samples section").nth(2);
        assertEquals("Class 2", group.locator("h3").innerText());
        assertEquals(
                "10 images, 80 % as asked; others taken for Class 3 (2)",
                group.locator(".grouphead .small").innerText());
        assertEquals(2, group.locator(".sample.other").count());
        assertEquals("! Class 3", group.locator(".sample.other .seen").first().innerText());
        assertTrue(page.locator(".summary").innerText().replaceAll("\\s+", " ").contains("80 % as asked"));
    }

    @Test
    void filtersByClassAndAgreement() {
        final Page page = browser().open(SampleData.of(Plan.of(100)));
        page.locator("[data-class='Class 7']").click();
        assertEquals("10 of 100 images", shown(page).replace(" Show all", ""));
        assertEquals("true", page.locator("[data-class='Class 7']").getAttribute("aria-pressed"));
        page.locator("[data-agreement=other]").click();
        assertEquals("2 of 100 images", shown(page).replace(" Show all", ""));
        assertEquals(2, page.locator(".sample.other").count());
        assertEquals(2, page.locator(".sample").count());
        button(page, "Show all").click();
        assertEquals("100 of 100 images", shown(page));
    }

    @Test
    void ordersWithinAClass() {
        final Page page = browser().open(SampleData.of(Plan.of(50)));
        choice(page, "sort").selectOption("least probable first");
        final List<String> expected = IntStream.range(5, 10)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(SampleData::probability))
                .map(String::valueOf)
                .toList();
        assertEquals(
                expected,
                page.locator(".samples section").nth(1).locator(".sample").all().stream()
                        .map(tile -> tile.getAttribute("data-row"))
                        .toList());
        assertEquals("Row0", page.locator(".detail h2").innerText(), "the selected image stays selected");
    }

    @Test
    void worksWithTheKeyboardAlone() {
        final Page page = browser().open(SampleData.of(Plan.of(60)));
        page.locator(".sample").first().focus();
        assertEquals(1, page.locator(".sample[tabindex='0']").count(), "the grid is one stop for the tabulator");
        page.keyboard().press("ArrowRight");
        assertEquals("Row1", page.locator(".detail h2").innerText());
        assertEquals(
                "visible", page.evaluate("getComputedStyle(document.activeElement.querySelector('.over')).visibility"));
        assertEquals("P 0.89", page.evaluate("document.activeElement.querySelector('.over').textContent"));
        page.keyboard().press("ArrowDown");
        final String below = page.locator(".detail h2").innerText();
        page.keyboard().press("ArrowUp");
        assertEquals("Row1", page.locator(".detail h2").innerText(), "and back from " + below);
        page.keyboard().press("End");
        assertEquals("Row59", page.locator(".detail h2").innerText());
        page.keyboard().press("Home");
        assertEquals("Row0", page.locator(".detail h2").innerText());
    }

    @Test
    void tellsHowAnImageWasMade() {
        final Page page = browser().open(SampleData.of(Plan.of(10)));
        page.locator(".sample").nth(3).click();
        final String detail = page.locator(".detail").innerText().replaceAll("\\s+", " ");
        assertTrue(detail.contains("Asked for Class 3"), detail);
        assertTrue(detail.contains("Seen Class 4"), detail);
        assertTrue(detail.contains("Seed 42"), detail);
        assertTrue(detail.contains("DDPM, 50 steps"), detail);
        for (final Locator figure : page.locator(".summary dl div, .facts div, .badge, .class, .chip")
                .all()) {
            assertTrue(figure.getAttribute("title").length() > 15, figure.innerText());
        }
    }

    @Test
    void missingImagesAreShownAsMissing() {
        final Page page = browser().open(SampleData.of(Plan.of(14).withGaps(Gaps.EVERY_SEVENTH)));
        waitForPictures(page);
        page.waitForSelector(".noimage");
        assertEquals(2, page.locator(".sample.unknown").count());
        page.locator(".sample.unknown").first().click();
        page.waitForFunction("() => document.querySelector('.detail').innerText.includes('The image is missing.')");
        page.locator("[data-agreement=unknown]").click();
        assertEquals(2, page.locator(".sample").count());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void showsFewAndManyClasses(final int classes) {
        final Page page = browser().open(SampleData.of(Plan.of(500).withClasses(ViewData.names(classes))));
        waitForPictures(page);
        assertEquals(classes, page.locator(".classes .class").count());
        assertEquals(classes, page.locator(".samples section").count());
        assertTrue((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    @Test
    void takesAnyNameAsTextInANarrowWindow() {
        final List<String> names =
                List.of("Größe ✓ 靴", "<b>&\"'</script>", "a ".repeat(60).trim());
        final Page page = browser().open(SampleData.of(Plan.of(30).withClasses(names)), 600, 700, ColorScheme.LIGHT);
        waitForPictures(page);
        assertTrue(page.locator(".classes").isHidden());
        choice(page, "desired").selectOption(names.get(1));
        assertEquals(names.get(1), page.locator(".samples h3").innerText());
        assertTrue((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
        assertTrue(page.locator(".detail").isVisible());
        browser().screenshot(page, "sampler-narrow");
    }

    @Test
    void showsLargeImagesInTheChosenSize() {
        final Page page = browser().open(SampleData.of(Plan.of(6).withSide(128)));
        waitForPictures(page);
        assertEquals(84.0, width(page.locator(".sample canvas").first()), 0.5);
        choice(page, "size").selectOption("large");
        page.waitForFunction("() => document.querySelector('.sample canvas').width === 128");
        assertEquals(128.0, width(page.locator(".sample canvas").first()), 0.5, "a whole multiple of its pixels");
    }

    private static double width(final Locator canvas) {
        return ((Number) canvas.evaluate("c => c.getBoundingClientRect().width")).doubleValue();
    }

    @Test
    void savesTheImagesShownAsAPicture() throws IOException {
        final Page page = browser().open(SampleData.of(Plan.of(100)));
        page.locator("[data-class='Class 1']").click();
        final Download download =
                page.waitForDownload(() -> button(page, "Save picture").click());
        assertEquals("Samples.png", download.suggestedFilename());
        final var image = ImageIO.read(download.path().toFile());
        assertEquals(200 + 10 * 94 + 20, image.getWidth());
        assertEquals(56 + 112 + 10, image.getHeight(), "a line of ten images");
        assertEquals(0xff0f0f0f, image.getRGB(205, 60), "the corner of the first image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void textStandsOutFromItsBackground(final String scheme) {
        final Page page = browser()
                .open(SampleData.of(Plan.of(100).withGaps(Gaps.EVERY_SEVENTH)), 1280, 860, ColorScheme.valueOf(scheme));
        waitForPictures(page);
        page.locator("[data-agreement=other]").click();
        page.locator("[data-agreement=agreed]").click();
        assertEquals(List.of(), page.evaluate(Browser.resource("contrast.js")), "texts with a contrast below 4.5");
        button(page, "Show all").click();
        waitForPictures(page);
        page.locator(".sample").nth(12).click();
        browser().screenshot(page, "sampler-" + scheme.toLowerCase());
    }
}
