package org.jointdiffusion.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageFormatException;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.LabeledImage;

/** Reads image files on any file system that Spark knows. */
final class ImageFiles {

    private static final ImageLimits LIMITS = ImageLimits.DEFAULT;

    private final Configuration configuration;

    ImageFiles(final Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Reads an image; a file that is missing, locked or no image becomes its problem.
     *
     * @throws IOException when the file system itself fails: Spark then tries again
     */
    LabeledImage read(final ImagePlace image) throws IOException {
        final Path file = new Path(image.place());
        try (InputStream stream = file.getFileSystem(configuration).open(file)) {
            final byte[] content = stream.readNBytes((int) LIMITS.maximumBytes() + 1);
            return LabeledImage.of(image.name(), Optional.empty(), ImageDecoder.decode(content, LIMITS));
        } catch (final ImageFormatException exception) {
            return problem(image, exception.getMessage());
        } catch (final FileNotFoundException exception) {
            return problem(image, "The file does not exist, or cannot be read. Check the path \"" + file + "\".");
        } catch (final AccessControlException | AccessDeniedException exception) {
            return problem(image, "The file cannot be read. Check the rights to \"" + file + "\".");
        }
    }

    private static LabeledImage problem(final ImagePlace image, final String problem) {
        return LabeledImage.problem(image.name(), Optional.empty(), problem);
    }
}
