package org.jointdiffusion.runtime.model;

import java.io.IOException;

/** Says why a file holds no model that can be used: what is wrong and what to do. */
public final class ModelFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A message of full sentences for the user. */
    public ModelFormatException(final String message) {
        super(message);
    }

    /** A message of full sentences for the user, with its cause. */
    public ModelFormatException(final String message, final Throwable cause) {
        super(message, cause);
    }

    /** A model file whose content is not what it should be; {@code detail} is a clause without a full stop. */
    static ModelFormatException damaged(final String detail) {
        return new ModelFormatException(
                "The model file is damaged: " + detail + ". Copy the file again, or train the model again.");
    }
}
