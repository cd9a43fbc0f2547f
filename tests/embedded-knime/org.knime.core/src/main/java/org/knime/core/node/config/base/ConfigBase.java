package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.knime.core.node.InvalidSettingsException;

/** Named entries in the order in which they were added. Arrays are configurations with an entry "array-size". */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {
    private static final long serialVersionUID = 1L;

    private static final String ARRAY_SIZE = "array-size";

    private final Map<String, AbstractConfigEntry> m_entries = new LinkedHashMap<>();

    /** Creates an empty configuration. */
    public ConfigBase(final String key) {
        super(ConfigEntries.config, key);
    }

    /** Returns a new, empty configuration of the same class. */
    public abstract ConfigBase getInstance(String key);

    /** Adds an entry; one with the same key is replaced. */
    public void addEntry(final AbstractConfigEntry entry) {
        m_entries.put(entry.getKey(), entry);
    }

    /** Returns the entry with the key, or {@code null}. */
    public AbstractConfigEntry getEntry(final String key) {
        return m_entries.get(key);
    }

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final ConfigBase config = getInstance(key);
        addEntry(config);
        return config;
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        if (getEntry(key) instanceof ConfigBase config) {
            return config;
        }
        throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
    }

    @Override
    public boolean containsKey(final String key) {
        return m_entries.containsKey(key);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(m_entries.keySet());
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public void copyTo(final ConfigBaseWO target) {
        for (final AbstractConfigEntry entry : m_entries.values()) {
            if (entry instanceof ConfigBase config) {
                config.copyTo(target.addConfigBase(entry.getKey()));
            } else {
                ((ConfigBase) target).addEntry(entry);
            }
        }
    }

    @Override
    public final void saveToXML(final OutputStream output) throws IOException {
        XMLConfig.save(this, output);
    }

    /** Reads KNIME's XML format into this configuration and closes the stream. */
    public void load(final InputStream input) throws IOException {
        XMLConfig.read(this, input);
    }

    @Override
    public final boolean isLeaf() {
        return false;
    }

    @Override
    public final String toStringValue() {
        return m_entries.values().toString();
    }

    private void add(final ConfigEntries type, final String key, final Object value) {
        addEntry(type.create(key, value == null ? null : value.toString()));
    }

    private void addArray(final ConfigEntries type, final String key, final Object values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, Array.getLength(values));
            for (int i = 0; i < Array.getLength(values); i++) {
                array.add(type, Integer.toString(i), Array.get(values, i));
            }
        }
    }

    private <T> T get(final ConfigEntries type, final String key, final Function<String, T> parser)
            throws InvalidSettingsException {
        final AbstractConfigEntry entry = m_entries.get(key);
        if (entry == null || entry.getType() != type) {
            throw new InvalidSettingsException("Setting \"" + key + "\" (" + type + ") not found.");
        }
        try {
            return parser.apply(entry.toStringValue());
        } catch (final NumberFormatException exception) {
            throw new InvalidSettingsException(
                    "Setting \"" + key + "\" (" + type + ") has no valid value: " + entry.toStringValue(), exception);
        }
    }

    private <T> T getArray(
            final ConfigEntries type, final String key, final Class<?> element, final Function<String, ?> parser)
            throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        if (!array.containsKey(ARRAY_SIZE)) {
            return null;
        }
        final int size = array.getInt(ARRAY_SIZE);
        if (size < 0 || size > array.m_entries.size()) {
            throw new InvalidSettingsException("The array \"" + key + "\" has no valid size: " + size);
        }
        final Object values = Array.newInstance(element, size);
        for (int i = 0; i < size; i++) {
            Array.set(values, i, array.get(type, Integer.toString(i), parser));
        }
        @SuppressWarnings("unchecked")
        final T result = (T) values;
        return result;
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        add(ConfigEntries.xboolean, key, value);
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xboolean, key, Boolean::parseBoolean);
    }

    @Override
    public boolean getBoolean(final String key, final boolean defaultValue) {
        try {
            return getBoolean(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        addArray(ConfigEntries.xboolean, key, values);
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        return getArray(ConfigEntries.xboolean, key, boolean.class, Boolean::parseBoolean);
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... defaultValue) {
        try {
            return getBooleanArray(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }

    @Override
    public void addInt(final String key, final int value) {
        add(ConfigEntries.xint, key, value);
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xint, key, Integer::parseInt);
    }

    @Override
    public int getInt(final String key, final int defaultValue) {
        try {
            return getInt(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        addArray(ConfigEntries.xint, key, values);
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        return getArray(ConfigEntries.xint, key, int.class, Integer::parseInt);
    }

    @Override
    public int[] getIntArray(final String key, final int... defaultValue) {
        try {
            return getIntArray(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }

    @Override
    public void addLong(final String key, final long value) {
        add(ConfigEntries.xlong, key, value);
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xlong, key, Long::parseLong);
    }

    @Override
    public long getLong(final String key, final long defaultValue) {
        try {
            return getLong(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        addArray(ConfigEntries.xlong, key, values);
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        return getArray(ConfigEntries.xlong, key, long.class, Long::parseLong);
    }

    @Override
    public long[] getLongArray(final String key, final long... defaultValue) {
        try {
            return getLongArray(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }

    @Override
    public void addDouble(final String key, final double value) {
        add(ConfigEntries.xdouble, key, value);
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xdouble, key, Double::parseDouble);
    }

    @Override
    public double getDouble(final String key, final double defaultValue) {
        try {
            return getDouble(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        addArray(ConfigEntries.xdouble, key, values);
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        return getArray(ConfigEntries.xdouble, key, double.class, Double::parseDouble);
    }

    @Override
    public double[] getDoubleArray(final String key, final double... defaultValue) {
        try {
            return getDoubleArray(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }

    @Override
    public void addFloat(final String key, final float value) {
        add(ConfigEntries.xfloat, key, value);
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xfloat, key, Float::parseFloat);
    }

    @Override
    public float getFloat(final String key, final float defaultValue) {
        try {
            return getFloat(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }

    @Override
    public void addFloatArray(final String key, final float... values) {
        addArray(ConfigEntries.xfloat, key, values);
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        return getArray(ConfigEntries.xfloat, key, float.class, Float::parseFloat);
    }

    @Override
    public float[] getFloatArray(final String key, final float... defaultValue) {
        try {
            return getFloatArray(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }

    @Override
    public void addString(final String key, final String value) {
        add(ConfigEntries.xstring, key, value);
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xstring, key, Function.identity());
    }

    @Override
    public String getString(final String key, final String defaultValue) {
        try {
            return getString(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        addArray(ConfigEntries.xstring, key, values);
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        return getArray(ConfigEntries.xstring, key, String.class, Function.identity());
    }

    @Override
    public String[] getStringArray(final String key, final String... defaultValue) {
        try {
            return getStringArray(key);
        } catch (final InvalidSettingsException exception) {
            return defaultValue;
        }
    }
}
