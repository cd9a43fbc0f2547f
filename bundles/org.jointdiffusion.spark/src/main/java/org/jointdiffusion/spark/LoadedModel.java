package org.jointdiffusion.spark;

import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.model.JointModel;

/**
 * A model that is ready to be used.
 *
 * @param model the model
 * @param network its network, which stays loaded until the process ends
 */
record LoadedModel(JointModel model, JointNetwork network) {}
