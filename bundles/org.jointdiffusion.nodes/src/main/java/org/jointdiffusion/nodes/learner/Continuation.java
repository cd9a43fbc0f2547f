package org.jointdiffusion.nodes.learner;

import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.knime.core.node.InvalidSettingsException;

/** What the model from which a training goes on demands of the training images, and what it decides. */
final class Continuation {

    private Continuation() {}

    /**
     * Checks that the classes of a column can be those of the model; its name may differ.
     *
     * @throws InvalidSettingsException when their cells have another type
     */
    static void check(final JointModelPortObjectSpec model, final ClassColumn classes) throws InvalidSettingsException {
        if (classes.type() != model.targetType()) {
            throw new InvalidSettingsException("The classes of the connected model are " + words(model.targetType())
                    + ", but the class column \"" + classes.name() + "\" holds " + words(classes.type())
                    + ". Convert the column, or choose another.");
        }
    }

    private static String words(final TargetType type) {
        return switch (type) {
            case STRING -> "strings";
            case INTEGER -> "whole numbers";
        };
    }

    /** The classes of the model, then the others of the images in their order. */
    static List<String> classNames(
            final JointModelPortObjectSpec model, final List<String> ofImages, final Warnings warnings) {
        final List<String> names = new ArrayList<>(model.classNames());
        ofImages.stream().filter(name -> !names.contains(name)).forEach(names::add);
        final List<String> missing = model.classNames().stream()
                .filter(name -> !ofImages.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            warnings.note("There is no training image of " + missing.size() + " of the model's "
                    + model.classNames().size() + " classes, first \"" + missing.get(0)
                    + "\": the model will forget them. Add images of all classes.");
        }
        return names;
    }
}
