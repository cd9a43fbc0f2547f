package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** A file of a view. */
public interface Resource {

    String getRelativePath();

    InputStream getInputStream() throws IOException;

    /** Returns whether the content never changes. */
    boolean isStatic();

    default Optional<Charset> getCharset() {
        return Optional.empty();
    }
}
