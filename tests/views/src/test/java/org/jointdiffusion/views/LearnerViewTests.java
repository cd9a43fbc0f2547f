package org.jointdiffusion.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.jointdiffusion.views.SampleData.Gaps;
import org.jointdiffusion.views.TrainingData.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Joint Diffusion Learner's view. */
final class LearnerViewTests extends BrowserTestBase {

    @AfterEach
    void hasNothingToComplainAbout() {
        assertEquals(List.of(), browser().complaints());
    }

    private static void showTab(final Page page, final String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static Locator slider(final Page page) {
        return page.getByLabel("Evaluation of which the figures are shown");
    }

    private static String legend(final Page page, final int chart) {
        return page.locator(".charts .legend").nth(chart).innerText().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 500})
    void drawsTheCourseOfTheTraining(final int evaluations) {
        final Plan plan = Plan.of(evaluations);
        final Page page = browser().open(TrainingData.of(plan));
        assertEquals(4, page.locator(".charts svg").count());
        assertEquals(Integer.toString(plan.best()), slider(page).inputValue(), "starts at the best step");
        assertTrue(page.locator(".where").innerText().contains("best step, kept"));
        assertEquals(
                "training " + Math.round(100 * (0.98 - 0.8 / (plan.best() + 1))) + " % validation "
                        + Math.round(100 * TrainingData.accuracy(plan.best())) + " %",
                legend(page, 2).replaceAll("(\\d)\\.\\d %", "$1 %"));
        assertTrue(page.locator("main").innerText().matches("(?s)(?!.*\\b(null|undefined|NaN|Infinity)\\b).*"));
    }

    @Test
    void saysThatThereAreNoCurves() {
        final Page page = browser().open(TrainingData.of(Plan.of(0)));
        assertTrue(page.locator("#panel-curves").innerText().contains("no curves"));
        showTab(page, "Model card");
        assertTrue(page.locator("#panel-card").innerText().contains("28x28 grey"));
    }

    @Test
    void tellsTheFiguresOfEachStep() {
        final Page page = browser().open(TrainingData.of(Plan.of(20)));
        slider(page).focus();
        page.keyboard().press("Home");
        assertEquals("step 50, epoch 1.3, 0.2 min", page.locator(".where").innerText());
        assertEquals("training 0.53 validation 0.535", legend(page, 0));
        page.keyboard().press("ArrowRight");
        assertEquals("step 100, epoch 2.6, 0.3 min", slider(page).getAttribute("aria-valuetext"));
        page.keyboard().press("ArrowRight");
        assertEquals("training – validation 63 %", legend(page, 2), "what was not measured has no figure");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Best step"))
                .click();
        assertEquals("15", slider(page).inputValue());
    }

    @Test
    void theMouseShowsTheFiguresUnderIt() {
        final Page page = browser().open(TrainingData.of(Plan.of(20)));
        final var box = page.locator("svg.chart").first().boundingBox();
        page.mouse().move(box.x + box.width - 3, box.y + box.height / 2);
        assertEquals("19", slider(page).inputValue());
    }

    @Test
    void valuesThatWereNotMeasuredLeaveAGap() {
        final Page page = browser().open(TrainingData.of(Plan.of(20)));
        assertEquals(
                2, page.locator("svg.chart").nth(2).locator("polyline.before").count());
        assertEquals(
                1, page.locator("svg.chart").nth(2).locator("polyline.desired").count());
    }

    @Test
    void theAxesCanBeChanged() {
        final Page page = browser().open(TrainingData.of(Plan.of(20)));
        final Locator chart = page.locator("svg.chart").first();
        assertTrue(chart.textContent().contains("training steps"));
        final String logarithmic = chart.locator("polyline").first().getAttribute("points");
        page.getByLabel("logarithmic losses").uncheck();
        assertTrue(!logarithmic.equals(chart.locator("polyline").first().getAttribute("points")));
        page.getByLabel("Horizontal axis").selectOption("minutes");
        assertTrue(chart.textContent().contains("minutes"));
        assertEquals("15", slider(page).inputValue());
    }

    @Test
    void countsWhichClassesAreTakenForWhich() {
        final Page page = browser().open(TrainingData.of(Plan.of(20)));
        showTab(page, "Validation");
        assertEquals(10, page.locator(".matrix .hit").count());
        assertEquals("49", page.locator(".matrix .hit").first().innerText());
        assertEquals(
                "1 image of Class 0 taken for Class 1, 2.0 % of the class",
                page.locator(".matrix .miss").first().getAttribute("title"));
        page.getByLabel("Cells show").selectOption("share of the true class");
        assertEquals("98\u202f%", page.locator(".matrix .hit").first().innerText());
        assertTrue(page.locator(".mistakes li").first().innerText().startsWith("Class 3 taken for Class 4"));
        final int mistakes = 1 + 8 + 4 + 11 + 7 + 3 + 10 + 6 + 2 + 9;
        assertTrue(page.locator(".summary")
                .innerText()
                .replaceAll("\\s+", " ")
                .contains(Math.round(100 - mistakes / 5.0) + " % validation accuracy"));
    }

    @Test
    void showsWhetherProbabilitiesMeanWhatTheySay() {
        final Page page = browser().open(TrainingData.of(Plan.of(20)));
        showTab(page, "Validation");
        assertEquals(11, page.locator(".diagram circle.before").count());
        final String legend = page.locator(".reliability .legend").innerText().replaceAll("\\s+", " ");
        assertTrue(legend.contains("before calibration: calibration error 12 %"), legend);
        assertTrue(legend.matches(".*after calibration: calibration error 1\\.\\d %"), legend);
        assertTrue(page.locator(".reliability").innerText().contains("temperature 1.32"));
    }

