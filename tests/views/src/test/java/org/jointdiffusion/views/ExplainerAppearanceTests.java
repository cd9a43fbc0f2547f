package org.jointdiffusion.views;

import static org.jointdiffusion.views.ExplainerPage.button;
import static org.jointdiffusion.views.ExplainerPage.choice;
import static org.jointdiffusion.views.ExplainerPage.pixels;
import static org.jointdiffusion.views.ExplainerPage.waitForPictures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.jointdiffusion.views.ViewData.BadgeRule;
import org.jointdiffusion.views.ViewData.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Counterfactual Explainer's view looks like: sizes, names, contrast, paper, pictures. */
final class ExplainerAppearanceTests extends BrowserTestBase {

    @AfterEach
    void hasNothingToComplainAbout() {
        assertEquals(List.of(), browser().complaints());
    }

    @Test
    void takesAnyNameAsText() {
        final List<String> names =
                List.of("Größe ✓ 靴", "<b>&\"'</script>", "a ".repeat(60).trim());
        final Page page = browser().open(ViewData.of(Plan.of(12).withClasses(names)), 600, 700, ColorScheme.LIGHT);
        waitForPictures(page);
        assertTrue(page.locator(".card .transition").first().innerText().contains(names.get(0)));
        assertEquals(
                List.of("any class", names.get(0), names.get(1), names.get(2)),
                choice(page, "from").locator("option").allTextContents());
        assertTrue((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
        choice(page, "to").selectOption(names.get(1));
        assertTrue(page.locator(".card").count() > 0);
    }

    @Test
    void showsLargeImagesInColour() {
        final Page page = browser().open(ViewData.of(Plan.of(6).withSide(128).inColour()));
        waitForPictures(page);
        final Locator canvas = page.locator(".detail .trio canvas").first();
        assertEquals(128, canvas.evaluate("c => c.width"));
        final List<?> pixels = pixels(canvas);
        assertEquals(
                List.of(130, 65, 125, 255),
                pixels.subList(4 * (64 * 128 + 64), 4 * (64 * 128 + 64) + 4).stream()
                        .map(value -> ((Number) value).intValue())
                        .toList());
        assertEquals(
                84.0,
                ((Number) page.locator(".card canvas").first().evaluate("c => c.getBoundingClientRect().width"))
                        .doubleValue(),
                0.5);
    }

    @Test
    void smallImagesAreMagnifiedByWholeNumbers() {
        final Page page = browser().open(ViewData.of(Plan.of(2)));
        waitForPictures(page);
        for (final Locator canvas : page.locator("canvas").all()) {
            final double zoom = ((Number) canvas.evaluate("c => parseFloat(c.style.width) / c.width")).doubleValue();
            assertEquals(Math.rint(zoom), zoom, canvas.getAttribute("aria-label"));
            assertEquals("pixelated", canvas.evaluate("c => getComputedStyle(c).imageRendering"));
        }
    }

    @Test
    void savesAPicture() throws IOException {
        final Page page = browser().open(ViewData.of(Plan.of(3)));
        final Download download =
                page.waitForDownload(() -> button(page, "Save picture").click());
        assertEquals("Row0 Class 0 to Class 1.png", download.suggestedFilename());
        final var image = ImageIO.read(download.path().toFile());
        assertEquals(4 * 224 + 5 * 24, image.getWidth());
        assertEquals(0xff0f0f0f, image.getRGB(30, 60), "the corner of the original");
    }

    @Test
    void printsEachRowOnItsOwnPage() {
        final Page page = browser().open(ViewData.of(Plan.of(7).withBadges(BadgeRule.EVERY_THIRD_MISSING)));
        page.evaluate("window.print = () => { window.isPrinted = true; }");
        button(page, "Print the rows shown").click();
        page.waitForFunction("window.isPrinted");
        final String paper = new String(page.pdf(), StandardCharsets.ISO_8859_1);
        assertEquals(5, paper.split("/Type /Page\\b", -1).length - 1);
        page.evaluate("window.dispatchEvent(new Event('afterprint'))");
        assertEquals(0, page.locator(".sheet").count());
    }

    @Test
    void aNarrowWindowShowsGalleryOrDetail() {
        final Page page = browser().open(ViewData.of(Plan.of(20)), 600, 700, ColorScheme.LIGHT);
        waitForPictures(page);
        assertTrue(page.locator(".detail").isHidden());
        page.locator("#row-1").click();
        assertTrue(page.locator(".gallery").isHidden());
        assertTrue(page.locator(".detail").isVisible());
        page.waitForFunction("() => document.activeElement.type === 'range'");
        assertTrue((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
        page.keyboard().press("Escape");
        assertTrue(page.locator(".gallery").isVisible());
        assertEquals("true", page.locator("#row-1").getAttribute("aria-selected"));
        page.locator("#row-2").click();
        button(page, "← Gallery").click();
        assertTrue(page.locator(".gallery").isVisible());
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 440, 500, 560, 600, 700, 900, 1000, 1100, 1200, 1280})
    void cardsHaveRoomForTheirText(final int width) {
        final List<String> names = List.of("Ankle boot", "Sneaker", "Pullover");
        final Plan plan = Plan.of(9).withClasses(names).withBadges(BadgeRule.WITH_ORACLE);
        final Page page = browser().open(ViewData.of(plan), width, 800, ColorScheme.LIGHT);
        waitForPictures(page);
        assertEquals(
                List.of(),
                page.evaluate(
                        """
                        () => [...document.querySelectorAll('.card')].flatMap(card => {
                            const room = card.getBoundingClientRect();
                            return [...card.querySelectorAll('.key, .badge, .class, .figures span')].filter(part => {
                                const place = part.getBoundingClientRect();
                                return place.width > 0 && (place.top < room.top + 3 || place.bottom > room.bottom - 3
                                    || place.right > room.right - 3 || part.scrollWidth > part.clientWidth + 1
                                    && getComputedStyle(part).display !== 'inline');
                            }).map(part => card.id + ': ' + part.innerText);
                        })
                        """),
                "what does not fit");
    }

    @Test
    void everyPictureAndControlHasAName() {
        final Page page = browser().open(ViewData.of(Plan.of(12).withCounterfactualsPerRow(2)));
        waitForPictures(page);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Atlas"))
                .click();
        page.waitForSelector(".matrix");
        for (final Locator control : page.locator("canvas, svg, button, select, input, [role=option]")
                .all()) {
            final String name = (String) control.evaluate("e => (e.getAttribute('aria-label') || e.innerText"
                    + " || e.closest('label')?.innerText || e.querySelector('canvas')?.ariaLabel || '').trim()");
            assertTrue(!name.isEmpty(), (String) control.evaluate("e => e.outerHTML"));
        }
    }

    @Test
    void everyFigureHasItsDefinition() {
        final Page page = browser().open(ViewData.of(Plan.of(12).withBadges(BadgeRule.WITH_ORACLE)));
        waitForPictures(page);
        for (final Locator figure : page.locator(
                        ".summary dl div, .facts div, .badge, .card .small span, .legend span, .class")
                .all()) {
            assertTrue(figure.getAttribute("title").length() > 20, figure.innerText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void textStandsOutFromItsBackground(final String scheme) {
        final Page page = browser()
                .open(
                        ViewData.of(Plan.of(30).withBadges(BadgeRule.WITH_ORACLE)),
                        1280,
                        800,
                        ColorScheme.valueOf(scheme));
        waitForPictures(page);
        page.locator("[data-badge=semantic]").click();
        final var faint = (List<?>) page.evaluate(Browser.resource("contrast.js"));
        assertEquals(List.of(), faint, "texts with a contrast below 4.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void looksAsInTheScreenshots(final String scheme) {
        final ViewData data = ViewData.of(Plan.of(500).withBadges(BadgeRule.WITH_ORACLE));
        final Page page = browser().open(data, 1280, 860, ColorScheme.valueOf(scheme));
        waitForPictures(page);
        browser().screenshot(page, "gallery-" + scheme.toLowerCase());
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Atlas"))
                .click();
        page.waitForSelector(".matrix");
        browser().screenshot(page, "atlas-" + scheme.toLowerCase());
    }
}
