package org.jointdiffusion.runner.result;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of a {@link ResultTable}.
 *
 * @param key the RowID
 * @param values column name to value: a String, Number, Boolean or the bytes of a PNG image; missing cells are absent
 */
public record ResultRow(String key, Map<String, Object> values) {

    /** The value of a column as text; empty when it is missing. */
    public Optional<String> text(final String column) {
        return Optional.ofNullable(values.get(column)).map(Object::toString);
    }

    /** The value of a numeric column; empty when it is missing or no number. */
    public OptionalDouble number(final String column) {
        return values.get(column) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** The value of a Boolean column; empty when it is missing or no Boolean. */
    public Optional<Boolean> truth(final String column) {
        return values.get(column) instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
    }

    /** The bytes of a PNG image; empty when the cell is missing or no image. */
    public Optional<byte[]> image(final String column) {
        return values.get(column) instanceof byte[] image ? Optional.of(image) : Optional.empty();
    }
}
