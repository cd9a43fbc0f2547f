package org.jointdiffusion.nodes.settings;

import java.util.List;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** Offers the classes of the model at the first input port, once that model is known. */
public final class ModelClassesProvider implements StringChoicesProvider {

    @Override
    public List<String> choices(final NodeParametersInput input) {
        return input.getInPortSpec(0)
                .map(spec -> ((JointModelPortObjectSpec) spec).classNames())
                .orElse(List.of());
    }
}
