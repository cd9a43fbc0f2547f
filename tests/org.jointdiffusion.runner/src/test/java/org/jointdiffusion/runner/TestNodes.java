package org.jointdiffusion.runner;

import java.util.Arrays;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Small nodes for the tests of the runner. */
final class TestNodes {

    private static final DataTableSpec SPEC = new DataTableSpecCreator()
            .addColumns(
                    new DataColumnSpecCreator("Label", StringCell.TYPE).createSpec(),
                    new DataColumnSpecCreator("Prediction", StringCell.TYPE).createSpec())
            .createSpec();

    private TestNodes() {}

    /** Settings of all the nodes here. */
    static final class Parameters implements NodeParameters {

        /** The pairs of label and prediction, separated by blanks. */
        String m_pairs = "a:a a:b b:b b:b";

        long m_seed = 1;
    }

    private static DefaultNode node(final String name, final ExecuteConsumer execute) {
        return DefaultNode.create()
                .name(name)
                .icon("icon.png")
                .shortDescription(name + ".")
                .fullDescription("A node for tests.")
                .sinceVersion(5, 8, 0)
                .ports(ports -> ports.addOutputTable("Table", "Pairs."))
                .model(model -> model.parametersClass(Parameters.class)
                        .configure((input, output) -> output.setOutSpec(0, SPEC))
                        .execute(execute))
                .nodeType(NodeType.Source);
    }

    private static void writePairs(final ExecuteInput input, final ExecuteOutput output) {
        final Parameters parameters = input.getParameters();
        final var container = input.getExecutionContext().createDataContainer(SPEC);
        Arrays.stream(parameters.m_pairs.split(" "))
                .map(pair -> pair.split(":"))
                .forEach(pair -> container.addRowToTable(
                        new DefaultRow("Row" + container.size(), new StringCell(pair[0]), new StringCell(pair[1]))));
        container.close();
        output.setOutData(0, container.getTable());
    }

    private static void waitForCancel(final ExecuteInput input) throws CanceledExecutionException {
        while (true) {
            input.getExecutionContext().checkCanceled();
            Thread.onSpinWait();
        }
    }

    /** Writes a table. */
    public static final class Source extends DefaultNodeFactory {
        public Source() {
            super(node("Source", TestNodes::writePairs));
        }
    }

    /** Writes a table and warns; its name has a slash. */
    public static final class Warning extends DefaultNodeFactory {
        public Warning() {
            super(node("Warning/Source", (input, output) -> {
                writePairs(input, output);
                output.setWarningMessage("One pair is odd.");
            }));
        }
    }

    /** Always fails. */
    public static final class Failing extends DefaultNodeFactory {
        public Failing() {
            super(node("Failing", (input, output) -> {
                throw KNIMEException.of(Message.fromSummary("The column \"Image\" is missing."));
            }));
        }
    }

    /** Runs until it is cancelled. */
    public static final class Endless extends DefaultNodeFactory {
        public Endless() {
            super(node("Endless", (input, output) -> waitForCancel(input)));
        }
    }
}
