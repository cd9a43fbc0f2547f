package org.jointdiffusion.nodes.port;

import java.util.List;
import org.jointdiffusion.runtime.model.ModelFormatException;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.jointdiffusion.runtime.model.SpecificationJson;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** What nodes know about a model before they run: its classes, image size, network and noise schedule. */
public final class JointModelPortObjectSpec extends AbstractSimplePortObjectSpec {

    private static final String SPECIFICATION = "specification";
    private static final String TARGET_TYPE = "target_type";

    private ModelSpecification m_specification;
    private TargetType m_targetType;

    /** For loading only. */
    public JointModelPortObjectSpec() {
        // the fields are set by load
    }

    /** The spec of a model whose target column has cells of the given type. */
    public JointModelPortObjectSpec(final ModelSpecification specification, final TargetType targetType) {
        m_specification = specification;
        m_targetType = targetType;
    }

    /** Everything about the model but its weights. */
    public ModelSpecification specification() {
        return m_specification;
    }

    /** The cell type of the target column. */
    public TargetType targetType() {
        return m_targetType;
    }

    /** The name of the target column. */
    public String targetName() {
        return m_specification.targetName();
    }

    /** The classes in the order of the classifier's outputs. */
    public List<String> classNames() {
        return m_specification.classNames();
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString(SPECIFICATION, SpecificationJson.write(m_specification));
        model.addString(TARGET_TYPE, m_targetType.name());
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        final String targetType = model.getString(TARGET_TYPE);
        try {
            m_specification = SpecificationJson.read(model.getString(SPECIFICATION));
            m_targetType = TargetType.valueOf(targetType);
            // an integer target whose classes are no numbers would fail much later, in the middle of a table
            m_specification.classNames().forEach(m_targetType::cell);
        } catch (ModelFormatException e) {
            throw new InvalidSettingsException("The description of the model is damaged. " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(
                    "The description of the model names the target type \"" + targetType
                            + "\", which does not fit its classes. Train the model again.",
                    e);
        }
    }

    /** The serializer that is registered with the port type. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<JointModelPortObjectSpec> {}
}
