package org.jointdiffusion.nodes.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.embedded.dialog.ParametersDialog;
import org.jointdiffusion.embedded.settings.PortInput;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.message.TextMessage.Message;

/** Opens dialogs. */
public final class TestDialogs {

    private TestDialogs() {}

    /** The messages of a dialog behind nodes that were executed. */
    public static List<Message> messages(final NodeParameters parameters, final PortObject... inputs) {
        return ParametersDialog.open(
                        parameters,
                        new PortInput(
                                Arrays.stream(inputs).map(TestDialogs::type).toArray(PortType[]::new),
                                Arrays.stream(inputs).map(PortObject::getSpec).toArray(PortObjectSpec[]::new),
                                inputs,
                                new PortType[0]))
                .messages();
    }

    /** The only message of such a dialog. */
    public static Message message(final NodeParameters parameters, final PortObject... inputs) {
        final List<Message> messages = messages(parameters, inputs);
        assertEquals(1, messages.size());
        return messages.get(0);
    }

    private static PortType type(final PortObject input) {
        return input instanceof JointModelPortObject ? JointModelPortObject.TYPE : BufferedDataTable.TYPE;
    }
}
