package org.jointdiffusion.nodes.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.knime.core.util.FileUtil;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;

/**
 * Where a file or folder lies: a local path, or a URL such as {@code knime://knime.workflow/data/shirt.png}.
 *
 * @param text the path or URL
 */
public record FileLocation(String text) {

    /** A location given as text. */
    public static FileLocation of(final String text) {
        return new FileLocation(text.strip());
    }

    /**
     * A location from a Path column.
     *
     * @throws IOException when it lies on a connected file system, which this node has no port for
     */
    public static FileLocation of(final FSLocation location) throws IOException {
        final String specifier = location.getFileSystemSpecifier().orElse("");
        final String path = location.getPath();
        return switch (FSCategory.valueOf(location.getFileSystemCategory())) {
            case LOCAL, CUSTOM_URL -> of(path);
            case RELATIVE ->
                of(
                        "knime.workflow.data".equals(specifier)
                                ? url("knime.workflow", "data/" + path)
                                : url(specifier, path));
            case MOUNTPOINT -> of(url(specifier, path));
            default ->
                throw new IOException("The location \"" + path + "\" lies on a connected file system, which "
                        + "this node cannot reach. Copy the files to this machine with Transfer Files first.");
        };
    }

    private static String url(final String host, final String path) {
        return "knime://" + host + "/" + (path.startsWith("/") ? path.substring(1) : path).replace(" ", "%20");
    }

    /**
     * The path of the file or folder on this machine.
     *
     * @throws IOException when the location is empty, malformed, or not on this machine
     */
    public Path path() throws IOException {
        if (text.isEmpty()) {
            throw new IOException("The location is empty.");
        }
        try {
            final Path path = FileUtil.resolveToPath(url());
            if (path != null) {
                return path;
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("The location \"" + text + "\" is malformed: " + e.getMessage(), e);
        }
        throw new IOException(
                "The location \"" + text + "\" is not on this machine. Copy the files to this machine first.");
    }

    /**
     * The content of the file.
     *
     * @param maximumBytes a larger file is cut after one byte more, so that decoders see that it is too large
     * @throws IOException when there is no such file or it cannot be read
     */
    byte[] read(final long maximumBytes) throws IOException {
        if (text.isEmpty()) {
            throw new IOException("The location is empty.");
        }
        try (InputStream stream = open()) {
            return stream.readNBytes((int) Math.min(maximumBytes + 1, Integer.MAX_VALUE - 8));
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw new IOException("There is no file \"" + text + "\".", e);
        }
    }

    private InputStream open() throws IOException {
        try {
            final Path path = FileUtil.resolveToPath(url());
            if (path != null && Files.exists(path) && !Files.isRegularFile(path)) {
                // reading from a pipe or a device may never end
                throw new IOException("\"" + text + "\" is a folder or a device and no file.");
            }
            return path == null ? FileUtil.openStreamWithTimeout(url()) : Files.newInputStream(path);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("The location \"" + text + "\" is malformed: " + e.getMessage(), e);
        }
    }

    private URL url() throws IOException {
        try {
            return FileUtil.toURL(text);
        } catch (InvalidPathException e) {
            throw new IOException("The location \"" + text + "\" is neither a path nor a URL.", e);
        }
    }
}
