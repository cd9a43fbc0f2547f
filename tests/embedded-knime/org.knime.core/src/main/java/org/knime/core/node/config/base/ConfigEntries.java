package org.knime.core.node.config.base;

/** The types of entries, named as in KNIME's files. */
public enum ConfigEntries {
    /** A configuration within a configuration. */
    config {
        @Override
        AbstractConfigEntry create(final String key, final String value) {
            return new SimpleConfig(key);
        }
    },
    /** A text or {@code null}. */
    xstring,
    /** A 32 bit integer. */
    xint,
    /** A 64 bit integer. */
    xlong,
    /** A 64 bit floating point number. */
    xdouble,
    /** A 32 bit floating point number. */
    xfloat,
    /** A truth value. */
    xboolean,
    /** A character. */
    xchar,
    /** A 16 bit integer. */
    xshort,
    /** An 8 bit integer. */
    xbyte,
    /** An encrypted text. */
    xpassword;

    /** Returns an entry of this type with the value as it is written to files. */
    AbstractConfigEntry create(final String key, final String value) {
        return new ConfigValue(this, key, value);
    }
}
