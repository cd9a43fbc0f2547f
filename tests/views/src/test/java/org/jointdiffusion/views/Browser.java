package org.jointdiffusion.views;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runner.view.StandalonePage;

/** The Chromium of the machine, and pages in it that must not complain. */
final class Browser implements AutoCloseable {

    static final Path FOLDER = Path.of(System.getProperty("project.root"), "bundles/org.jointdiffusion.nodes/web");

    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots"));

    private final Gson m_gson = new GsonBuilder().serializeNulls().create();
    private final Playwright m_playwright;
    private final com.microsoft.playwright.Browser m_browser;
    private final List<String> m_complaints = new ArrayList<>();
    private BrowserContext m_context;

    Browser() {
        m_playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        m_browser = m_playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium")))
                        .setArgs(List.of("--no-sandbox")));
    }

    /** A new empty page. */
    Page page(final int width, final int height, final ColorScheme scheme) {
        if (m_context != null) {
            m_context.close();
        }
        m_complaints.clear();
        m_context = m_browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setAcceptDownloads(true));
        m_context.setDefaultTimeout(15_000);
        final Page page = m_context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                m_complaints.add(message.text());
            }
        });
        page.onPageError(m_complaints::add);
        return page;
    }

    /** Opens the view as ./run saves it: one file with its data, opened as a file. */
    Page open(final ViewContent data, final int width, final int height, final ColorScheme scheme) {
        final Page page = page(width, height, scheme);
        page.navigate(save(data).toUri().toString());
        page.waitForSelector("main:not([aria-busy])");
        return page;
    }

    Page open(final ViewContent data) {
        return open(data, 1280, 800, ColorScheme.LIGHT);
    }

    /** The view with its data as one file. */
    Path save(final ViewContent data) {
        try {
            final Path file = Files.createTempFile("view", ".html");
            file.toFile().deleteOnExit();
            return Files.writeString(file, StandalonePage.of(data.page(), Browser::read, json(data)));
        } catch (final IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    String json(final Object data) {
        return m_gson.toJson(data);
    }

    /** What the pages complained about on the console, errors that nothing caught included. */
    List<String> complaints() {
        return List.copyOf(m_complaints);
    }

    /** Keeps a picture of the page. */
    void screenshot(final Page page, final String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    static String read(final String path) {
        try {
            return Files.readString(FOLDER.resolve(path));
        } catch (final IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The text of a file beside the tests. */
    static String resource(final String name) {
        try (var stream = Browser.class.getResourceAsStream("/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void close() {
        m_playwright.close();
    }
}
