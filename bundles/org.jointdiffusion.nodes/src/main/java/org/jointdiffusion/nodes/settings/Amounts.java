package org.jointdiffusion.nodes.settings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Estimated amounts in words, with no more digits than an estimate has. */
final class Amounts {

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final double MEBIBYTE = 1 << 20;
    private static final double GIBIBYTE = 1 << 30;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;

    private Amounts() {}

    /** Memory, like "320 MB" or "1.4 GB", no fractions of a megabyte. */
    static String memory(final double bytes) {
        return bytes < GIBIBYTE ? number(Math.ceil(bytes / MEBIBYTE)) + " MB" : number(bytes / GIBIBYTE) + " GB";
    }

    /** A time, like "0.3 seconds" or "20 minutes". */
    static String time(final double seconds) {
        if (seconds < 1.5 * MINUTE) {
            return of(Math.max(0.01, seconds), "second");
        }
        if (seconds < 1.5 * HOUR) {
            return of(seconds / MINUTE, "minute");
        }
        return seconds < 2 * DAY ? of(seconds / HOUR, "hour") : of(seconds / DAY, "day");
    }

    /** How many there are of something, like "1,800 images" or "1 image". */
    static String of(final double count, final String what) {
        final String number = number(count);
        return number + " " + what + ("1".equals(number) ? "" : "s");
    }

    private static String number(final double value) {
        final BigDecimal rounded = new BigDecimal(value).round(TWO_DIGITS).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }
}
