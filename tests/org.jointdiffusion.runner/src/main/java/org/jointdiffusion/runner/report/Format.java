package org.jointdiffusion.runner.report;

import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers, times and images as a reader of the report wants to see them. */
public final class Format {

    private static final String UNKNOWN = "–";

    private Format() {}

    /** A share on [0, 1] as "85.7 %". */
    public static String percent(final double share) {
        return Double.isNaN(share) ? UNKNOWN : String.format(Locale.ENGLISH, "%.1f %%", 100 * share);
    }

    /** A share on [0, 1] as "85.7 %", a dash when there is none. */
    public static String percent(final OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : UNKNOWN;
    }

    /** A probability as "0.86", a dash when there is none. */
    public static String probability(final OptionalDouble probability) {
        return probability.isPresent() ? String.format(Locale.ENGLISH, "%.2f", probability.getAsDouble()) : UNKNOWN;
    }

    /** A count as "1,000". */
    public static String count(final long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /** A number with three significant digits, a dash when there is none. */
    public static String number(final OptionalDouble number) {
        return number.isPresent() ? String.format(Locale.ENGLISH, "%.3g", number.getAsDouble()) : UNKNOWN;
    }

    /** A duration as "0.42 s", "12.3 s", "5 min 30 s" or "2 h 05 min". */
    public static String duration(final Duration duration) {
        final var seconds = duration.toMillis() / 1000.0;
        if (seconds < 59.95) {
            return String.format(Locale.ENGLISH, seconds < 1 ? "%.2f s" : "%.1f s", seconds);
        }
        final var whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ENGLISH, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ENGLISH, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }

    /** A PNG image as a data address, so that the report needs no other file. */
    public static String image(final byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
