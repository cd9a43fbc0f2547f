package org.jointdiffusion.runtime.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON object with typed access; what is missing or of another type is reported with its name.
 *
 * @param what names the object in messages
 * @param members its values: {@code Map}, {@code List}, {@code String}, {@code Long} or {@code Double}
 */
record JsonObject(String what, Map<String, Object> members) {

    /** Refuses any key that is not one of these. */
    void allowOnly(final Set<String> keys) throws ModelFormatException {
        for (final String key : members.keySet()) {
            if (!keys.contains(key)) {
                throw ModelFormatException.damaged("its " + what + " has the unknown entry \"" + key + "\"");
            }
        }
    }

    /** A text entry. */
    String text(final String key) throws ModelFormatException {
        return entry(key, String.class, "text");
    }

    /** A whole number of the range of {@code int}. */
    int integer(final String key) throws ModelFormatException {
        return integer(key, entry(key, Long.class, "whole number"));
    }

    /** A number. */
    double number(final String key) throws ModelFormatException {
        return entry(key, Number.class, "number").doubleValue();
    }

    /** An object within this one. */
    JsonObject object(final String key) throws ModelFormatException {
        final Map<String, Object> copy = new LinkedHashMap<>();
        final Map<?, ?> object = entry(key, Map.class, "object");
        object.forEach((name, value) -> copy.put((String) name, value));
        return new JsonObject(key, copy);
    }

    /** A list of texts. */
    List<String> texts(final String key) throws ModelFormatException {
        return list(key, String.class, "texts");
    }

    /** A list of numbers. */
    List<Double> numbers(final String key) throws ModelFormatException {
        return list(key, Number.class, "numbers").stream()
                .map(Number::doubleValue)
                .toList();
    }

    /** A list of whole numbers of the range of {@code long}. */
    List<Long> longs(final String key) throws ModelFormatException {
        return list(key, Long.class, "whole numbers");
    }

    /** A list of whole numbers of the range of {@code int}. */
    List<Integer> integers(final String key) throws ModelFormatException {
        final List<Integer> integers = new ArrayList<>();
        for (final long value : longs(key)) {
            integers.add(integer(key, value));
        }
        return integers;
    }

    private int integer(final String key, final long value) throws ModelFormatException {
        if (value != (int) value) {
            throw ModelFormatException.damaged("the number \"" + key + "\" of its " + what + " is out of range");
        }
        return (int) value;
    }

    private <T> List<T> list(final String key, final Class<T> type, final String kind) throws ModelFormatException {
        final List<T> list = new ArrayList<>();
        for (final Object element : entry(key, List.class, "list")) {
            if (!type.isInstance(element)) {
                throw ModelFormatException.damaged("\"" + key + "\" of its " + what + " is not a list of " + kind);
            }
            list.add(type.cast(element));
        }
        return list;
    }

    private <T> T entry(final String key, final Class<T> type, final String kind) throws ModelFormatException {
        final Object value = members.get(key);
        if (!type.isInstance(value)) {
            throw ModelFormatException.damaged("its " + what + " has no " + kind + " \"" + key + "\"");
        }
        return type.cast(value);
    }
}
