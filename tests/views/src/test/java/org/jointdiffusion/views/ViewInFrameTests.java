package org.jointdiffusion.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.views.ViewData.Plan;
import org.junit.jupiter.api.Test;

/** The views in a frame that answers as KNIME does. */
final class ViewInFrameTests extends BrowserTestBase {

    private static final String HOST = "http://view.test/";

    /** KNIME's client, which the build fetches where it finds npm. */
    private static final Path KNIME_CLIENT = Browser.FOLDER.resolve("common/knime/index.js");

    private static final String EXPLAINER = "explainer.html";

    private enum Client {
        KNIME,
        OURS
    }

    /** Opens the host page; {@code answers} are the node's, by the name of the file that the host asks for. */
    private static Page open(final Client client, final String view, final Map<String, String> answers) {
        final Page page = browser().page(1240, 800, ColorScheme.LIGHT);
        page.route(HOST + "**", route -> answer(route, client, answers));
        page.navigate(HOST + "host.html?" + view);
        return page;
    }

    private static void answer(final Route route, final Client client, final Map<String, String> answers) {
        final String path = route.request().url().substring(HOST.length()).replaceAll("\\?.*", "");
        final Route.FulfillOptions response = new Route.FulfillOptions();
        if (answers.containsKey(path)) {
            route.fulfill(response.setContentType("application/json").setBody(answers.get(path)));
        } else if (path.equals("host.html")) {
            route.fulfill(response.setContentType("text/html").setBody(Browser.resource(path)));
        } else if (Files.exists(Browser.FOLDER.resolve(path)) && !(client == Client.OURS && path.contains("/knime/"))) {
            route.fulfill(response.setContentType(
                            path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html")
                    .setBody(Browser.read(path)));
        } else {
            route.fulfill(response.setStatus(404));
        }
    }

    private static Map<String, String> answers(final ViewData data) {
        return Map.of(
                "initial.json", "{\"result\":" + browser().json(data.initial()) + "}",
                "details.json", "{\"result\":" + browser().json(data.details()) + "}",
                "atlas.json", "{\"result\":" + browser().json(data.atlas()) + "}");
    }

    private static Frame view(final Page page) {
        final Frame frame = page.frames().get(1);
        frame.waitForSelector("main:not([aria-busy])");
        return frame;
    }

    private static void asksTheNode(final Client client) {
        final Page page = open(client, EXPLAINER, answers(ViewData.of(Plan.of(20))));
        final Frame view = view(page);
        view.waitForSelector(".detail .trio");
        assertEquals("Row0", view.locator(".detail h2").innerText());
        view.waitForFunction("() => [...document.querySelectorAll('.card canvas')].every(c => c.width > 1)");
        view.locator("#tab-atlas").click();
        view.waitForSelector(".matrix");
        assertEquals(1, page.evaluate("ready"));
        assertEquals(List.of("initial_data", "data", "data"), page.evaluate("calls.map(call => call.serviceType)"));
        assertEquals(
                List.of("details", List.of(0, 24)),
                page.evaluate("[calls[1].request.method, calls[1].request.params]"));
        assertEquals("atlas", page.evaluate("calls[2].request.method"));
        assertEquals("root:7", page.evaluate("calls[2].nodeId"));
        assertEquals(
                List.of(),
                browser().complaints().stream()
                        .filter(complaint -> client == Client.KNIME || !complaint.contains("404"))
                        .toList());
    }

    @Test
    void asksTheNodeThroughOurOwnClient() {
        asksTheNode(Client.OURS);
    }

    @Test
    void asksTheNodeThroughKnimesClient() {
        assumeTrue(
                Files.exists(KNIME_CLIENT), "The bundle was built without KNIME's client, because npm was not found.");
        asksTheNode(Client.KNIME);
    }

    private static Frame filled(final ViewContent data, final Object initial, final Object details) {
        final Page page = open(
                Client.OURS,
                data.page(),
                Map.of(
                        "initial.json", "{\"result\":" + browser().json(initial) + "}",
                        "details.json", "{\"result\":" + browser().json(details) + "}"));
        return view(page);
    }

    @Test
    void theSamplerAsksTheNode() {
        final SampleData data = SampleData.of(SampleData.Plan.of(20));
        final Frame view = filled(data, data.initial(), data.details());
        view.waitForSelector(".detail canvas");
        view.waitForFunction("() => document.querySelector('.sample canvas').width > 1");
        assertEquals(20, view.locator(".sample").count());
    }

    @Test
    void theLearnerAsksTheNode() {
        final TrainingData data = TrainingData.of(TrainingData.Plan.of(20));
        final Frame view = filled(data, data.initial(), data.details());
        assertEquals(4, view.locator(".charts svg").count());
        view.locator("#tab-previews").click();
        view.waitForFunction("() => document.querySelector('.sample canvas').width > 1");
    }

    @Test
    void theModelReaderAsksTheNode() {
        final ModelData data = ModelData.of(ViewData.names(10), 4, 28);
        final Frame view = filled(data, data.initial(), data.details());
        view.waitForFunction("() => [...document.querySelectorAll('.frame canvas')].every(c => c.width > 1)");
        assertEquals(40, view.locator(".frame canvas").count());
    }

    @Test
    void showsTheNodesMessageWhenItHasNoData() {
        final Page page = open(
                Client.OURS,
                EXPLAINER,
                Map.of("initial.json", "{\"userError\":{\"message\":\"Reset it and execute it again.\"}}"));
        assertEquals(
                "Reset it and execute it again.",
                view(page).locator("[role=alert]").innerText());
    }

    @Test
    void showsTheMessageWhenImagesCannotBeRead() {
        final Page page = open(
                Client.OURS,
                EXPLAINER,
                Map.of(
                        "initial.json",
                        answers(ViewData.of(Plan.of(3))).get("initial.json"),
                        "details.json",
                        "{\"error\":{\"code\":-32001,\"message\":\"The table is gone.\"}}"));
        final Frame view = view(page);
        view.waitForSelector(".detail [role=alert]");
        assertEquals("The table is gone.", view.locator(".detail [role=alert]").innerText());
    }

    @Test
    void outsideOfAnyProgramItSaysWhereItBelongs() {
        final Page page = browser().page(800, 600, ColorScheme.LIGHT);
        page.route(HOST + "**", route -> answer(route, Client.OURS, Map.of()));
        page.navigate(HOST + "explainer.html");
        page.waitForSelector("[role=alert]");
        assertTrue(page.locator("[role=alert]").innerText().contains("view of that node"));
    }
}
