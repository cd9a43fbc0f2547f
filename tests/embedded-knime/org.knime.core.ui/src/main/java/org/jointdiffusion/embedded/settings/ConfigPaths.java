package org.jointdiffusion.embedded.settings;

import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Looks for entries in nested settings. */
public final class ConfigPaths {

    private ConfigPaths() {}

    /** Returns whether the settings contain the entry or sub-config with this path of keys. */
    public static boolean contains(final NodeSettingsRO settings, final List<String> path) {
        NodeSettingsRO current = settings;
        for (int index = 0; index < path.size(); index++) {
            if (!current.containsKey(path.get(index))) {
                return false;
            }
            if (index < path.size() - 1) {
                try {
                    current = current.getNodeSettings(path.get(index));
                } catch (InvalidSettingsException exception) {
                    return false;
                }
            }
        }
        return true;
    }
}
