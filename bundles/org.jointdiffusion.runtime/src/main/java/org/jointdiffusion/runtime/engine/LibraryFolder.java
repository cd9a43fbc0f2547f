package org.jointdiffusion.runtime.engine;

import ai.djl.engine.Engine;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of a PyTorch of the user's own, such as one for GPUs, instead of the libraries that are installed with
 * this extension.
 *
 * @param folder the folder with PyTorch's libraries
 * @param flavor which PyTorch it is: {@code cpu}, or CUDA and its version such as {@code cu128}
 */
record LibraryFolder(Path folder, String flavor) {

    /** The environment variable or system property that names it; DJL reads the same. */
    static final String NAME = "PYTORCH_LIBRARY_PATH";

    private static final String FLAVOR = "PYTORCH_FLAVOR";
    private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+\\.\\d+)\\+(\\w+)");

    /** Files that tell the version: beside the folder in PyTorch's C++ distribution and in its Python package. */
    private static final List<String> VERSION_FILES = List.of("build-version", "version.py");

    /**
     * The folder that the user has named, if any.
     *
     * @throws EngineException when there is no such folder, or its PyTorch is none that this extension can use; the
     *     message says what is wrong and which is needed
     */
    static Optional<LibraryFolder> find() {
        final String named = Utils.getEnvOrSystemProperty(NAME);
        return named == null || named.isBlank() ? Optional.empty() : Optional.of(check(Path.of(named.trim())));
    }

    /** Checks a folder before anything is loaded from it. */
    static LibraryFolder check(final Path folder) {
        if (!Files.isDirectory(folder)) {
            throw problem(folder, "is no folder");
        }
        if (!Files.isRegularFile(folder.resolve(System.mapLibraryName("torch")))) {
            throw problem(folder, "has no file " + System.mapLibraryName("torch"));
        }
        final Optional<String> version = version(folder);
        final Matcher parts = VERSION.matcher(version.orElse(""));
        final boolean known = parts.find();
        final String flavor;
        if (known) {
            if (!parts.group(1).equals(wantedVersion())) {
                throw problem(folder, "has PyTorch " + parts.group(1));
            }
            flavor = parts.group(2);
        } else {
            flavor = Files.exists(folder.resolve(System.mapLibraryName("torch_cuda"))) ? "cu128" : "cpu";
        }
        final String classifier = Platform.detectPlatform("pytorch").getClassifier();
        if (Engine.class.getResource("/jnilib/" + classifier + "/" + flavor + "/" + System.mapLibraryName("djl_torch"))
                == null) {
            throw problem(folder, "has PyTorch for \"" + flavor + "\", which cannot be used on " + classifier);
        }
        return new LibraryFolder(folder.toAbsolutePath(), flavor);
    }

    /** Prepares what DJL needs to take the libraries of this folder. */
    void prepare() throws IOException {
        final Platform platform = Platform.detectPlatform("pytorch");
        // DJL unpacks its bridge to this folder, but does not make it
        Files.createDirectories(Utils.getEngineCacheDir("pytorch")
                .resolve(platform.getVersion() + "-" + flavor + "-" + platform.getClassifier()));
        if (Utils.getEnvOrSystemProperty(FLAVOR) == null) {
            System.setProperty(FLAVOR, flavor);
        }
    }

    /** The version of DJL's bridge, which fits PyTorch's of the same version only. */
    private static String wantedVersion() {
        final Matcher version = Pattern.compile("\\d+\\.\\d+\\.\\d+")
                .matcher(Platform.detectPlatform("pytorch").getVersion());
        if (!version.find()) {
            throw new IllegalStateException("DJL's natives tell no version.");
        }
        return version.group();
    }

    private static Optional<String> version(final Path folder) {
        for (final String name : VERSION_FILES) {
            final Path file = folder.toAbsolutePath().getParent().resolve(name);
            if (Files.isRegularFile(file)) {
                try {
                    return Optional.of(Files.readString(file));
                } catch (final IOException exception) {
                    throw problem(folder, "cannot be read (" + exception.getMessage() + ")");
                }
            }
        }
        return Optional.empty();
    }

    private static EngineException problem(final Path folder, final String what) {
        return new EngineException("The PyTorch library folder \"" + folder + "\" " + what + ". Unpack libtorch "
                + wantedVersion() + " for CUDA 12.8 (or for the processor) and name its folder \"lib\" in the system"
                + " property " + NAME + " (a line -D" + NAME + "=... in knime.ini) or the environment variable of that"
                + " name; or name none, to use the installed libraries for the processor.");
    }
}
