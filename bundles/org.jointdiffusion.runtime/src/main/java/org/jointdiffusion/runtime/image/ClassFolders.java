package org.jointdiffusion.runtime.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Images in one folder a class; folders within a class folder belong to the class. */
final class ClassFolders implements LabeledImageScanner.Entries {

    /** What file managers leave behind. */
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

    private final List<Path> folders;

    private final ImageLimits limits;

    private ClassFolders(final List<Path> folders, final ImageLimits limits) {
        this.folders = folders;
        this.limits = limits;
    }

    static ClassFolders open(final Path location, final ImageLimits limits) throws IOException {
        if (!Files.isDirectory(location)) {
            throw new IOException("\"" + location + "\" is not a folder. Choose the folder that holds one folder of"
                    + " images for each class.");
        }
        final List<Path> folders;
        try (Stream<Path> children = Files.list(location)) {
            folders = children.filter(child -> Files.isDirectory(child) && isVisible(child))
                    .sorted(Comparator.comparing(ClassFolders::name, NaturalOrder.INSTANCE))
                    .toList();
        }
        if (folders.isEmpty()) {
            throw new IOException("The folder \"" + location + "\" holds no class folders. Put the images of each class"
                    + " into a folder named after the class.");
        }
        return new ClassFolders(folders, limits);
    }

    @Override
    public long count() throws IOException {
        long count = 0;
        for (final Path folder : folders) {
            count += files(folder).size();
        }
        return count;
    }

    @Override
    public void forEach(final Consumer<LabeledImage> consumer) throws IOException {
        for (final Path folder : folders) {
            final String label = name(folder);
            for (final String file : files(folder)) {
                consumer.accept(LabeledImageScanner.readFile(
                        label + "/" + file, Optional.of(label), folder.resolve(file), limits));
            }
        }
    }

    /** The files of one class as paths relative to its folder; the names of one class are all that is kept. */
    private static List<String> files(final Path folder) throws IOException {
        // a class folder may itself be a link; links below it are not followed, so there are no circles
        final Path real = folder.toRealPath();
        final List<String> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(real)) {
            paths.filter(path -> Files.isRegularFile(path) && isVisible(real, path))
                    .forEach(path -> files.add(real.relativize(path).toString().replace('\\', '/')));
        } catch (final UncheckedIOException e) {
            throw new IOException("The folder \"" + folder + "\" cannot be listed. Check the rights to it.", e);
        }
        files.sort(NaturalOrder.INSTANCE);
        return files;
    }

    private static boolean isVisible(final Path root, final Path path) {
        for (final Path part : root.relativize(path)) {
            if (!isVisible(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(final Path path) {
        return !name(path).startsWith(".") && !LITTER.contains(name(path).toLowerCase(Locale.ROOT));
    }

    private static String name(final Path path) {
        return path.getFileName().toString();
    }
}
