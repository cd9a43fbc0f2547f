package org.jointdiffusion.embedded.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class BundleFolderTests {

    /** Makes a bundle that has no entry ".", as one that is a jar. */
    private static Bundle jar() {
        return (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> method.getName().equals("getSymbolicName") ? "com.example" : null);
    }

    @Test
    void saysThatAJarNeedsAnotherShape() {
        final IllegalStateException exception =
                assertThrows(IllegalStateException.class, () -> BundleFolder.in(jar(), "web"));
        assertTrue(exception.getMessage().contains("com.example is a jar"), exception.getMessage());
        assertTrue(exception.getMessage().contains("Eclipse-BundleShape: dir"), exception.getMessage());
    }

    @Test
    void findsAFolderOfTheProjectWithoutOsgi() {
        final Path folder = BundleFolder.of(BundleFolderTests.class, "test-view");
        assertTrue(Files.isRegularFile(folder.resolve("page.html")));
        assertEquals("test-view", folder.getFileName().toString());
    }
}
