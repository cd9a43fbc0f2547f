package org.jointdiffusion.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the class files of this project's modules are. */
public enum ProjectClasses {
    /** The method itself. */
    RUNTIME("bundles/org.jointdiffusion.runtime"),
    /** The KNIME nodes. */
    NODES("bundles/org.jointdiffusion.nodes"),
    /** The job for Apache Spark. */
    SPARK("bundles/org.jointdiffusion.spark"),
    /** The embedded host's data model. */
    HOST_CORE("tests/embedded-knime/org.knime.core"),
    /** The embedded host's node API. */
    HOST_CORE_UI("tests/embedded-knime/org.knime.core.ui"),
    /** The headless workflow runner. */
    RUNNER("tests/org.jointdiffusion.runner");

    private final String m_module;

    ProjectClasses(final String module) {
        m_module = module;
    }

    /** Returns the checkout's root folder. */
    public static Path root() {
        return Path.of(System.getProperty("basedir", "."))
                .toAbsolutePath()
                .resolve("../..")
                .normalize();
    }

    /** Returns the folder that holds the compiled classes. */
    public Path folder() {
        return root().resolve(m_module).resolve("target/classes");
    }

    /** Returns every class file of the module, in path order. */
    public List<Path> files() {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        } catch (final IOException ex) {
            throw new UncheckedIOException("No class files in " + folder() + ". Build the module first.", ex);
        }
    }
}
