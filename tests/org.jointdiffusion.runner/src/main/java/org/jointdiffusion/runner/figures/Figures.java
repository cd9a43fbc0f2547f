package org.jointdiffusion.runner.figures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Named numbers of a run, in the order in which they were put: what {@code figures.json} holds. */
public final class Figures {

    private final Map<String, Number> m_values = new LinkedHashMap<>();

    /** Adds a count. */
    public void put(final String name, final long count) {
        m_values.put(name, count);
    }

    /** Adds a measured number, rounded to six significant digits; leaves it out when it is not finite. */
    public void put(final String name, final double number) {
        if (Double.isFinite(number)) {
            m_values.put(name, Double.valueOf(String.format(Locale.ROOT, "%.6g", number)));
        }
    }

    /** Adds a number if there is one. */
    public void put(final String name, final OptionalDouble number) {
        number.ifPresent(present -> put(name, present));
    }

    /** Adds all figures of another set, with a suffix to each name. */
    public void putAll(final Figures others, final String suffix) {
        others.m_values.forEach((name, number) -> m_values.put(name + suffix, number));
    }

    /** One figure; empty when it was not measured. */
    public OptionalDouble get(final String name) {
        final var number = m_values.get(name);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number.doubleValue());
    }

    /** All figures, in order. */
    public Map<String, Number> values() {
        return Collections.unmodifiableMap(m_values);
    }
}
