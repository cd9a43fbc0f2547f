package org.jointdiffusion.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes the pictures of docs/nodes.md from the results of ./run, whose folder {@code -Dpictures.of} names. */
@EnabledIfSystemProperty(named = "pictures.of", matches = ".+")
final class DocumentationPictureTests extends BrowserTestBase {

    private static final Path PICTURES = Path.of(System.getProperty("project.root"), "docs/views");

    @ParameterizedTest
    @CsvSource({"training, learner", "samples, sampler", "model, model"})
    void isTakenFromTheResults(final String file, final String picture) {
        final Path view = Path.of(System.getProperty("pictures.of"), file + ".html");
        assumeTrue(Files.exists(view), "There is no " + view + ", so its picture stays as it is.");
        final Page page = browser().page(1280, 800, ColorScheme.LIGHT);
        page.navigate(view.toUri().toString());
        page.waitForSelector("main:not([aria-busy])");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")));
        assertEquals(List.of(), browser().complaints());
    }
}
