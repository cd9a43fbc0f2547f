package org.jointdiffusion.embedded.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.knime.node.parameters.NodeParametersInput;

/** Creates objects of the classes that settings and annotations name; their constructors need not be public. */
public final class Instances {

    private Instances() {}

    /** Calls the constructor without arguments. */
    public static <T> T create(final Class<T> type) {
        try {
            return call(type.getDeclaredConstructor());
        } catch (NoSuchMethodException exception) {
            throw new IllegalStateException(
                    "The class " + type.getName() + " needs a constructor without arguments.", exception);
        }
    }

    /** Calls the constructor for an input if there is one, otherwise the one without arguments. */
    public static <T> T create(final Class<T> type, final NodeParametersInput input) {
        try {
            return call(type.getDeclaredConstructor(NodeParametersInput.class), input);
        } catch (NoSuchMethodException exception) {
            return create(type);
        }
    }

    private static <T> T call(final Constructor<T> constructor, final Object... arguments) {
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException exception) {
            if (exception.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The constructor " + constructor + " fails.", exception.getCause());
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException("The constructor " + constructor + " cannot be called.", exception);
        }
    }
}
