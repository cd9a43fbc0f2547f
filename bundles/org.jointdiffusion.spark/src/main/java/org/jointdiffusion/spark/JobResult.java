package org.jointdiffusion.spark;

import java.util.Locale;

/**
 * What a job has done.
 *
 * @param rows the number of rows of the result
 * @param unusable how many of them have a problem instead of a result
 * @param seconds how long it took
 */
record JobResult(long rows, long unusable, double seconds) {

    /** Rows a second. */
    double rate() {
        return rows / seconds;
    }

    /** A sentence for the user. */
    @Override
    public String toString() {
        final String done = String.format(Locale.ROOT, "%d rows in %.1f s, %.1f rows a second", rows, seconds, rate());
        return unusable == 0
                ? done + "."
                : done + "; " + unusable + " of them without a result, for the reason in the column \""
                        + ImageJob.PROBLEM + "\".";
    }
}
