package org.jointdiffusion.nodes.settings;

import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.DeviceUse;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.model.JointModel;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The settings of every node that runs a network: where and with which arithmetic. */
@Layout(DialogSections.Execution.class)
public abstract class ExecutionParameters implements NodeParameters {

    /** The choice of the device. */
    @Widget(
            title = "Device",
            description = "Where the node computes. A GPU needs a PyTorch library with CUDA on this machine.")
    @ValueSwitchWidget
    @ValueReference(DeviceReference.class)
    protected DeviceChoice m_device = DeviceChoice.AUTOMATIC;

    /** Which GPU, counted from 0. */
    @Widget(title = "GPU number", description = "Which GPU computes; the first one has the number 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsGpu.class, type = EffectType.SHOW)
    protected int m_gpuNumber;

    /** The choice of the arithmetic. */
    @Widget(
            title = "Precision",
            description = "The arithmetic of the network. Sixteen bits are faster on many devices and slightly less "
                    + "exact; results with the same seed agree only at the same precision.")
    @ValueSwitchWidget
    @ValueReference(PrecisionReference.class)
    protected PrecisionChoice m_precision = PrecisionChoice.AUTOMATIC;

    /** The chosen device in the words of the runtime. */
    public final Device device() {
        return switch (m_device) {
            case AUTOMATIC -> Device.automatic();
            case CPU -> Device.cpu();
            case GPU -> Device.gpu(m_gpuNumber);
        };
    }

    /** The chosen arithmetic in the words of the runtime. */
    public final Precision precision() {
        return Precision.valueOf(m_precision.name());
    }

    /** Loads a model on the chosen device; to be closed by the caller. */
    public final JointNetwork load(final JointModel model) {
        return RuntimeService.shared().load(model, device(), precision());
    }

    /** Joins those who use the chosen device, so that their progress names this node; to be closed by the caller. */
    public final DeviceUse use(final String node) {
        return RuntimeService.shared().use(device(), node);
    }

    /** Refers to the device. */
    public static final class DeviceReference implements ParameterReference<DeviceChoice> {}

    /** Refers to the arithmetic. */
    public static final class PrecisionReference implements ParameterReference<PrecisionChoice> {}

    static final class IsGpu implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DeviceReference.class).isOneOf(DeviceChoice.GPU);
        }
    }
}
