package org.jointdiffusion.runner;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the user asked for.
 *
 * @param workflow the workflow's directory, absolute
 * @param assignments parameters that are set for this run, in order
 * @param variables values for flow variables of the workflow, by their names
 * @param output the directory for the results, absolute
 * @param seed the seed for every node that has one
 * @param mode whether the workflow is executed or only loaded
 */
record RunRequest(
        Path workflow,
        List<ParameterAssignment> assignments,
        Map<String, String> variables,
        Path output,
        OptionalLong seed,
        RunMode mode) {}
