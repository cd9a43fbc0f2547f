package org.jointdiffusion.runtime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jointdiffusion.runtime.image.ImageShape;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/** How the bundles hang together in a real OSGi framework. */
class WiringTests {

    private static final Bundle RUNTIME = FrameworkUtil.getBundle(ImageShape.class);

    @Test
    void theRuntimeIsABundle() {
        assertEquals("org.jointdiffusion.runtime", RUNTIME.getSymbolicName());
    }

    @Test
    void theNativesAreAttachedToDjl() {
        final ClassLoader djl =
                bundle("org.jointdiffusion.djl").adapt(BundleWiring.class).getClassLoader();
        assertNotNull(djl.getResource("native/lib/pytorch.properties"));
    }

    @Test
    void anotherBundleCannotImportOurDjl() throws Exception {
        final var thrown = assertThrows(BundleException.class, () -> startBundleThatImports("ai.djl.engine"));
        assertEquals(BundleException.RESOLVE_ERROR, thrown.getType());
    }

    @Test
    void anotherBundleCanImportWhatIsShared() {
        assertDoesNotThrow(() -> startBundleThatImports("org.slf4j"));
    }

    private static Bundle bundle(final String symbolicName) {
        for (final Bundle bundle : RUNTIME.getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().equals(symbolicName)) {
                return bundle;
            }
        }
        throw new AssertionError("The bundle " + symbolicName + " is not installed.");
    }

    private static void startBundleThatImports(final String packageName) throws BundleException, IOException {
        final BundleContext context = RUNTIME.getBundleContext();
        final Bundle bundle = context.installBundle("generated:" + packageName, bundleThatImports(packageName));
        try {
            bundle.start();
        } finally {
            bundle.uninstall();
        }
    }

    private static InputStream bundleThatImports(final String packageName) throws IOException {
        final var manifest = new Manifest();
        final Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "generated." + packageName);
        headers.putValue("Import-Package", packageName);
        final var bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
