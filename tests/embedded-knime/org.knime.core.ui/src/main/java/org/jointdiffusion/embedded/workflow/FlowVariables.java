package org.jointdiffusion.embedded.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * The variables of a workflow, by their names; as texts, which fit settings of every kind.
 *
 * <p>Variables that nodes make are unknown here: the host has those only that the workflow itself stores.
 */
final class FlowVariables {

    /** The group of {@code workflow.knime} that holds them. */
    private static final String WORKFLOW_KEY = "workflow_variables";

    /** The group of a node's settings that says which variable overwrites which setting. */
    private static final String NODE_KEY = "variables";

    private static final String TREE = "tree";
    private static final String USED = "used_variable";

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Reads the variables that a workflow stores with their default values. */
    static FlowVariables of(final NodeSettingsRO workflow) throws InvalidSettingsException {
        final FlowVariables variables = new FlowVariables();
        if (workflow.containsKey(WORKFLOW_KEY)) {
            final NodeSettingsRO stored = workflow.getNodeSettings(WORKFLOW_KEY);
            for (final String key : stored.keySet()) {
                final NodeSettingsRO variable = stored.getNodeSettings(key);
                variables.values.put(variable.getString("name"), text(variable));
            }
        }
        return variables;
    }

    /** Returns which setting of a node (its path of keys) takes its value from which variable. */
    static Map<String, String> uses(final NodeSettingsRO node) throws InvalidSettingsException {
        final Map<String, String> uses = new LinkedHashMap<>();
        if (node.containsKey(NODE_KEY) && node.getNodeSettings(NODE_KEY).containsKey(TREE)) {
            collect(node.getNodeSettings(NODE_KEY).getNodeSettings(TREE), "", uses);
        }
        return uses;
    }

    List<String> names() {
        return new ArrayList<>(values.keySet());
    }

    /** Changes the value of a variable, or adds one, as the batch application's {@code -workflow.variable} does. */
    void set(final String name, final String value) {
        values.put(name, value);
    }

    /**
     * Overwrites settings with the values of variables.
     *
     * @throws InvalidSettingsException if there is no such variable or setting, or the value does not fit
     */
    void overwrite(final NodeSettings settings, final Map<String, String> uses) throws InvalidSettingsException {
        for (final Map.Entry<String, String> use : uses.entrySet()) {
            final String value = values.get(use.getValue());
            if (value == null) {
                throw new InvalidSettingsException("The setting \"" + use.getKey() + "\" takes its value from the flow"
                        + " variable \"" + use.getValue() + "\", which does not exist. The variables of the workflow"
                        + " are: " + String.join(", ", values.keySet()) + ".");
            }
            ParameterEntries.set(settings, use.getKey(), value);
        }
    }

    private static void collect(final NodeSettingsRO group, final String path, final Map<String, String> uses)
            throws InvalidSettingsException {
        for (final String key : group.keySet()) {
            final NodeSettingsRO inner = group.getNodeSettings(key);
            if (!inner.containsKey(USED)) {
                collect(inner, path + key + "/", uses);
            } else if (inner.getString(USED) != null) {
                uses.put(path + key, inner.getString(USED));
            }
        }
    }

    private static String text(final NodeSettingsRO variable) throws InvalidSettingsException {
        final String kind = variable.getString("class");
        return switch (kind) {
            case "STRING" -> variable.getString("value");
            case "INTEGER" -> Integer.toString(variable.getInt("value"));
            case "DOUBLE" -> Double.toString(variable.getDouble("value"));
            default ->
                throw new InvalidSettingsException("The flow variable \"" + variable.getString("name")
                        + "\" is of the kind " + kind + ", but the embedded host knows texts and numbers only.");
        };
    }
}
