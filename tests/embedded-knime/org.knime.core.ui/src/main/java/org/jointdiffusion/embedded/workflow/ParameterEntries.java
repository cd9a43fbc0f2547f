package org.jointdiffusion.embedded.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Sets entries of a node's settings from texts; a path of keys leads to entries of nested groups. */
final class ParameterEntries {

    private static final String PRESENT = "_is_present";
    private static final String ARRAY_SIZE = "array-size";

    private ParameterEntries() {}

    /**
     * Sets an entry to the value that a text stands for.
     *
     * @param settings the settings, complete with entries of the right types
     * @param path the key, or the keys of the groups and the key, separated by "/"
     * @param text the value; lists are separated by commas; an optional entry becomes empty with ""
     * @throws InvalidSettingsException if there is no such entry, or the text does not fit its type
     */
    static void set(final NodeSettings settings, final String path, final String text) throws InvalidSettingsException {
        NodeSettings group = settings;
        final String[] keys = path.split("/");
        for (final String key : Arrays.copyOf(keys, keys.length - 1)) {
            if (!isGroup(group, key)) {
                throw unknown(settings, path);
            }
            group = group.getNodeSettings(key);
        }
        final String key = keys[keys.length - 1];
        if (!group.containsKey(key) || isGroup(group, key)) {
            throw unknown(settings, path);
        }
        if (group.containsKey(key + PRESENT)) {
            group.addBoolean(key + PRESENT, !text.isEmpty());
        }
        if (!group.containsKey(key + PRESENT) || !text.isEmpty()) {
            setEntry(group, key, text);
        }
    }

    /** Returns the paths of all entries that can be set. */
    static List<String> paths(final NodeSettings settings) {
        final List<String> paths = new ArrayList<>();
        for (final String key : settings.keySet()) {
            if (isGroup(settings, key)) {
                paths(group(settings, key)).forEach(path -> paths.add(key + "/" + path));
            } else if (!key.endsWith(PRESENT)) {
                paths.add(key);
            }
        }
        return paths;
    }

    private static void setEntry(final NodeSettings group, final String key, final String text)
            throws InvalidSettingsException {
        try {
            for (final Kind kind : KINDS) {
                if (kind.trySet(group, key, text)) {
                    return;
                }
            }
        } catch (IllegalArgumentException exception) {
            throw new InvalidSettingsException(
                    "The parameter \"" + key + "\" cannot have the value \"" + text + "\": " + exception.getMessage(),
                    exception);
        }
        throw new InvalidSettingsException("The parameter \"" + key + "\" is of a kind that no text can set.");
    }

    private static final List<Kind> KINDS = List.of(
            kind(NodeSettings::getBoolean, (group, key, text) -> group.addBoolean(key, parseBoolean(text))),
            kind(NodeSettings::getInt, (group, key, text) -> group.addInt(key, Integer.parseInt(text))),
            kind(NodeSettings::getLong, (group, key, text) -> group.addLong(key, Long.parseLong(text))),
            kind(NodeSettings::getDouble, (group, key, text) -> group.addDouble(key, Double.parseDouble(text))),
            kind(NodeSettings::getString, (group, key, text) -> group.addString(key, text)),
            kind(NodeSettings::getStringArray, (group, key, text) -> group.addStringArray(key, split(text))));

    private static Kind kind(final Getter getter, final Setter setter) {
        return (group, key, text) -> {
            try {
                getter.get(group, key);
            } catch (InvalidSettingsException exception) {
                return false; // the entry is of another type
            }
            setter.set(group, key, text);
            return true;
        };
    }

    private static boolean parseBoolean(final String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("it is neither true nor false");
        }
        return Boolean.parseBoolean(text);
    }

    private static String[] split(final String text) {
        return text.isEmpty() ? new String[0] : text.split(",");
    }

    private static boolean isGroup(final NodeSettings settings, final String key) {
        return settings.containsKey(key)
                && group(settings, key) != null
                && !group(settings, key).containsKey(ARRAY_SIZE);
    }

    private static NodeSettings group(final NodeSettings settings, final String key) {
        try {
            return settings.getNodeSettings(key);
        } catch (InvalidSettingsException exception) {
            return null; // an entry, not a group
        }
    }

    private static InvalidSettingsException unknown(final NodeSettings settings, final String path) {
        return new InvalidSettingsException("There is no parameter \"" + path + "\". The parameters are: "
                + paths(settings).stream().sorted().collect(Collectors.joining(", ")) + ".");
    }

    @FunctionalInterface
    private interface Kind {
        boolean trySet(NodeSettings group, String key, String text);
    }

    @FunctionalInterface
    private interface Getter {
        Object get(NodeSettings group, String key) throws InvalidSettingsException;
    }

    @FunctionalInterface
    private interface Setter {
        void set(NodeSettings group, String key, String text);
    }
}
