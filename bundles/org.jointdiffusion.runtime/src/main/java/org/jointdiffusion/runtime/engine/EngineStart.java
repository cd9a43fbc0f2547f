package org.jointdiffusion.runtime.engine;

import ai.djl.engine.Engine;
import ai.djl.util.Utils;
import java.io.IOException;
import java.util.Optional;

/** Starts DJL's PyTorch engine: once, without network access, with every message turned into what the user can do. */
final class EngineStart {

    private static final String ENGINE = "PyTorch";

    private EngineStart() {}

    /**
     * Starts the engine.
     *
     * @return the engine
     * @throws EngineException when PyTorch's libraries are missing, cannot be unpacked or are loaded already
     */
    static Engine start() {
        setDefault("ai.djl.offline", "true");
        setDefault("OPT_OUT_TRACKING", "true");
        // with it on, gradients inside a program fail from the second call on
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        PassiveWaiting.request();
        NativeMemory.keep();
        final Optional<String> foreign = ForeignPyTorch.find();
        if (foreign.isPresent()) {
            throw new EngineException("Another extension has already loaded PyTorch (" + foreign.get()
                    + "), and one process can hold only one copy. Restart the application and run this node first, or"
                    + " remove the other extension.");
        }
        final Thread thread = Thread.currentThread();
        final ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Engine.class.getClassLoader());
        try {
            final Optional<LibraryFolder> own = LibraryFolder.find();
            if (own.isPresent()) {
                own.get().prepare();
            }
            return Engine.getEngine(ENGINE);
        } catch (final EngineException exception) {
            throw exception;
        } catch (final IOException | RuntimeException | LinkageError | AssertionError exception) {
            // DJL ends with an AssertionError when it has no bridge to the libraries
            throw new EngineException(explain(exception), exception);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Turns DJL's messages into what happened and what to do. */
    static String explain(final Throwable exception) {
        final StringBuilder messages = new StringBuilder();
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        final String all = messages.toString();
        final String cache = Utils.getEngineCacheDir("pytorch").toString();
        if (all.contains("Offline mode")
                || all.contains("pytorch index file")
                || all.contains("No deep learning engine")) {
            return "PyTorch's libraries for this machine (" + System.getProperty("os.name") + ", "
                    + System.getProperty("os.arch") + ") are not installed. Install the feature \"PyTorch for"
                    + " Joint Diffusion (CPU)\" from the same update site as this extension and restart.";
        }
        if (all.contains("already loaded in another classloader")) {
            return "PyTorch is already loaded by another extension, or by this one before an update. Restart the"
                    + " application.";
        }
        if (exception instanceof IOException
                || all.contains("Failed to extract")
                || all.contains("Cannot copy jni files")) {
            return "PyTorch's libraries could not be unpacked to \"" + cache + "\". Make sure that the folder can be"
                    + " written to and that 500 MB are free, or name another folder in the environment variable"
                    + " DJL_CACHE_DIR.";
        }
        return "PyTorch could not be started: " + firstLine(exception) + " Make sure that the libraries in \"" + cache
                + "\" are complete (delete the folder to unpack them again) and restart.";
    }

    private static String firstLine(final Throwable exception) {
        Throwable root = exception;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        final String text =
                String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return text.endsWith(".") ? text : text + ".";
    }

    private static void setDefault(final String property, final String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
