package org.knime.core.node.port;

import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** From which a port object is loaded. */
public class PortObjectZipInputStream extends ZipInputStream {
    PortObjectZipInputStream(final InputStream input) {
        super(input);
    }
}
