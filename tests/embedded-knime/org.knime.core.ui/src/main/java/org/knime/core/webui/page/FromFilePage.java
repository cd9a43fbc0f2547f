package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jointdiffusion.embedded.view.BundleFolder;

/**
 * A page that consists of files in a bundle, which must be installed as a folder ({@code Eclipse-BundleShape: dir}).
 */
public class FromFilePage extends Page {

    private final Path m_base;

    FromFilePage(final Path base, final String relativeFilePath) {
        super(new FileResource(base.resolve(relativeFilePath), relativeFilePath), true);
        m_base = base;
    }

    static RequireBundle requireBundle() {
        return new RequireBundle() {
            @Override
            public RequireBasePath bundleClass(final Class<?> clazz) {
                return basePath -> file -> new FromFilePage(BundleFolder.of(clazz, basePath), file);
            }

            @Override
            public RequireBasePath bundleID(final String bundleId) {
                return basePath -> file -> new FromFilePage(BundleFolder.of(bundleId, basePath), file);
            }
        };
    }

    /** Adds a file of the page's folder. */
    public FromFilePage addResourceFile(final String relativeFilePath) {
        m_resources.put(relativeFilePath, new FileResource(m_base.resolve(relativeFilePath), relativeFilePath));
        return this;
    }

    /** Adds all files of a folder in the page's folder. */
    public FromFilePage addResourceDirectory(final String relativeDirPath) {
        final Path directory = m_base.resolve(relativeDirPath);
        try (Stream<Path> files = Files.walk(directory)) {
            final List<Path> found = files.filter(Files::isRegularFile).toList();
            found.forEach(
                    file -> addResourceFile(m_base.relativize(file).toString().replace('\\', '/')));
        } catch (IOException exception) {
            throw new UncheckedIOException("The folder " + directory + " of a view cannot be listed.", exception);
        }
        return this;
    }

    @Override
    public FromFilePage addResource(final Supplier<InputStream> content, final String relativePath) {
        super.addResource(content, relativePath);
        return this;
    }

    @Override
    public FromFilePage addResourceFromString(final Supplier<String> content, final String relativePath) {
        super.addResourceFromString(content, relativePath);
        return this;
    }

    private record FileResource(Path file, String path) implements Resource {

        @Override
        public String getRelativePath() {
            return path;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public boolean isStatic() {
            return true;
        }
    }
}
