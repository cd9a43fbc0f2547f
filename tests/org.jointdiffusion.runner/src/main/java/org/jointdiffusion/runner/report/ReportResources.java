package org.jointdiffusion.runner.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that are built into every report. */
final class ReportResources {

    /** Version of the chart library uPlot (MIT licence), as pinned in the module's pom. */
    static final String CHART_LIBRARY_VERSION = "1.6.30";

    private static final String CHART_FOLDER = "/META-INF/resources/webjars/uplot/" + CHART_LIBRARY_VERSION + "/dist/";

    private ReportResources() {}

    /** The style sheet of the chart library. */
    static String chartStyle() {
        return read(CHART_FOLDER + "uPlot.min.css");
    }

    /** The script of the chart library, with its licence notice. */
    static String chartLibrary() {
        return read(CHART_FOLDER + "uPlot.iife.min.js");
    }

    /** Reads a text file: beside this class, or from the root of the class path if the name starts with a slash. */
    static String read(final String name) {
        try (var stream = ReportResources.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The file " + name + " is missing in the bundle of the runner.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
