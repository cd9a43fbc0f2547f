package org.knime.core.node.port;

import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** From which a specification is loaded. */
public class PortObjectSpecZipInputStream extends ZipInputStream {
    PortObjectSpecZipInputStream(final InputStream input) {
        super(input);
    }
}
