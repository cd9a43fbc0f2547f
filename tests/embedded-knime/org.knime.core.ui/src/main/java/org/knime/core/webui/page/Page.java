package org.knime.core.webui.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.FluentNodeAPI;

/** The page of a view, with the further resources that it loads. */
public class Page implements Resource, FluentNodeAPI {

    protected final Map<String, Resource> m_resources = new HashMap<>();

    private final Resource m_page;

    protected Page(final Resource page, final boolean isCompletelyStatic) {
        m_page = page;
    }

    /** Starts the description of a page. */
    public static RequireFromFileOrString create() {
        return new RequireFromFileOrString() {
            @Override
            public RequireBundle fromFile() {
                return FromFilePage.requireBundle();
            }

            @Override
            public RequireRelativePath fromString(final InputStreamSupplier content, final Charset charset) {
                return relativePath -> new Page(new SuppliedResource(content, relativePath, charset), false);
            }

            @Override
            public RequireRelativePath fromString(final StringSupplier content, final Charset charset) {
                return fromString(
                        (InputStreamSupplier)
                                () -> new ByteArrayInputStream(content.get().getBytes(charset)),
                        charset);
            }
        };
    }

    @Override
    public String getRelativePath() {
        return m_page.getRelativePath();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return m_page.getInputStream();
    }

    @Override
    public boolean isStatic() {
        return m_page.isStatic();
    }

    @Override
    public Optional<Charset> getCharset() {
        return m_page.getCharset();
    }

    /** Returns a further resource by its path. */
    public Optional<Resource> getResource(final String relativePath) {
        return Optional.ofNullable(m_resources.get(relativePath));
    }

    /** Adds a resource whose content is made when it is asked for. */
    public Page addResource(final Supplier<InputStream> content, final String relativePath) {
        m_resources.put(relativePath, new SuppliedResource(content, relativePath, null));
        return this;
    }

    /** Adds a text whose content is made when it is asked for. */
    public Page addResourceFromString(final Supplier<String> content, final String relativePath) {
        m_resources.put(
                relativePath,
                new SuppliedResource(
                        () -> new ByteArrayInputStream(content.get().getBytes(UTF_8)), relativePath, UTF_8));
        return this;
    }

    private record SuppliedResource(Supplier<InputStream> content, String path, Charset charset) implements Resource {

        @Override
        public String getRelativePath() {
            return path;
        }

        @Override
        public InputStream getInputStream() {
            return content.get();
        }

        @Override
        public boolean isStatic() {
            return false;
        }

        @Override
        public Optional<Charset> getCharset() {
            return Optional.ofNullable(charset);
        }
    }

    /** Asks where the page comes from. */
    public interface RequireFromFileOrString {

        RequireBundle fromFile();

        RequireRelativePath fromString(InputStreamSupplier content, Charset charset);

        RequireRelativePath fromString(StringSupplier content, Charset charset);

        default RequireRelativePath fromString(final InputStreamSupplier content) {
            return fromString(content, UTF_8);
        }

        default RequireRelativePath fromString(final StringSupplier content) {
            return fromString(content, UTF_8);
        }
    }

    /** Asks for the bundle that contains the page. */
    public interface RequireBundle {

        RequireBasePath bundleClass(Class<?> clazz);

        RequireBasePath bundleID(String bundleId);
    }

    /** Asks for the folder of the page in the bundle. */
    public interface RequireBasePath {
        RequireRelativeFilePath basePath(String basePath);
    }

    /** Asks for the page's file in the folder. */
    public interface RequireRelativeFilePath {
        FromFilePage relativeFilePath(String relativeFilePath);
    }

    /** Asks for the path under which the page is served. */
    public interface RequireRelativePath {
        Page relativePath(String relativePath);
    }

    /** Supplies the page as text. */
    public interface StringSupplier extends Supplier<String> {}

    /** Supplies the page as bytes. */
    public interface InputStreamSupplier extends Supplier<InputStream> {}
}
