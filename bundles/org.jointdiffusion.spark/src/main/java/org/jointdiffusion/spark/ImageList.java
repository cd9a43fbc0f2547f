package org.jointdiffusion.spark;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Lists images on any file system that Spark knows. */
final class ImageList {

    private final Configuration configuration;

    ImageList(final Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Lists the images of a folder, also in its folders, in the order of their names; or those that a text file names.
     *
     * @param location the folder or the file
     * @return at least one place
     * @throws JobException when nothing is there
     * @throws IOException when the file system fails
     */
    List<ImagePlace> of(final String location) throws IOException, JobException {
        final Path path = new Path(location);
        final FileSystem system = path.getFileSystem(configuration);
        final FileStatus status;
        try {
            status = system.getFileStatus(path);
        } catch (final FileNotFoundException exception) {
            throw new JobException("\"" + location + "\" does not exist. Check the place of the images.", exception);
        }
        final List<ImagePlace> images =
                status.isDirectory() ? ofFolder(system, status.getPath()) : ofLines(system, status.getPath());
        if (images.isEmpty()) {
            throw new JobException("\"" + location + "\" "
                    + (status.isDirectory() ? "holds no files." : "names no files.")
                    + " Check the place of the images.");
        }
        return images;
    }

    private static List<ImagePlace> ofFolder(final FileSystem system, final Path folder) throws IOException {
        final List<ImagePlace> images = new ArrayList<>();
        final String start = folder.toUri().getPath() + Path.SEPARATOR;
        final RemoteIterator<LocatedFileStatus> files = system.listFiles(folder, true);
        while (files.hasNext()) {
            final URI place = files.next().getPath().toUri();
            final String name = place.getPath().substring(start.length());
            // what begins with a dot is hidden, here as everywhere
            if (!name.startsWith(".") && !name.contains("/.")) {
                images.add(new ImagePlace(name, place));
            }
        }
        images.sort(Comparator.comparing(ImagePlace::name));
        return images;
    }

    private static List<ImagePlace> ofLines(final FileSystem system, final Path file) throws IOException, JobException {
        final List<ImagePlace> images = new ArrayList<>();
        // a decoder of its own reports other encodings instead of replacing characters
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(system.open(file), StandardCharsets.UTF_8.newDecoder()))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    images.add(new ImagePlace(line.strip(), place(file, line.strip())));
                }
            }
        } catch (final CharacterCodingException | IllegalArgumentException exception) {
            throw new JobException(
                    "\"" + file
                            + "\" is no text file in UTF-8 with the path of an image in each line. Name a folder, or"
                            + " such a file.",
                    exception);
        }
        return images;
    }

    /** Relative paths are those beside the list, and paths without a scheme are on its file system. */
    private static URI place(final Path list, final String line) {
        return new Path(list.getParent(), line).toUri();
    }
}
