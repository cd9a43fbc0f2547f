package org.jointdiffusion.embedded.view;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes view data as JSON: what KNIME's Jackson makes of records, maps, collections, arrays and plain values. */
public final class Json {

    private Json() {}

    /** Returns a value as JSON; throws an {@link IllegalArgumentException} for other kinds of objects. */
    public static String write(final Object value) {
        if (value == null || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Number number) {
            // Jackson writes what JSON has no number for as text
            return Double.isFinite(number.doubleValue()) ? number.toString() : quote(number.toString());
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return quote(value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return quote(constant.name());
        }
        if (value instanceof byte[] bytes) {
            return quote(Base64.getEncoder().encodeToString(bytes));
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof Iterable<?> values) {
            return array(StreamSupport.stream(values.spliterator(), false).toList());
        }
        if (value.getClass().isArray()) {
            final List<Object> values = new ArrayList<>();
            for (int index = 0; index < Array.getLength(value); index++) {
                values.add(Array.get(value, index));
            }
            return array(values);
        }
        if (value instanceof Record) {
            return object(components((Record) value));
        }
        throw new IllegalArgumentException(
                "The embedded host cannot write " + value.getClass().getName()
                        + " as JSON. Use records, maps, collections, arrays and plain values, or set a serializer.");
    }

    private static String array(final List<?> values) {
        return values.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
    }

    private static String object(final Map<?, ?> values) {
        return values.entrySet().stream()
                .map(entry -> quote(String.valueOf(entry.getKey())) + ":" + write(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, Object> components(final Record value) {
        final Map<String, Object> values = new LinkedHashMap<>();
        for (final RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.put(component.getName(), component.getAccessor().invoke(value));
            } catch (IllegalAccessException | InvocationTargetException exception) {
                throw new IllegalArgumentException(
                        "The record " + value.getClass().getName() + " has no readable " + component.getName() + ".",
                        exception);
            }
        }
        return values;
    }

    private static String quote(final String text) {
        final StringBuilder quoted = new StringBuilder("\"");
        for (final char character : text.toCharArray()) {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ') {
                quoted.append(String.format("\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
