package org.jointdiffusion.runner;

import java.util.function.Predicate;

/**
 * A parameter that the user sets for one run: {@code --set "<node>/<parameter>=<value>"}.
 *
 * <p>Node names may hold slashes, so the text before the equals sign is split only once the workflow's node names are
 * known.
 *
 * @param path the node and the parameter, separated by a slash
 * @param value the new value
 */
record ParameterAssignment(String path, String value) {

    /**
     * Reads an assignment.
     *
     * @throws IllegalArgumentException if the text does not have the form {@code <node>/<parameter>=<value>}
     */
    static ParameterAssignment parse(final String text) {
        final var slash = text.indexOf('/');
        final var equals = text.indexOf('=', slash + 1);
        if (slash < 1 || equals < slash + 2) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form \"<node>/<parameter>=<value>\","
                    + " for example \"Joint Diffusion Learner/maximumMinutes=2\".");
        }
        return new ParameterAssignment(text.substring(0, equals), text.substring(equals + 1));
    }

    /** The node that is meant, and its parameter. */
    record Target(String node, String parameter) {}

    /**
     * Tells the node from the parameter.
     *
     * @param isNode whether the workflow has a node of this name
     * @return the node's name and the parameter; where no node fits, what stands before and after the first slash
     */
    Target resolve(final Predicate<String> isNode) {
        for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (isNode.test(path.substring(0, slash))) {
                return split(slash);
            }
        }
        return split(path.indexOf('/'));
    }

    private Target split(final int slash) {
        return new Target(path.substring(0, slash), path.substring(slash + 1));
    }
}
