package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;

/**
 * A configuration to read from. Methods with a default return it when the entry is missing or of another type; those
 * without throw an {@link InvalidSettingsException} that names the key.
 */
public interface ConfigBaseRO extends Iterable<String> {
    /** Returns the name of the configuration. */
    String getKey();

    /** Tells whether there is an entry with the key. */
    boolean containsKey(String key);

    /** Returns the keys in the order in which they were added. */
    Set<String> keySet();

    /** Returns a configuration within this one. */
    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    /** Copies all entries. */
    void copyTo(ConfigBaseWO target);

    /** Writes KNIME's XML format and closes the stream. */
    void saveToXML(OutputStream output) throws IOException;

    /** Returns a truth value. */
    boolean getBoolean(String key) throws InvalidSettingsException;

    /** Returns a truth value, or the default. */
    boolean getBoolean(String key, boolean defaultValue);

    /** Returns an array. */
    boolean[] getBooleanArray(String key) throws InvalidSettingsException;

    /** Returns an array, or the default. */
    boolean[] getBooleanArray(String key, boolean... defaultValue);

    /** Returns a 32 bit integer. */
    int getInt(String key) throws InvalidSettingsException;

    /** Returns a 32 bit integer, or the default. */
    int getInt(String key, int defaultValue);

    /** Returns an array. */
    int[] getIntArray(String key) throws InvalidSettingsException;

    /** Returns an array, or the default. */
    int[] getIntArray(String key, int... defaultValue);

    /** Returns a 64 bit integer. */
    long getLong(String key) throws InvalidSettingsException;

    /** Returns a 64 bit integer, or the default. */
    long getLong(String key, long defaultValue);

    /** Returns an array. */
    long[] getLongArray(String key) throws InvalidSettingsException;

    /** Returns an array, or the default. */
    long[] getLongArray(String key, long... defaultValue);

    /** Returns a 64 bit floating point number. */
    double getDouble(String key) throws InvalidSettingsException;

    /** Returns a 64 bit floating point number, or the default. */
    double getDouble(String key, double defaultValue);

    /** Returns an array. */
    double[] getDoubleArray(String key) throws InvalidSettingsException;

    /** Returns an array, or the default. */
    double[] getDoubleArray(String key, double... defaultValue);

    /** Returns a 32 bit floating point number. */
    float getFloat(String key) throws InvalidSettingsException;

    /** Returns a 32 bit floating point number, or the default. */
    float getFloat(String key, float defaultValue);

    /** Returns an array. */
    float[] getFloatArray(String key) throws InvalidSettingsException;

    /** Returns an array, or the default. */
    float[] getFloatArray(String key, float... defaultValue);

    /** Returns a text, which may be {@code null}. */
    String getString(String key) throws InvalidSettingsException;

    /** Returns a text, which may be {@code null}, or the default. */
    String getString(String key, String defaultValue);

    /** Returns an array. */
    String[] getStringArray(String key) throws InvalidSettingsException;

    /** Returns an array, or the default. */
    String[] getStringArray(String key, String... defaultValue);
}