    @Test
    void saysThatNothingWasKeptOut() {
        final Page page = browser().open(TrainingData.of(Plan.of(20).withValidationRows(0)));
        assertEquals(1, page.locator("svg.chart").first().locator("polyline").count());
        showTab(page, "Validation");
        assertTrue(page.locator("#panel-validation").innerText().contains("No images were kept out"));
    }

    @Test
    void showsPreviewsOfEachClass() {
        final Page page = browser().open(TrainingData.of(Plan.of(20)));
        showTab(page, "Previews");
        assertEquals(10, page.locator(".samples section").count());
        page.waitForFunction(
                "() => [...document.querySelectorAll('.sample canvas')].slice(0, 4).every(c => c.width > 1)");
        browser().screenshot(page, "learner-previews");
    }

    @Test
    void missingPreviewsAreShownAsMissing() {
        final Page page = browser().open(TrainingData.of(Plan.of(20).withGaps(Gaps.EVERY_SEVENTH)));
        showTab(page, "Previews");
        page.waitForSelector(".noimage");
        assertEquals(5, page.locator(".sample.unknown").count());
        page.locator(".sample.unknown").first().click();
        assertEquals("true", page.locator(".sample.unknown").first().getAttribute("aria-selected"));
        assertTrue(page.locator("#panel-previews").innerText().matches("(?s)(?!.*\\b(null|undefined|NaN)\\b).*"));
        browser().screenshot(page, "learner-missing-previews");
    }

    @Test
    void largePreviewsGetMoreRoom() {
        final Page page = browser().open(TrainingData.of(Plan.of(20).withSide(128)));
        showTab(page, "Previews");
        final Locator preview = page.locator(".sample canvas").first();
        page.waitForFunction("() => document.querySelector('.sample canvas').width > 1");
        assertEquals(128, preview.boundingBox().width, 0.5, "a whole multiple of its pixels");
        assertTrue((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
        browser().screenshot(page, "learner-large-previews");
    }

    @ParameterizedTest
    @CsvSource({"2, 4", "100, 5"})
    void showsPreviewsOfFewAndManyClasses(final int classes, final int perClass) {
        final Page page = browser()
                .open(TrainingData.of(
                        Plan.of(20).withClasses(ViewData.names(classes)).withPreviews(perClass)));
        showTab(page, "Previews");
        assertEquals(classes, page.locator(".samples section").count());
        assertEquals(classes * perClass, page.locator(".sample").count());
        page.locator(".sample").first().focus();
        page.keyboard().press("End");
        page.waitForFunction("() => [...document.querySelectorAll('.sample canvas')].at(-1).width > 1");
        assertTrue((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    @Test
    void saysThatThereAreNoPreviews() {
        final Page page = browser().open(TrainingData.of(Plan.of(20).withPreviews(0)));
        showTab(page, "Previews");
        assertTrue(page.locator("#panel-previews").innerText().contains("made no previews"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void showsFewAndManyClasses(final int classes) {
        final Page page = browser().open(TrainingData.of(Plan.of(20).withClasses(ViewData.names(classes))));
        showTab(page, "Validation");
        assertEquals(classes, page.locator(".matrix .hit").count());
        assertTrue(
                (boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"),
                "only the matrix scrolls sideways");
        browser().screenshot(page, "learner-" + classes + "-classes");
    }

    @Test
    void takesAnyNameAsTextInANarrowWindow() {
        final List<String> names =
                List.of("Größe ✓ 靴", "<b>&\"'</script>", "a ".repeat(60).trim());
        final Page page = browser().open(TrainingData.of(Plan.of(30).withClasses(names)), 600, 760, ColorScheme.LIGHT);
        browser().screenshot(page, "learner-narrow");
        for (final String tab : List.of("Curves", "Validation", "Previews", "Model card")) {
            showTab(page, tab);
            assertTrue((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), tab);
        }
        showTab(page, "Validation");
        assertEquals(names.get(1), page.locator(".matrix tbody th").nth(1).getAttribute("title"));
        browser().screenshot(page, "learner-narrow-validation");
    }

    @Test
    void worksWithTheKeyboardAlone() {
        final Page page = browser().open(TrainingData.of(Plan.of(20)));
        page.locator("#tab-curves").focus();
        for (final String tab : List.of("validation", "previews", "card", "curves")) {
            page.keyboard().press("ArrowRight");
            assertEquals("tab-" + tab, page.evaluate("document.activeElement.id"));
            assertTrue(page.locator("#panel-" + tab).isVisible());
        }
        page.keyboard().press("Tab");
        assertEquals("SELECT", page.evaluate("document.activeElement.tagName"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void textStandsOutFromItsBackground(final String scheme) {
        final Page page = browser().open(TrainingData.of(Plan.of(60)), 1280, 860, ColorScheme.valueOf(scheme));
        for (final String tab : List.of("Curves", "Validation", "Previews", "Model card")) {
            showTab(page, tab);
            assertEquals(List.of(), page.evaluate(Browser.resource("contrast.js")), tab);
            browser().screenshot(page, "learner-" + tab.toLowerCase().replace(' ', '-') + "-" + scheme.toLowerCase());
        }
    }

    @Test
    void everyPictureAndControlHasAName() {
        final Page page = browser().open(TrainingData.of(Plan.of(20)));
        for (final Locator control : page.locator("svg, button, select, input, [role=option], [role=region]")
                .all()) {
            final String name = (String) control.evaluate("e => (e.getAttribute('aria-label') || e.innerText"
                    + " || e.closest('label')?.innerText || '').trim()");
            assertTrue(!name.isEmpty(), (String) control.evaluate("e => e.outerHTML"));
        }
    }
}
