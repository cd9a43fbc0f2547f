package org.jointdiffusion.embedded.view;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Finds the files of a view. */
public final class BundleFolder {

    private BundleFolder() {}

    /** Returns a folder of the bundle that contains a class; without OSGi, of the project that contains it. */
    public static Path of(final Class<?> clazz, final String basePath) {
        final Bundle bundle = FrameworkUtil.getBundle(clazz);
        return bundle == null ? inProject(clazz, basePath) : in(bundle, basePath);
    }

    /** Returns a folder of a bundle. */
    public static Path of(final String bundleId, final String basePath) {
        final Bundle bundle = Platform.getBundle(bundleId);
        if (bundle == null) {
            throw new IllegalStateException("The bundle " + bundleId + " of a view is not installed.");
        }
        return in(bundle, basePath);
    }

    static Path in(final Bundle bundle, final String basePath) {
        final URL root = bundle.getEntry(".");
        if (root == null) {
            // KNIME fails here as well, with a NullPointerException
            throw new IllegalStateException("The bundle " + bundle.getSymbolicName()
                    + " is a jar, but a view that is made with fromFile() needs it as a folder. Add"
                    + " \"Eclipse-BundleShape: dir\" to its manifest.");
        }
        try {
            final URL folder = FileLocator.toFileURL(root);
            return Path.of(new URI(folder.getProtocol(), folder.getFile(), null))
                    .resolve(basePath)
                    .normalize();
        } catch (IOException | URISyntaxException exception) {
            throw new IllegalStateException(
                    "The folder " + basePath + " of the bundle " + bundle.getSymbolicName() + " cannot be found.",
                    exception);
        }
    }

    private static Path inProject(final Class<?> clazz, final String basePath) {
        try {
            final Path classes = Path.of(
                    clazz.getProtectionDomain().getCodeSource().getLocation().toURI());
            for (Path folder = classes; folder != null; folder = folder.getParent()) {
                if (Files.isDirectory(folder.resolve(basePath))) {
                    return folder.resolve(basePath);
                }
            }
            throw new IllegalStateException("There is no folder " + basePath + " in or above " + classes + ".");
        } catch (URISyntaxException exception) {
            throw new IllegalStateException("The class " + clazz.getName() + " has no location.", exception);
        }
    }
}
