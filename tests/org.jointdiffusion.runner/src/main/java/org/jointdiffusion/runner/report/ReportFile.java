package org.jointdiffusion.runner.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointdiffusion.runner.figures.Figures;
import org.jointdiffusion.runner.result.RunResult;

/** Writes the report of a run: one HTML file that needs no other file and no network. */
public final class ReportFile {

    private ReportFile() {}

    /** Writes the file, in UTF-8, over one that exists. */
    public static void write(final RunResult run, final Figures figures, final Path file) throws IOException {
        Files.writeString(file, render(run, figures));
    }

    /** The report as HTML text. All values are escaped by the template engine. */
    static String render(final RunResult run, final Figures figures) {
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .withLoader(name -> new StringReader(ReportResources.read(name + ".mustache")))
                .compile(ReportResources.read("report.mustache"))
                .execute(ReportPage.of(run, figures));
    }
}
