package org.jointdiffusion.nodes.reader;

import org.jointdiffusion.nodes.settings.DialogSections;
import org.jointdiffusion.nodes.settings.ImageLimitParameters;
import org.jointdiffusion.runtime.image.LabeledImageLayout;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The settings of the Labeled Image Reader. */
@Layout(DialogSections.Data.class)
final class LabeledImageReaderParameters implements NodeParameters {

    /** How the images lie on disk. */
    enum Layouts {
        @Label(value = "Class folders", description = "A folder with one folder of images for each class.")
        CLASS_FOLDERS(LabeledImageLayout.CLASS_FOLDERS),
        @Label(value = "CSV listing", description = "A CSV file with a column of file names and a column of labels.")
        CSV_FILE(LabeledImageLayout.CSV_FILE),
        @Label(value = "IDX files", description = "A file of images and a file of labels, as MNIST comes.")
        IDX_FILES(LabeledImageLayout.IDX_FILES);

        private final LabeledImageLayout m_layout;

        Layouts(final LabeledImageLayout layout) {
            m_layout = layout;
        }

        LabeledImageLayout layout() {
            return m_layout;
        }
    }

    @Widget(title = "Layout", description = "How the images and their labels lie on disk.")
    @RadioButtonsWidget
    @ValueReference(LayoutReference.class)
    Layouts m_layout = Layouts.CLASS_FOLDERS;

    @Widget(
            title = "Location",
            description = "The folder that holds the class folders, the CSV file, or the IDX file with the images. "
                    + "A path on this machine, or a URL such as <tt>knime://knime.workflow/data/clothes</tt> for a "
                    + "folder that travels with the workflow.")
    @TextInputWidget(placeholder = "knime://knime.workflow/data/images")
    String m_location = "";

    @Widget(
            title = "File column",
            description = "The name of the CSV column that holds the file names. If empty, it is the first column.")
    @Effect(predicate = IsCsv.class, type = EffectType.SHOW)
    String m_csvFileColumn = "";

    @Widget(
            title = "Label column",
            description = "The name of the CSV column that holds the labels. If empty, it is the second column.")
    @Effect(predicate = IsCsv.class, type = EffectType.SHOW)
    String m_csvLabelColumn = "";

    @Widget(
            title = "Label file",
            description = "The IDX file with the labels. If empty, it is the file beside the images that has "
                    + "<tt>labels-idx1</tt> in its name instead of <tt>images-idx3</tt>.")
    @Effect(predicate = IsIdx.class, type = EffectType.SHOW)
    String m_labelsLocation = "";

    @Layout(DialogSections.Limits.class)
    @Migrate(loadDefaultIfAbsent = true)
    ImageLimitParameters m_imageLimits = new ImageLimitParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        m_imageLimits.validate();
    }

    static final class LayoutReference implements ParameterReference<Layouts> {}

    static final class IsCsv implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LayoutReference.class).isOneOf(Layouts.CSV_FILE);
        }
    }

    static final class IsIdx implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LayoutReference.class).isOneOf(Layouts.IDX_FILES);
        }
    }
}
