package org.jointdiffusion.nodes.learner;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.knime.node.parameters.widget.message.TextMessage.SimpleTextMessageProvider;

/**
 * The input ports of the learner: the training images, then a model and validation images, each only if the user added
 * the port; they are told apart by what they carry.
 */
final class LearnerPorts {

    private LearnerPorts() {}

    /** The model to continue from; empty without that port, or as long as nothing is known of the model. */
    static Optional<JointModelPortObjectSpec> model(final PortObjectSpec[] specs) {
        return others(specs, JointModelPortObjectSpec.class);
    }

    /** The spec of the validation images; empty without that port, or as long as nothing is known of the table. */
    static Optional<DataTableSpec> validation(final PortObjectSpec[] specs) {
        return others(specs, DataTableSpec.class);
    }

    /** The model to continue from; empty without that port. */
    static Optional<JointModelPortObject> model(final PortObject[] objects) {
        return others(objects, JointModelPortObject.class);
    }

    /** The validation images; empty without that port. */
    static Optional<BufferedDataTable> validation(final PortObject[] objects) {
        return others(objects, BufferedDataTable.class);
    }

    private static <T> Optional<T> others(final Object[] inputs, final Class<T> type) {
        return Stream.of(inputs)
                .skip(1)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static boolean hasModel(final NodeParametersInput input) {
        return Arrays.asList(input.getInPortTypes()).contains(JointModelPortObject.TYPE);
    }

    private static boolean hasValidation(final NodeParametersInput input) {
        return Stream.of(input.getInPortTypes()).skip(1).anyMatch(BufferedDataTable.TYPE::equals);
    }

    /** Whether there is a port for a model to continue from. */
    static final class HasModel implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(LearnerPorts::hasModel);
        }
    }

    /** Whether there is a port for validation images. */
    static final class HasValidation implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(LearnerPorts::hasValidation);
        }
    }

    /** Says in the dialog what a model to continue from decides. */
    static final class ContinuingMessage implements SimpleTextMessageProvider {
        @Override
        public boolean showMessage(final NodeParametersInput input) {
            return hasModel(input);
        }

        @Override
        public String title() {
            return "The training goes on with the connected model";
        }

        @Override
        public String description() {
            return "The image size, the colours, the network and the noise schedule are those of the model. Its"
                    + " classes stay in their order, and new classes of the training images follow them.";
        }

        @Override
        public MessageType type() {
            return MessageType.INFO;
        }
    }
}
