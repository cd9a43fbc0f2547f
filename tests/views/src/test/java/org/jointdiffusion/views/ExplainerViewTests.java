package org.jointdiffusion.views;

import static org.jointdiffusion.views.ExplainerPage.button;
import static org.jointdiffusion.views.ExplainerPage.choice;
import static org.jointdiffusion.views.ExplainerPage.key;
import static org.jointdiffusion.views.ExplainerPage.keys;
import static org.jointdiffusion.views.ExplainerPage.pixels;
import static org.jointdiffusion.views.ExplainerPage.shown;
import static org.jointdiffusion.views.ExplainerPage.slider;
import static org.jointdiffusion.views.ExplainerPage.waitForPictures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.views.ViewData.BadgeRule;
import org.jointdiffusion.views.ViewData.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Counterfactual Explainer's view does: rows, filters, keyboard, slider, heat map, atlas. */
final class ExplainerViewTests extends BrowserTestBase {

    @AfterEach
    void hasNothingToComplainAbout() {
        assertEquals(List.of(), browser().complaints());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 500})
    void showsEveryRow(final int rows) {
        final Page page = browser().open(ViewData.of(Plan.of(rows)));
        waitForPictures(page);
        assertEquals(rows + " of " + rows + " rows", shown(page));
        assertEquals("Row0", key(page));
        assertEquals(
                rows == 1 ? "1 row explained" : rows + " rows explained",
                page.locator(".summary dl div").first().innerText().replaceAll("\\s+", " "));
        page.waitForSelector(".detail .facts");
        assertTrue(page.locator("main").innerText().matches("(?s)(?!.*\\b(null|undefined|NaN)\\b).*"));
        page.locator(".gallery").focus();
        page.keyboard().press("End");
        page.waitForFunction("key => document.querySelector('.detail h2')?.textContent === key", "Row" + (rows - 1));
        waitForPictures(page);
    }

    @Test
    void saysThatThereAreNoRows() {
        final Page page = browser().open(ViewData.of(Plan.of(0)));
        assertEquals("The node's input table had no rows.", shown(page));
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Atlas"))
                .click();
        assertTrue(page.locator(".atlas").innerText().contains("no counterfactual"));
    }

    @Test
    void opensFiveHundredRowsWithinTwoSeconds() {
        final var file = browser().save(ViewData.of(Plan.of(500)));
        final Page page = browser().page(1280, 800, ColorScheme.LIGHT);
        page.navigate("about:blank");
        final long start = System.nanoTime();
        page.navigate(file.toUri().toString());
        waitForPictures(page);
        final double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(seconds < 2, "It took " + seconds + " s.");
        assertTrue(page.locator(".card").count() < 30, "Only the cards in sight exist");
    }

    @Test
    void scrollingShowsOtherRows() {
        final Page page = browser().open(ViewData.of(Plan.of(500)));
        page.locator(".gallery").evaluate("list => { list.scrollTop = 250 * 116; }");
        page.waitForSelector("#row-252");
        waitForPictures(page);
        assertTrue(keys(page).contains("Row252"), keys(page).toString());
        assertEquals("Row0", key(page));
    }

    @Test
    void filtersByClassesAndBadges() {
        final Page page = browser().open(ViewData.of(Plan.of(100).withBadges(BadgeRule.WITH_ORACLE)));
        choice(page, "from").selectOption("Class 7");
        assertEquals("10 of 100 rows", shown(page).replace(" Show all", ""));
        page.locator(".card").all().forEach(card -> assertTrue(card.innerText().contains("Class 7"), card.innerText()));
        button(page, "Show all").click();
        assertEquals("100 of 100 rows", shown(page));
        choice(page, "to").selectOption("Class 1");
        assertTrue(page.locator(".card").count() > 0);
        for (final Locator card : page.locator(".card .transition").all()) {
            assertEquals("Class 1", card.locator(".class strong").nth(1).innerText());
        }
        button(page, "Show all").click();
        page.locator("[data-badge=adversarial]").click();
        assertEquals("20 of 100 rows", shown(page).replace(" Show all", ""));
        assertEquals("true", page.locator("[data-badge=adversarial]").getAttribute("aria-pressed"));
        page.locator("[data-badge=failed]").click();
        assertEquals("30 of 100 rows", shown(page).replace(" Show all", ""));
        page.locator("[data-badge=adversarial]").click();
        assertEquals("10 of 100 rows", shown(page).replace(" Show all", ""));
        assertTrue(page.locator(".detail").innerText().contains("The desired class was not reached."));
    }

    @Test
    void sorts() {
        final Page page = browser().open(ViewData.of(Plan.of(60).withBadges(BadgeRule.EVERY_THIRD_MISSING)));
        final List<String> smallest = IntStream.range(0, 60)
                .filter(row -> row % 3 != 2)
                .boxed()
                .sorted(Comparator.comparingDouble(ViewData::changedShare))
                .map(row -> "Row" + row)
                .toList();
        choice(page, "sort").selectOption("smallest change first");
        assertEquals(smallest.subList(0, 5), keys(page).subList(0, 5));
        assertEquals("Row0", key(page), "the selected row stays selected");
        choice(page, "sort").selectOption("largest change first");
        page.locator(".gallery").focus();
        page.keyboard().press("Home");
        assertEquals(smallest.get(smallest.size() - 1), keys(page).get(0));
        page.keyboard().press("End");
        page.waitForFunction("() => document.querySelector('.detail').innerText.includes('The image is missing.')");
    }

    @Test
    void worksWithTheKeyboardAlone() {
        final Page page = browser().open(ViewData.of(Plan.of(20)));
        page.locator(".gallery").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.waitForFunction("() => document.querySelector('.detail h2').textContent === 'Row2'");
        assertEquals("row-2", page.locator(".gallery").getAttribute("aria-activedescendant"));
        assertEquals("9", slider(page).inputValue(), "starts where the class flips");
        page.keyboard().press("ArrowLeft");
        assertEquals("8", slider(page).inputValue());
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertEquals("10", slider(page).inputValue());
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.activeElement.type === 'range'");
        page.keyboard().press("ArrowRight");
        assertEquals("11", slider(page).inputValue());
        assertNotEquals("none", page.evaluate("getComputedStyle(document.activeElement).outlineStyle"));
        page.keyboard().press("Escape");
        assertEquals("listbox", page.evaluate("document.activeElement.getAttribute('role')"));
        page.keyboard().press("ArrowUp");
        page.waitForFunction("() => document.querySelector('.detail h2').textContent === 'Row1'");
    }

    @Test
    void theSliderBlendsAndTellsTheProbabilities() {
        final Page page = browser().open(ViewData.of(Plan.of(3)));
        page.getByLabel("Opacity of the heat map in percent").fill("0");
        final Locator canvases = page.locator(".detail .trio canvas");
        slider(page).fill("0");
        assertEquals(pixels(canvases.nth(0)), pixels(canvases.nth(1)));
        slider(page).fill("16");
        assertEquals(pixels(canvases.nth(2)), pixels(canvases.nth(1)));
        assertTrue(
                page.locator(".way .legend").innerText().replaceAll("\\s+", " ").equals("Class 0 0.10 Class 1 0.85"),
                page.locator(".way .legend").innerText());
        slider(page).fill("9");
        assertNotEquals(pixels(canvases.nth(2)), pixels(canvases.nth(1)));
        assertEquals(
                "blend 9 of 16: Class 0 0.45, Class 1 0.50, the class flips here",
                slider(page).getAttribute("aria-valuetext"));
        assertEquals(
                "Blend 9 of 16, flips here",
                page.locator(".trio figcaption").nth(1).innerText());
        assertEquals(1, page.locator(".curve .flip").count());
    }

    @Test
    void theHeatMapLiesOverTheBlend() {
        final Page page = browser().open(ViewData.of(Plan.of(3)));
        final Locator middle = page.locator(".detail .trio canvas").nth(1);
        slider(page).fill("0");
        page.getByLabel("Opacity of the heat map in percent").fill("100");
        final List<?> full = pixels(middle);
        final int spot = 4 * (8 * 28 + 8);
        final int dark = 4 * (17 * 28 + 17);
        final int corner = 0;
        assertTrue(number(full, spot) > number(full, spot + 2) + 50, "brighter is red");
        assertTrue(number(full, dark + 2) > number(full, dark) + 50, "darker is blue");
        assertEquals(number(full, corner), number(full, corner + 2), "unchanged is grey");
        // the paled black of the output column "Overlay"
        assertEquals(140 + Math.round(15 * 95 / 255.0), number(full, corner));
        page.getByLabel("only the difference").check();
        assertEquals(247, number(pixels(middle), corner), "nothing but the change, on white");
    }

    private static int number(final List<?> pixels, final int index) {
        return ((Number) pixels.get(index)).intValue();
    }

    @Test
    void aFailedRowHasNoFlip() {
        final Page page = browser().open(ViewData.of(Plan.of(5).withBadges(BadgeRule.ALL_FAILED)));
        assertEquals(0, page.locator(".curve .flip").count());
        assertEquals("16", slider(page).inputValue());
        assertTrue(page.locator(".summary").innerText().replaceAll("\\s+", " ").contains("0 % turned"));
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Atlas"))
                .click();
        page.waitForSelector(".matrix");
        assertEquals(0, page.locator(".ranking").count(), "nothing turned, so nothing is close");
    }

    @Test
    void offersAllCounterfactualsOfARow() {
        final Page page = browser().open(ViewData.of(Plan.of(30).withCounterfactualsPerRow(3)));
        assertEquals(3, page.locator(".others button").count());
        page.locator(".others button").nth(2).click();
        page.waitForFunction("() => document.querySelector('.detail h2').textContent === 'Row0_2'");
        assertEquals("true", page.locator(".others button").nth(2).getAttribute("aria-pressed"));
        choice(page, "to").selectOption("Class 1");
        assertTrue(keys(page).contains("Row0_0"), keys(page).toString());
        page.locator(".card").first().click();
        page.locator(".others button").nth(1).click();
        page.waitForFunction("() => document.querySelector('.detail h2').textContent === 'Row0_1'");
        assertEquals("30 of 30 rows", shown(page), "a row that the filter hid is shown with all others");
    }

    @Test
    void theAtlasFiltersTheGallery() {
        final Page page = browser().open(ViewData.of(Plan.of(200)));
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Atlas"))
                .click();
        final Locator cell = page.locator(".matrix .cell").first();
        final String[] pair = cell.getAttribute("title").split(":")[0].split(" to ");
        final int count = Integer.parseInt(cell.innerText().split("·")[0].trim());
        assertTrue(page.locator(".ranking li").count() > 1);
        cell.click();
        assertEquals(pair[0], choice(page, "from").inputValue());
        assertEquals(pair[1], choice(page, "to").inputValue());
        assertEquals(count + " of 200 rows", shown(page).replace(" Show all", ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void showsFewAndManyClasses(final int classes) {
        final Page page = browser().open(ViewData.of(Plan.of(500).withClasses(ViewData.names(classes))));
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Atlas"))
                .click();
        page.waitForSelector(".matrix");
        assertTrue(page.locator(".matrix thead th").count() - 1 <= classes);
        assertEquals(page.locator(".matrix .cell").count(), (int)
                page.evaluate("() => new Set([...document.querySelectorAll('.matrix .cell')].map(c =>"
                        + " c.title.split(':')[0])).size"));
        assertTrue(
                (boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"),
                "only the matrix scrolls sideways");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void theGalleryOffersFewAndManyClasses(final int classes) {
        final Page page = browser().open(ViewData.of(Plan.of(500).withClasses(ViewData.names(classes))));
        waitForPictures(page);
        assertEquals(1 + classes, choice(page, "from").locator("option").count());
        assertEquals(1 + classes, choice(page, "to").locator("option").count());
        choice(page, "from").selectOption("Class 1");
        assertEquals((500 / classes) + " of 500 rows", shown(page).replace(" Show all", ""));
        waitForPictures(page);
    }

    @Test
    void theAtlasTakesAnyNameAsText() {
        final List<String> names =
                List.of("Größe ✓ 靴", "<b>&\"'</script>", "a ".repeat(60).trim());
        final Page page = browser().open(ViewData.of(Plan.of(30).withClasses(names)), 600, 760, ColorScheme.LIGHT);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Atlas"))
                .click();
        page.waitForSelector(".matrix .cell");
        assertTrue(page.locator(".matrix thead").textContent().contains(names.get(0)));
        assertTrue(page.locator(".matrix thead").textContent().contains(names.get(1)));
        assertTrue((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
        browser().screenshot(page, "atlas-narrow");
    }

    @Test
    void saysWhyARowHasNoImages() {
        final Page page = browser().open(ViewData.of(Plan.of(9).withBadges(BadgeRule.EVERY_THIRD_MISSING)));
        page.locator("#row-2").click();
        page.waitForFunction("() => document.querySelector('.detail h2').textContent === 'Row2'");
        assertTrue(page.locator(".detail").innerText().contains("The image is missing."));
        assertTrue(page.locator("#row-2").getAttribute("aria-label").contains("The image is missing."));
    }
}
