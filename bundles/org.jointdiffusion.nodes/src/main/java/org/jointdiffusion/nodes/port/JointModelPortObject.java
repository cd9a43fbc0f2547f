package org.jointdiffusion.nodes.port;

import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import javax.swing.JComponent;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.model.ModelFormatException;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.model.TrainingStateFile;
import org.jointdiffusion.runtime.training.StartingPoint;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * A trained joint diffusion model at a port; saved as one safetensors file, which other programs can open too, and if
 * asked for a second one with the state of its training.
 */
public final class JointModelPortObject extends AbstractPortObject {

    /** The type of ports that carry these models. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(JointModelPortObject.class);

    /** The name of the model file inside the saved port object. */
    static final String MODEL_FILE = "model.safetensors";

    /** The name of the file with the state of the training, which is there only if it was asked for. */
    static final String STATE_FILE = "training-state.safetensors";

    private JointModel m_model;
    private JointModelPortObjectSpec m_spec;
    private Optional<TrainingState> m_trainingState = Optional.empty();

    /** For loading only. */
    public JointModelPortObject() {
        // the fields are set by load
    }

    /** A port object of a model whose target column has cells of the given type. */
    public JointModelPortObject(final JointModel model, final TargetType targetType) {
        this(model, targetType, Optional.empty());
    }

    /** The same with where its training ended, if that is to be kept. */
    public JointModelPortObject(
            final JointModel model, final TargetType targetType, final Optional<TrainingState> trainingState) {
        m_trainingState = trainingState;
        m_model = model;
        m_spec = new JointModelPortObjectSpec(model.specification(), targetType);
    }

    /** The model. */
    public JointModel model() {
        return m_model;
    }

    /** What the model is and how it was made: what follows from the model itself, then its card. */
    public Map<String, String> facts() {
        return ModelCardView.facts(m_model);
    }

    /** The model as a start for another training, with where its own ended if that was kept. */
    public StartingPoint startingPoint() {
        return new StartingPoint(m_model, m_trainingState);
    }

    @Override
    public JointModelPortObjectSpec getSpec() {
        return m_spec;
    }

    /** Reads like "10 classes, 28x28 grey, 1.3 M parameters, trained 20 epochs". */
    @Override
    public String getSummary() {
        final String summary = String.format(
                Locale.ROOT,
                "%d classes, %s, %s parameters",
                m_spec.classNames().size(),
                m_spec.specification().network().image(),
                shortNumber(m_model.weights().length));
        return Optional.ofNullable(m_model.card().facts().get("epochs"))
                .map(epochs -> summary + ", trained " + epochs + " epochs")
                .orElse(summary);
    }

    private static String shortNumber(final long number) {
        if (number >= 1_000_000) {
            return String.format(Locale.ROOT, "%.1f M", number / 1e6);
        }
        return number >= 1_000 ? String.format(Locale.ROOT, "%.0f k", number / 1e3) : Long.toString(number);
    }

    @Override
    public JComponent[] getViews() {
        final JComponent card = ModelCardView.of(m_model);
        return m_model.samples()
                .map(samples -> new JComponent[] {
                    card, ModelSamplesView.of(samples, m_spec.classNames()),
                })
                .orElseGet(() -> new JComponent[] {card});
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec) throws IOException {
        out.putNextEntry(new ZipEntry(MODEL_FILE));
        ModelFile.write(m_model, out);
        out.closeEntry();
        if (m_trainingState.isPresent()) {
            out.putNextEntry(new ZipEntry(STATE_FILE));
            TrainingStateFile.write(m_trainingState.get(), m_model, out);
            out.closeEntry();
        }
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor exec)
            throws IOException {
        m_spec = (JointModelPortObjectSpec) spec;
        try {
            m_model = readModel(in);
            m_trainingState = readState(in);
        } catch (final EOFException | ZipException | IllegalArgumentException e) {
            // the last one is what Java's archives throw on names that are no UTF-8
            throw new IOException(
                    "The archive of the saved model is damaged or cut short. Execute the node that made it again.", e);
        }
    }

    private JointModel readModel(final PortObjectZipInputStream in) throws IOException {
        final ZipEntry entry = firstEntry(in);
        if (entry == null || !MODEL_FILE.equals(entry.getName())) {
            throw new IOException("The saved model lacks the file \"" + MODEL_FILE
                    + "\", so it was cut short or altered. Execute the node that made it again.");
        }
        final JointModel model = ModelFile.read(in);
        if (!model.specification().equals(m_spec.specification())) {
            throw new ModelFormatException("The file \"" + MODEL_FILE + "\" does not belong to the model that the "
                    + "workflow describes, so it was altered. Execute the node that made it again.");
        }
        return model;
    }

    private Optional<TrainingState> readState(final PortObjectZipInputStream in) throws IOException {
        final ZipEntry entry = in.getNextEntry();
        if (entry == null) {
            return Optional.empty();
        }
        if (!STATE_FILE.equals(entry.getName())) {
            throw new IOException("The saved model has the unknown file \"" + entry.getName()
                    + "\", so it was altered, or written by a later version. Update the extension, or execute the node"
                    + " that made it again.");
        }
        return Optional.of(TrainingStateFile.read(in, m_model));
    }

    private static ZipEntry firstEntry(final PortObjectZipInputStream in) throws IOException {
        try {
            return in.getNextEntry();
        } catch (final IllegalArgumentException e) {
            // what Java says to a name that is not UTF-8
            return null;
        }
    }

    /** The serializer that is registered with the port type. */
    public static final class Serializer extends AbstractPortObjectSerializer<JointModelPortObject> {}
}
