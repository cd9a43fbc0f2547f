package org.knime.node;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jointdiffusion.embedded.view.EmbeddedView;
import org.jointdiffusion.embedded.view.Json;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.InitialDataService.Serializer;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** The view of a node: a page and the data that it asks for. */
public final class DefaultView implements FluentNodeAPI {

    private final Class<? extends NodeParameters> m_parametersClass;
    private final String m_description;
    private final Page m_page;
    private Function<RequireInitialData, ? extends DefaultInitialData<?>> m_initialData;
    private Function<RequireDataService, DefaultDataService> m_dataService;

    private DefaultView(
            final Class<? extends NodeParameters> parametersClass, final String description, final Page page) {
        m_parametersClass = parametersClass;
        m_description = description;
        m_page = page;
    }

    static RequireViewParameters create() {
        return parametersClass ->
                description -> page -> new DefaultView(parametersClass, description, page.apply(Page.create()));
    }

    /** Sets the data that the page starts with. */
    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        m_initialData = initialData;
        return this;
    }

    /** Sets the object whose methods the page can call. */
    public DefaultView dataService(final Function<RequireDataService, DefaultDataService> dataService) {
        m_dataService = dataService;
        return this;
    }

    EmbeddedView toEmbeddedView() {
        final Optional<DefaultInitialData<?>> data =
                Optional.ofNullable(m_initialData).map(initial -> initial.apply(new InitialDataStart()));
        final Optional<DefaultDataService> service =
                Optional.ofNullable(m_dataService).map(required -> required.apply(new HandlerStart()));
        return new EmbeddedView(
                Optional.ofNullable(m_parametersClass),
                m_description,
                m_page,
                data.map(initial -> (parameters, objects) -> initial.toText(new Input(parameters, objects))),
                (parameters, objects) -> service.map(s -> s.handlers(new Input(parameters, objects)))
                        .orElse(Map.of()));
    }

    private record Input(NodeParameters parameters, PortObject[] objects) implements ViewInput {

        @SuppressWarnings("unchecked")
        @Override
        public <S extends NodeParameters> S getParameters() {
            return (S) parameters;
        }

        @Override
        public PortObject[] getInternalPortObjects() {
            return objects;
        }
    }

    private static final class InitialDataStart implements RequireInitialData {

        @Override
        public <D> DefaultInitialData<D> data(final Function<ViewInput, D> data) {
            return new DefaultInitialData<>(data);
        }
    }

    private static final class HandlerStart implements RequireDataService {

        @Override
        public SingleHandlerDataService handler(final Function<ViewInput, Object> handler) {
            return new SingleHandlerDataService(handler);
        }

        @Override
        public MultipleNamedHandlersDataService addHandler(
                final String name, final Function<ViewInput, Object> handler) {
            return new MultipleNamedHandlersDataService().addHandler(name, handler);
        }
    }

    /**
     * Data that the page starts with.
     *
     * @param <D> the type of the data
     */
    public static final class DefaultInitialData<D> implements FluentNodeAPI {

        private final Function<ViewInput, D> m_data;
        private Serializer<D> m_serializer = Json::write;

        private DefaultInitialData(final Function<ViewInput, D> data) {
            m_data = data;
        }

        /** Sets how the data becomes text, instead of JSON. */
        public DefaultInitialData<D> serializer(final Serializer<D> serializer) {
            m_serializer = serializer;
            return this;
        }

        private String toText(final ViewInput input) throws IOException {
            return m_serializer.serialize(m_data.apply(input));
        }
    }

    /** Objects whose methods the page can call. */
    public abstract static class DefaultDataService implements FluentNodeAPI {

        abstract Map<String, Object> handlers(ViewInput input);
    }

    /** One object whose methods the page can call. */
    public static final class SingleHandlerDataService extends DefaultDataService {

        private final Function<ViewInput, Object> m_handler;

        private SingleHandlerDataService(final Function<ViewInput, Object> handler) {
            m_handler = handler;
        }

        @Override
        Map<String, Object> handlers(final ViewInput input) {
            return Map.of("", m_handler.apply(input));
        }
    }

    /** Several objects whose methods the page can call, each under a name. */
    public static final class MultipleNamedHandlersDataService extends DefaultDataService
            implements AllowAddingNamedHandler {

        private final Map<String, Function<ViewInput, Object>> m_handlers = new LinkedHashMap<>();

        private MultipleNamedHandlersDataService() {}

        @Override
        public MultipleNamedHandlersDataService addHandler(
                final String name, final Function<ViewInput, Object> handler) {
            m_handlers.put(name, handler);
            return this;
        }

        @Override
        Map<String, Object> handlers(final ViewInput input) {
            final Map<String, Object> handlers = new LinkedHashMap<>();
            m_handlers.forEach((name, handler) -> handlers.put(name, handler.apply(input)));
            return handlers;
        }
    }

    /** Asks for the view's settings. */
    public interface RequireViewParameters {

        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Asks for the description. */
    public interface RequireDescription {
        RequirePage description(String description);
    }

    /** Asks for the page. */
    public interface RequirePage {
        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** Asks for the data that the page starts with. */
    public interface RequireInitialData {
        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /** Asks for one object whose methods the page can call, or for several. */
    public interface RequireDataService extends AllowAddingNamedHandler {
        SingleHandlerDataService handler(Function<ViewInput, Object> handler);
    }

    /** Takes objects whose methods the page can call. */
    public interface AllowAddingNamedHandler {
        MultipleNamedHandlersDataService addHandler(String name, Function<ViewInput, Object> handler);
    }

    /** What a view reads. */
    public interface ViewInput {

        <S extends NodeParameters> S getParameters();

        PortObject[] getInternalPortObjects();

        default BufferedDataTable[] getInternalTables() {
            return Arrays.stream(getInternalPortObjects())
                    .map(BufferedDataTable.class::cast)
                    .toArray(BufferedDataTable[]::new);
        }
    }
}
