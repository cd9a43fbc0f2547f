package org.knime.core.util;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jointdiffusion.embedded.core.KnimeUrls;

/** Files, folders and locations. */
public final class FileUtil {
    private static final int TIMEOUT_MILLISECONDS = 20_000;

    private FileUtil() {}

    /** Returns the location that a text names: a URL, or else a path of the local file system. */
    public static URL toURL(final String location) throws MalformedURLException, InvalidPathException {
        if (location.isEmpty()) {
            throw new InvalidPathException("", "Empty path");
        }
        if (KnimeUrls.isKnimeUrl(location)) {
            return KnimeUrls.parse(location);
        }
        try {
            return new URL(location.replace(" ", "%20"));
        } catch (final MalformedURLException exception) {
            return Path.of(location).toAbsolutePath().toUri().toURL();
        }
    }

    /**
     * Returns the local path of a location, {@code null} when it has none. URLs like "knime://knime.workflow/data" are
     * relative to the workflow that is executed in this thread.
     */
    public static Path resolveToPath(final URL url) throws IOException, URISyntaxException {
        if (KnimeUrls.isKnimeUrl(url.toString())) {
            return KnimeUrls.resolve(url);
        }
        return "file".equalsIgnoreCase(url.getProtocol())
                ? Path.of(new URL(url.toString().replace(" ", "%20")).toURI())
                : null;
    }

    /** Returns the local file of a location, {@code null} when it has none. */
    public static File getFileFromURL(final URL url) {
        try {
            final Path path = resolveToPath(url);
            return path == null ? null : path.toFile();
        } catch (final IOException | URISyntaxException exception) {
            throw new IllegalArgumentException("Not a local file: " + url, exception);
        }
    }

    /** Opens a location. */
    public static InputStream openStreamWithTimeout(final URL url) throws IOException {
        final URLConnection connection = url.openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
        connection.setReadTimeout(TIMEOUT_MILLISECONDS);
        return connection.getInputStream();
    }

    /** Copies up to the end; the streams stay open. */
    public static void copy(final InputStream input, final OutputStream output) throws IOException {
        input.transferTo(output);
    }

    /** Makes a new temporary folder that is deleted when the JVM ends. */
    public static File createTempDir(final String prefix) throws IOException {
        final File folder = Files.createTempDirectory(prefix).toFile();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteRecursively(folder)));
        return folder;
    }

    /** Makes a new temporary file that is deleted when the JVM ends. */
    public static File createTempFile(final String prefix, final String suffix) throws IOException {
        final File file = File.createTempFile(prefix, suffix);
        file.deleteOnExit();
        return file;
    }

    /** Deletes a file, or a folder with all that is in it; tells whether it is gone. */
    public static boolean deleteRecursively(final File file) {
        try (Stream<Path> paths = Files.walk(file.toPath())) {
            final List<Path> deepestFirst =
                    paths.sorted(Comparator.reverseOrder()).toList();
            for (final Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (final IOException exception) {
            return false;
        }
        return !file.exists();
    }
}
