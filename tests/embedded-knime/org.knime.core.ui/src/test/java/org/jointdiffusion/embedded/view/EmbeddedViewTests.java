package org.jointdiffusion.embedded.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jointdiffusion.embedded.Tables;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.DataServiceException;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequirePage;

class EmbeddedViewTests {

    private static final BufferedDataTable TABLE = Tables.ofTexts(new String[] {"text"}, new String[] {"say \"hi\""});

    static final class ViewNode extends DefaultNodeFactory {
        ViewNode(final Function<RequirePage, DefaultView> view) {
            super(DefaultNode.create()
                    .name("View")
                    .icon("icon.png")
                    .shortDescription("A test.")
                    .fullDescription("A test.")
                    .sinceVersion(5, 8, 0)
                    .ports(ports -> {})
                    .model(model -> model.withoutParameters()
                            .configure((in, out) -> {})
                            .execute((in, out) -> out.setInternalData(TABLE)))
                    .addView(required -> view.apply(required.withoutParameters().description("Shows it."))));
        }
    }

    private static EmbeddedView view(final Function<RequirePage, DefaultView> view) {
        return EmbeddedNode.of(new ViewNode(view)).view().orElseThrow();
    }

    private static Page inlinePage(final RequireFromFileOrString required) {
        return required.fromString(() -> "<p>page</p>").relativePath("page.html");
    }

    record Row(String text, double number, int[] counts, Map<String, Boolean> flags) {}

    @Test
    void sendsInitialDataAsJson() {
        final EmbeddedView view = view(required -> required.page(EmbeddedViewTests::inlinePage)
                .initialData(data -> data.data(input -> List.of(new Row(
                        Tables.rows(input.getInternalTables()[0]).get(0),
                        Double.NaN,
                        new int[] {1, 2},
                        Map.of("on", true))))));
        assertEquals(
                "{\"result\":[{\"text\":\"Row0: say \\\"hi\\\"\",\"number\":\"NaN\",\"counts\":[1,2],"
                        + "\"flags\":{\"on\":true}}]}",
                view.initialData(null, TABLE));
    }

    @Test
    void usesTheSerializerOfTheView() {
        final EmbeddedView view = view(required -> required.page(EmbeddedViewTests::inlinePage)
                .initialData(data -> data.data(input -> 7).serializer(number -> "[" + number + "]")));
        assertEquals("{\"result\":[7]}", view.initialData(null));
    }

    @Test
    void tellsTheUsersErrorsFromOthers() {
        final EmbeddedView view = view(required -> required.page(EmbeddedViewTests::inlinePage)
                .initialData(data -> data.data(input -> {
                    throw new DataServiceException("No rows.", "The table is empty.");
                })));
        assertEquals(
                "{\"userError\":{\"message\":\"No rows.\",\"details\":\"The table is empty.\"}}",
                view.initialData(null));
        final EmbeddedView broken = view(required -> required.page(EmbeddedViewTests::inlinePage)
                .initialData(data -> data.data(input -> input.getInternalTables()[0])));
        assertTrue(broken.initialData(null).startsWith("{\"internalError\":{"), broken.initialData(null));
    }

    public static final class Service {
        public String repeat(final String text, final int times) {
            return text.repeat(times);
        }
    }

    @Test
    void callsMethodsOfTheDataService() {
        final EmbeddedView single = view(required -> required.page(EmbeddedViewTests::inlinePage)
                .dataService(service -> service.handler(input -> new Service())));
        assertEquals("{\"result\":\"abab\"}", single.call(null, new PortObject[0], "repeat", "ab", 2));
        final EmbeddedView named = view(required -> required.page(EmbeddedViewTests::inlinePage)
                .dataService(service -> service.addHandler("texts", input -> new Service())));
        assertEquals("{\"result\":\"a\"}", named.call(null, new PortObject[0], "texts.repeat", "a", 1));
        assertTrue(named.call(null, new PortObject[0], "repeat", "a", 1).startsWith("{\"internalError\""));
    }

    @Test
    void servesAPageFromText() throws IOException {
        final Page page =
                view(required -> required.page(EmbeddedViewTests::inlinePage)).page();
        assertEquals("page.html", page.getRelativePath());
        assertEquals("<p>page</p>", new String(page.getInputStream().readAllBytes(), UTF_8));
    }

    @Test
    void servesAPageFromTheFilesOfAProject() throws IOException {
        final Page page = view(required -> required.page(source -> source.fromFile()
                        .bundleClass(EmbeddedViewTests.class)
                        .basePath("test-view")
                        .relativeFilePath("page.html")
                        .addResourceDirectory("assets")))
                .page();
        assertEquals("<script src=\"assets/script.js\"></script>", read(page).strip());
        assertEquals(
                "show();",
                new String(
                                page.getResource("assets/script.js")
                                        .orElseThrow()
                                        .getInputStream()
                                        .readAllBytes(),
                                UTF_8)
                        .strip());
    }

    private static String read(final Page page) throws IOException {
        return new String(page.getInputStream().readAllBytes(), UTF_8);
    }

    @Test
    void saysWhichFolderOfAPageIsMissing() {
        final IllegalStateException exception = assertThrows(
                IllegalStateException.class,
                () -> view(required -> required.page(source -> source.fromFile()
                        .bundleClass(EmbeddedViewTests.class)
                        .basePath("no-such-view")
                        .relativeFilePath("page.html"))));
        assertTrue(exception.getMessage().contains("no-such-view"), exception.getMessage());
    }

    @Test
    void refusesASecondView() {
        assertThrows(UnsupportedOperationException.class, () -> DefaultNode.create()
                .name("Two views")
                .icon("icon.png")
                .shortDescription("A test.")
                .fullDescription("A test.")
                .sinceVersion(5, 8, 0)
                .ports(ports -> {})
                .model(model ->
                        model.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {}))
                .addView(v -> v.withoutParameters().description("").page(EmbeddedViewTests::inlinePage))
                .addView(v -> v.withoutParameters().description("").page(EmbeddedViewTests::inlinePage)));
    }
}
