package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class EngineStartTests {

    @Test
    void missingLibrariesNameTheFeatureToInstall() {
        assertExplains(
                new ai.djl.engine.EngineException(
                        "Failed to save pytorch index file", new IOException("Offline mode is enabled.")),
                "PyTorch for Joint Diffusion (CPU)");
    }

    @Test
    void aFullOrProtectedDiskNamesTheFolder() {
        assertExplains(
                new ai.djl.engine.EngineException("Failed to extract PyTorch native library", new IOException("full")),
                "DJL_CACHE_DIR");
    }

    @Test
    void librariesOfAnotherClassLoaderAskForARestart() {
        assertExplains(
                new ai.djl.engine.EngineException(
                        "Failed to load PyTorch native library",
                        new UnsatisfiedLinkError("libtorch.so already loaded in another classloader")),
                "Restart");
    }

    @Test
    void everythingElseQuotesTheCause() {
        assertExplains(new IllegalStateException("strange thing"), "strange thing.");
    }

    @Test
    void telemetryAndDownloadsAreOff() {
        RuntimeService.shared().resolve(Device.cpu());
        assertEquals("true", System.getProperty("ai.djl.offline"));
        assertEquals("true", System.getProperty("OPT_OUT_TRACKING"));
    }

    private static void assertExplains(final Exception exception, final String part) {
        final String message = EngineStart.explain(exception);
        assertTrue(message.contains(part), message);
    }
}
