package org.jointdiffusion.runner;

import java.nio.file.Path;

/**
 * Where things lie when the user does not say so.
 *
 * @param workflow the example workflow
 * @param results the folder that holds a folder of results for each workflow
 */
record RunDefaults(Path workflow, Path results) {

    /** The defaults in a copy of the project. */
    static RunDefaults in(final Path project) {
        return new RunDefaults(
                project.resolve("example-workflows").resolve("Explain fashion images"), project.resolve("results"));
    }
}
