package org.jointdiffusion.runtime.training;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** The version of this bundle. */
final class SoftwareVersion {

    private static final String BUNDLE = "org.jointdiffusion.runtime";

    private SoftwareVersion() {}

    /** The bundle's version, or "development" outside a bundle. */
    static String current() {
        try (InputStream stream = SoftwareVersion.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            if (stream != null) {
                final Attributes attributes = new Manifest(stream).getMainAttributes();
                final String name = String.valueOf(attributes.getValue("Bundle-SymbolicName"));
                if (name.startsWith(BUNDLE)) {
                    return attributes.getValue("Bundle-Version");
                }
            }
        } catch (final IOException exception) {
            // a manifest that cannot be read tells no version
        }
        return "development";
    }
}
