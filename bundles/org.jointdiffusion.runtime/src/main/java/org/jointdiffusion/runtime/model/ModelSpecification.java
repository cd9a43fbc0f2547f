package org.jointdiffusion.runtime.model;

import java.util.List;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/**
 * Everything about a model but its weights: what a node needs to know before the model is there.
 *
 * @param network the shape of the network
 * @param schedule the noise schedule it was trained with
 * @param targetName the name of the column that held the classes
 * @param classNames the classes in the order of the classifier's outputs
 */
public record ModelSpecification(
        NetworkConfiguration network, NoiseSchedule schedule, String targetName, List<String> classNames) {

    /** Copies the class names; throws {@link IllegalArgumentException} when they are not one for each class. */
    public ModelSpecification {
        classNames = List.copyOf(classNames);
        if (classNames.size() != network.classes()) {
            throw new IllegalArgumentException("The network has " + network.classes() + " classes, but there are "
                    + classNames.size() + " class names.");
        }
        if (classNames.stream().distinct().count() < classNames.size()) {
            throw new IllegalArgumentException("Two classes have the same name.");
        }
    }
}
