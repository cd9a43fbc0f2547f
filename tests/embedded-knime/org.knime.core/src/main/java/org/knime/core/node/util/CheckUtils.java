package org.knime.core.node.util;

import org.knime.core.node.InvalidSettingsException;

/** Checks with messages: templates as of {@link String#format(String, Object...)}. */
public final class CheckUtils {
    private CheckUtils() {}

    private static String format(final String template, final Object... arguments) {
        return arguments.length == 0 ? template : String.format(template, arguments);
    }

    /** Throws an {@link InvalidSettingsException} unless the condition holds. */
    public static void checkSetting(final boolean condition, final String template, final Object... arguments)
            throws InvalidSettingsException {
        if (!condition) {
            throw new InvalidSettingsException(format(template, arguments));
        }
    }

    /** Returns the value, or throws an {@link InvalidSettingsException} when it is {@code null}. */
    public static <T> T checkSettingNotNull(final T value, final String template, final Object... arguments)
            throws InvalidSettingsException {
        checkSetting(value != null, template, arguments);
        return value;
    }

    /** Throws an {@link IllegalArgumentException} unless the condition holds. */
    public static void checkArgument(final boolean condition, final String template, final Object... arguments)
            throws IllegalArgumentException {
        if (!condition) {
            throw new IllegalArgumentException(format(template, arguments));
        }
    }

    /** Returns the value, or throws an {@link IllegalArgumentException} when it is {@code null}. */
    public static <T> T checkArgumentNotNull(final T value, final String template, final Object... arguments)
            throws IllegalArgumentException {
        checkArgument(value != null, template, arguments);
        return value;
    }

    /** Returns the value, or throws an {@link IllegalArgumentException} when it is {@code null}. */
    public static <T> T checkArgumentNotNull(final T value) throws IllegalArgumentException {
        return checkArgumentNotNull(value, "Argument must not be null");
    }

    /** Throws an {@link IllegalStateException} unless the condition holds. */
    public static void checkState(final boolean condition, final String template, final Object... arguments)
            throws IllegalStateException {
        if (!condition) {
            throw new IllegalStateException(format(template, arguments));
        }
    }
}
