package org.jointdiffusion.nodes.modelio;

import org.jointdiffusion.nodes.settings.DialogSections;
import org.jointdiffusion.runtime.model.WeightStorage;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The settings of the Joint Diffusion Model Writer. */
@Layout(DialogSections.Data.class)
final class ModelWriterParameters implements NodeParameters {

    /** What is done when the file is there already. */
    enum ExistingFile {
        @Label(value = "Fail", description = "Keeps the file; the node fails.")
        FAIL,
        @Label(value = "Overwrite", description = "Replaces the file once the new one is complete.")
        OVERWRITE
    }

    /** With how many digits the weights are stored. */
    enum Storage {
        @Label(
                value = "Full",
                description = "32 bit: the model that is read again is exactly the one that was written.")
        FULL(WeightStorage.FULL),
        @Label(
                value = "Half",
                description = "16 bit: half the size. Weights are rounded to 11 significant bits, which hardly ever "
                        + "changes a prediction. Computations stay as they are.")
        HALF(WeightStorage.HALF);

        private final WeightStorage m_storage;

        Storage(final WeightStorage storage) {
            m_storage = storage;
        }

        WeightStorage storage() {
            return m_storage;
        }
    }

    @Widget(
            title = "Location",
            description = "The file to write, usually with the ending <tt>.safetensors</tt>: a path on this "
                    + "machine, or a URL such as <tt>knime://knime.workflow/data/model.safetensors</tt> for a file "
                    + "that travels with the workflow. The folder must be there already.")
    @TextInputWidget(placeholder = "knime://knime.workflow/data/model.safetensors")
    String m_location = "";

    @Widget(title = "If the file exists", description = "What is done when there is a file at the location already.")
    @RadioButtonsWidget
    ExistingFile m_existingFile = ExistingFile.FAIL;

    @Widget(title = "Precision of the file", description = "With how many digits the weights are stored.")
    @RadioButtonsWidget
    Storage m_storage = Storage.FULL;
}
