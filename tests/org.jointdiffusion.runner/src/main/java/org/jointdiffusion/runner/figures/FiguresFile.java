package org.jointdiffusion.runner.figures;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes figures as one flat JSON object. */
public final class FiguresFile {

    private FiguresFile() {}

    /** Writes the file, in UTF-8, over one that exists. */
    public static void write(final Figures figures, final Path file) throws IOException {
        final var json = new GsonBuilder().setPrettyPrinting().create().toJson(figures.values());
        Files.writeString(file, json + System.lineSeparator());
    }
}
