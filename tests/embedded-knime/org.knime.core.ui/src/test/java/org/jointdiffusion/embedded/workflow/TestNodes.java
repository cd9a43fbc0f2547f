package org.jointdiffusion.embedded.workflow;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;
import org.jointdiffusion.embedded.Tables;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.util.FileUtil;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts;
import org.knime.node.RequirePorts.PortsAdder;
import org.knime.node.parameters.NodeParameters;

/** Small nodes that tests build workflows of. */
final class TestNodes {

    private static final String[] COLUMNS = {"text"};

    private TestNodes() {}

    private static RequirePorts node(final String name) {
        return DefaultNode.create()
                .name(name)
                .icon("icon.png")
                .shortDescription("A test.")
                .fullDescription("A test.")
                .sinceVersion(5, 8, 0);
    }

    private static DataTableSpec spec() {
        return new DataTableSpec(Tables.column(COLUMNS[0], StringCell.TYPE));
    }

    private static void inAndOut(final PortsAdder ports) {
        ports.addInputTable("Rows", "The rows.").addOutputTable("Out", "The rows.");
    }

    /** Gives a table with the text of a file in the workflow, or "constant". */
    public static final class Source extends DefaultNodeFactory {
        public Source() {
            super(node("Source")
                    .ports(ports -> ports.addOutputTable("Out", "A row."))
                    .model(model -> model.parametersClass(SourceParameters.class)
                            .configure((in, out) -> out.setOutSpec(0, spec()))
                            .execute((in, out) -> out.setOutData(0, Tables.ofTexts(COLUMNS, new String[] {
                                ((SourceParameters) in.getParameters()).read()
                            }))))
                    .nodeType(NodeType.Source));
        }
    }

    static final class SourceParameters implements NodeParameters {
        String m_location = "";

        String read() throws KNIMEException {
            try {
                return m_location.isEmpty()
                        ? "constant"
                        : Files.readString(FileUtil.resolveToPath(FileUtil.toURL(m_location)));
            } catch (IOException | URISyntaxException exception) {
                throw new KNIMEException("The file " + m_location + " cannot be read.", exception);
            }
        }
    }

    /** Appends a text to the text of the first row, and warns if told so. */
    public static final class Append extends DefaultNodeFactory {
        public Append() {
            super(node("Append").ports(TestNodes::inAndOut).model(model -> model.parametersClass(AppendParameters.class)
                    .configure((in, out) -> out.setOutSpec(0, in.getInTableSpec(0)))
                    .execute((in, out) -> {
                        final AppendParameters parameters = in.getParameters();
                        final String text = Tables.rows(in.getInTable(0)).get(0).substring("Row0: ".length());
                        in.getExecutionContext().setProgress(0.5, "half");
                        out.setOutData(0, Tables.ofTexts(COLUMNS, new String[] {
                            text + parameters.m_suffix.repeat(parameters.m_count)
                        }));
                        parameters.m_warning.ifPresent(out::setWarningMessage);
                    })));
        }
    }

    static final class AppendParameters implements NodeParameters {
        String m_suffix = "+";
        int m_count = 1;
        Optional<String> m_warning = Optional.empty();
        Nested m_nested = new Nested();

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_count < 0) {
                throw new InvalidSettingsException("The count must not be negative.");
            }
        }
    }

    static final class Nested implements NodeParameters {
        double m_rate = 0.5;
        boolean m_switch;
        String[] m_list = {};
    }

    /** Fails. */
    public static final class Fail extends DefaultNodeFactory {
        public Fail() {
            super(node("Fail").ports(TestNodes::inAndOut).model(passing((in, out) -> {
                throw new KNIMEException("There is no luck today.");
            })));
        }
    }

    /** Cannot be configured. */
    public static final class Refuse extends DefaultNodeFactory {
        public Refuse() {
            super(node("Refuse").ports(TestNodes::inAndOut).model(model -> model.withoutParameters()
                    .configure((in, out) -> {
                        throw new InvalidSettingsException("There is no image column.");
                    })
                    .execute((in, out) -> out.setOutData(in.getInPortObjects()))));
        }
    }

    /** Knows the spec of its output only after execution. */
    public static final class Late extends DefaultNodeFactory {
        public Late() {
            super(node("Late").ports(TestNodes::inAndOut).model(model -> model.withoutParameters()
                    .configure((in, out) -> {})
                    .execute((in, out) -> out.setOutData(in.getInPortObjects()))));
        }
    }

    /** Gives nothing to its output. */
    public static final class Forget extends DefaultNodeFactory {
        public Forget() {
            super(node("Forget").ports(TestNodes::inAndOut).model(passing((in, out) -> {})));
        }
    }

    /** Waits until it is cancelled. */
    public static final class Wait extends DefaultNodeFactory {
        public Wait() {
            super(node("Wait").ports(TestNodes::inAndOut).model(passing((in, out) -> {
                while (true) {
                    in.getExecutionContext().checkCanceled();
                    pause();
                }
            })));
        }

        private static void pause() throws CanceledExecutionException {
            try {
                Thread.sleep(10);
            } catch (InterruptedException exception) {
                throw new CanceledExecutionException();
            }
        }
    }

    /** Takes no table. */
    public static final class Variables extends DefaultNodeFactory {
        public Variables() {
            super(node("Variables")
                    .ports(ports -> ports.addInputPort("In", "Variables.", FlowVariablePortObject.TYPE))
                    .model(model ->
                            model.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {})));
        }
    }

    /** Cannot be created. */
    public static final class Broken extends DefaultNodeFactory {
        public Broken() {
            super(node(Integer.toString(Integer.parseInt("no number")))
                    .ports(ports -> {})
                    .model(model ->
                            model.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {})));
        }
    }

    /** Gives its first input, and has a group of tables that the user can add. */
    public static final class Optionals extends DefaultNodeFactory {
        public Optionals() {
            super(node("Optionals")
                    .dynamicPorts(ports -> ports.addInputPortGroup("First", group -> group.name("First")
                                    .description("A table.")
                                    .fixed(BufferedDataTable.TYPE))
                            .addInputPortGroup("More", group -> group.name("More")
                                    .description("A table.")
                                    .optional()
                                    .supportedTypes(BufferedDataTable.TYPE))
                            .addOutputPortGroup("Out", group -> group.name("Out")
                                    .description("A table.")
                                    .fixed(BufferedDataTable.TYPE)))
                    .model(passing((in, out) -> {
                        final PortObject[] inputs = in.getInPortObjects();
                        out.setOutData(0, inputs[inputs.length - 1]);
                    })));
        }
    }

    private static Function<RequireModelParameters, DefaultModel> passing(final ExecuteConsumer execute) {
        return model -> model.withoutParameters()
                .configure((in, out) -> out.setOutSpec(0, in.getInTableSpec(0)))
                .execute(execute);
    }
}
