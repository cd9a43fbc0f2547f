package org.jointdiffusion.views;

import static org.jointdiffusion.views.ExplainerPage.button;
import static org.jointdiffusion.views.ExplainerPage.waitForPictures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Takes the pictures of docs/nodes.md and docs/explaining.md from the results of ./run, whose folder
 * {@code -Dpictures.of} names.
 */
@EnabledIfSystemProperty(named = "pictures.of", matches = ".+")
final class DocumentationPictureTests extends BrowserTestBase {

    private static final Path PICTURES = Path.of(System.getProperty("project.root"), "docs/views");

    @AfterEach
    void hasNothingToComplainAbout() {
        assertEquals(List.of(), browser().complaints());
    }

    @ParameterizedTest
    @CsvSource({"training, learner", "samples, sampler", "model, model"})
    void isTakenFromTheResults(final String file, final String picture) {
        take(open(file, 1280, 800, ColorScheme.LIGHT), picture);
    }

    @Test
    void anExplanationIsTakenFromTheResults() {
        final Page page = explanations(1280, 930, ColorScheme.LIGHT);
        take(page, "explainer");
        page.waitForDownload(() -> button(page, "Save picture").click()).saveAs(PICTURES.resolve("picture.png"));
    }

    @Test
    void anExplanationThatNobodyElseSharesIsTakenFromTheResults() {
        final Page page = explanations(1280, 930, ColorScheme.LIGHT);
        assumeTrue(page.locator("[data-badge=adversarial]").count() > 0, "No row is adversarial.");
        page.locator("[data-badge=adversarial]").click();
        page.locator(".card").first().click();
        waitForPictures(page);
        take(page, "adversarial");
    }

    @Test
    void theAtlasIsTakenFromTheResults() {
        final Page page = explanations(1280, 1180, ColorScheme.LIGHT);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Atlas"))
                .click();
        page.waitForSelector(".matrix .cell");
        take(page, "atlas");
    }

    @Test
    void darkAndNarrowPagesAreTakenFromTheResults() {
        take(explanations(1280, 930, ColorScheme.DARK), "gallery-dark");
        take(explanations(600, 800, ColorScheme.LIGHT), "narrow");
    }

    private static Page explanations(final int width, final int height, final ColorScheme scheme) {
        final Page page = open("counterfactuals", width, height, scheme);
        waitForPictures(page);
        return page;
    }

    private static Page open(final String file, final int width, final int height, final ColorScheme scheme) {
        final Path view = Path.of(System.getProperty("pictures.of"), file + ".html");
        assumeTrue(Files.exists(view), "There is no " + view + ", so its picture stays as it is.");
        final Page page = browser().page(width, height, scheme);
        page.navigate(view.toUri().toString());
        page.waitForSelector("main:not([aria-busy])");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    private static void take(final Page page, final String picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")));
    }
}
