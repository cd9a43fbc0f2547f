package org.jointdiffusion.embedded.settings;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * Stores one plain value under one key, with the entry types that KNIME uses.
 *
 * @param empty what an empty optional stores in place of a value
 */
record LeafPersistence<T>(Loader<T> loader, Saver<T> saver, T empty) {

    private static final Map<Class<?>, LeafPersistence<?>> BY_TYPE = Map.ofEntries(
            entry(int.class, of(NodeSettingsRO::getInt, NodeSettingsWO::addInt, 0)),
            entry(long.class, of(NodeSettingsRO::getLong, NodeSettingsWO::addLong, 0L)),
            entry(double.class, of(NodeSettingsRO::getDouble, NodeSettingsWO::addDouble, 0.0)),
            entry(float.class, of(NodeSettingsRO::getFloat, NodeSettingsWO::addFloat, 0.0f)),
            entry(boolean.class, of(NodeSettingsRO::getBoolean, NodeSettingsWO::addBoolean, false)),
            entry(String.class, of(NodeSettingsRO::getString, NodeSettingsWO::addString, null)),
            entry(int[].class, of(NodeSettingsRO::getIntArray, NodeSettingsWO::addIntArray, new int[0])),
            entry(double[].class, of(NodeSettingsRO::getDoubleArray, NodeSettingsWO::addDoubleArray, new double[0])),
            entry(String[].class, of(NodeSettingsRO::getStringArray, NodeSettingsWO::addStringArray, new String[0])),
            // the type of fields that only carry a message for the dialog
            entry(Void.class, new LeafPersistence<Void>((settings, key) -> null, (settings, key, value) -> {}, null)));

    private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(
            Integer.class, int.class,
            Long.class, long.class,
            Double.class, double.class,
            Float.class, float.class,
            Boolean.class, boolean.class);

    static LeafPersistence<?> of(final Class<?> type) {
        if (type.isEnum()) {
            return new LeafPersistence<Enum<?>>(
                    (settings, key) -> constant(type, settings.getString(key), key),
                    (settings, key, value) -> settings.addString(key, value == null ? null : value.name()),
                    null);
        }
        final LeafPersistence<?> known = BY_TYPE.get(PRIMITIVES.getOrDefault(type, type));
        if (known == null) {
            throw new IllegalArgumentException("The embedded host cannot store fields of the type " + type.getName()
                    + "; give the field a @Persistor or extend LeafPersistence.");
        }
        return known;
    }

    Object load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
        return loader.load(settings, key);
    }

    @SuppressWarnings("unchecked")
    void save(final NodeSettingsWO settings, final String key, final Object value) {
        saver.save(settings, key, (T) value);
    }

    void saveEmpty(final NodeSettingsWO settings, final String key) {
        saver.save(settings, key, empty);
    }

    private static <T> LeafPersistence<T> of(final Loader<T> loader, final Saver<T> saver, final T empty) {
        return new LeafPersistence<>(loader, saver, empty);
    }

    private static Enum<?> constant(final Class<?> type, final String name, final String key)
            throws InvalidSettingsException {
        for (final Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return (Enum<?>) constant;
            }
        }
        throw new InvalidSettingsException("The setting \"" + key + "\" has the value \"" + name
                + "\", which is none of " + Arrays.toString(type.getEnumConstants()) + ".");
    }

    @FunctionalInterface
    interface Loader<T> {
        T load(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    @FunctionalInterface
    interface Saver<T> {
        void save(NodeSettingsWO settings, String key, T value);
    }
}
