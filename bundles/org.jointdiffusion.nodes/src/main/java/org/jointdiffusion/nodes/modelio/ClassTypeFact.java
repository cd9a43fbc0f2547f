package org.jointdiffusion.nodes.modelio;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelCard;
import org.jointdiffusion.runtime.model.ModelFormatException;
import org.jointdiffusion.runtime.model.ModelOutline;

/**
 * The cell type of the target column, kept in the card of a model file: only KNIME knows it.
 *
 * <p>A file without this fact has classes that are strings.
 */
final class ClassTypeFact {

    private static final String NAME = "class type";
    private static final String INTEGER = "whole number";

    private ClassTypeFact() {}

    /** The model as it is written: one whose classes are whole numbers says so in its card. */
    static JointModel addTo(final JointModelPortObject port) {
        final JointModel model = port.model();
        final Map<String, String> facts = new LinkedHashMap<>(model.card().facts());
        if (port.getSpec().targetType() == TargetType.INTEGER) {
            facts.put(NAME, INTEGER);
        } else {
            facts.remove(NAME);
        }
        return model.withCard(new ModelCard(facts));
    }

    /**
     * The cell type of a model that is read.
     *
     * @throws ModelFormatException when the classes should be whole numbers, but are not
     */
    static TargetType of(final ModelOutline outline) throws ModelFormatException {
        if (!INTEGER.equals(outline.card().facts().get(NAME))) {
            return TargetType.STRING;
        }
        for (final String className : outline.specification().classNames()) {
            try {
                TargetType.INTEGER.cell(className);
            } catch (NumberFormatException e) {
                throw new ModelFormatException(
                        "The card of the model says that its classes are whole numbers, but there is a class \""
                                + className + "\". Train the model again.",
                        e);
            }
        }
        return TargetType.INTEGER;
    }
}
