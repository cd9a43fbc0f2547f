package org.jointdiffusion.embedded.view;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.DataServiceException;
import org.knime.core.webui.page.Page;
import org.knime.node.parameters.NodeParameters;

/**
 * The view of a node: its page, the data it starts with, and the methods it can call.
 *
 * @param parametersClass the class of the view's settings, empty if it has none
 * @param data what gives the page its first data, empty if it has none
 */
public record EmbeddedView(
        Optional<Class<? extends NodeParameters>> parametersClass,
        String description,
        Page page,
        Optional<InitialData> data,
        Handlers handlers) {

    /** Gives the page its first data as text. */
    @FunctionalInterface
    public interface InitialData {
        String get(NodeParameters parameters, PortObject[] internalData) throws IOException;
    }

    /** Gives the objects whose methods the page can call, by name; a single one has the name "". */
    @FunctionalInterface
    public interface Handlers {
        Map<String, Object> get(NodeParameters parameters, PortObject[] internalData);
    }

    /**
     * Returns the page's first data as KNIME sends it.
     *
     * @param parameters the view's settings, null if it has none
     * @param internalData what the node kept for its view
     * @return {@code {"result": ...}}, {@code {"userError": ...}} or {@code {"internalError": ...}}
     */
    public String initialData(final NodeParameters parameters, final PortObject... internalData) {
        return data.map(initial -> answer(() -> initial.get(parameters, internalData)))
                .orElseThrow(() -> new IllegalStateException("The view has no initial data."));
    }

    /**
     * Calls a method of the data service as the page would.
     *
     * @param method the method's name, after "name." of the handler where handlers have names
     * @param arguments the arguments
     * @return {@code {"result": ...}}, {@code {"userError": ...}} or {@code {"internalError": ...}}
     */
    public String call(
            final NodeParameters parameters,
            final PortObject[] internalData,
            final String method,
            final Object... arguments) {
        return answer(() -> {
            final int dot = method.indexOf('.');
            final Object handler = handlers.get(parameters, internalData).get(dot < 0 ? "" : method.substring(0, dot));
            if (handler == null) {
                throw new IllegalArgumentException("The view has no data service for the call " + method + ".");
            }
            return Json.write(invoke(handler, method.substring(dot + 1), arguments));
        });
    }

    private static Object invoke(final Object handler, final String name, final Object... arguments) throws Exception {
        final Method method = Arrays.stream(handler.getClass().getMethods())
                .filter(candidate ->
                        candidate.getName().equals(name) && candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The data service has no public method " + name
                        + " with " + arguments.length + " parameters."));
        method.setAccessible(true);
        try {
            return method.invoke(handler, arguments);
        } catch (InvocationTargetException exception) {
            throw exception.getCause() instanceof Exception cause ? cause : exception;
        }
    }

    private static String answer(final Call call) {
        try {
            return "{\"result\":" + call.get() + "}";
        } catch (DataServiceException exception) {
            return error("userError", exception.getMessage(), exception.getDetails());
        } catch (Exception exception) {
            return error(
                    "internalError",
                    exception.getMessage(),
                    exception.getClass().getName());
        }
    }

    private static String error(final String kind, final String message, final String details) {
        final Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("details", details);
        return Json.write(Map.of(kind, error));
    }

    private interface Call {
        String get() throws Exception;
    }
}
