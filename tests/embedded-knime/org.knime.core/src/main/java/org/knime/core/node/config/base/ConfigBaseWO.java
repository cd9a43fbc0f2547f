package org.knime.core.node.config.base;

/** A configuration to write to; an entry with the same key is replaced. */
public interface ConfigBaseWO {
    /** Returns the name of the configuration. */
    String getKey();

    /** Adds an empty configuration and returns it. */
    ConfigBase addConfigBase(String key);

    /** Adds a truth value. */
    void addBoolean(String key, boolean value);

    /** Adds an array, which may be {@code null}. */
    void addBooleanArray(String key, boolean... values);

    /** Adds a 32 bit integer. */
    void addInt(String key, int value);

    /** Adds an array, which may be {@code null}. */
    void addIntArray(String key, int... values);

    /** Adds a 64 bit integer. */
    void addLong(String key, long value);

    /** Adds an array, which may be {@code null}. */
    void addLongArray(String key, long... values);

    /** Adds a 64 bit floating point number. */
    void addDouble(String key, double value);

    /** Adds an array, which may be {@code null}. */
    void addDoubleArray(String key, double... values);

    /** Adds a 32 bit floating point number. */
    void addFloat(String key, float value);

    /** Adds an array, which may be {@code null}. */
    void addFloatArray(String key, float... values);

    /** Adds a text, which may be {@code null}. */
    void addString(String key, String value);

    /** Adds an array, which may be {@code null}. */
    void addStringArray(String key, String... values);
}
