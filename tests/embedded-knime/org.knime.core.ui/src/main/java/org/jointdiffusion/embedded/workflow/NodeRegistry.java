package org.jointdiffusion.embedded.workflow;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.knime.core.node.NodeFactory;

/** Finds nodes by the class names of their factories: in the extension registry, or without OSGi on the class path. */
final class NodeRegistry {

    private static final String EXTENSION_POINT = "org.knime.workbench.repository.nodes";
    private static final String FACTORY_CLASS = "factory-class";

    private NodeRegistry() {}

    /**
     * Returns the node of a factory.
     *
     * @throws WorkflowException if no installed extension has it, or if it cannot be created
     */
    static EmbeddedNode find(final String factoryClassName, final String where, final String extension)
            throws WorkflowException {
        try {
            final Optional<IConfigurationElement> registered = registered(factoryClassName);
            final Object factory = registered.isPresent()
                    ? registered.get().createExecutableExtension(FACTORY_CLASS)
                    : fromClassPath(factoryClassName);
            return EmbeddedNode.of((NodeFactory<?>) factory);
        } catch (ClassNotFoundException exception) {
            throw new WorkflowException(
                    "The node " + where + " is of an unknown kind: no installed extension has the node factory "
                            + factoryClassName + ". Install the extension \"" + extension
                            + "\", or remove the node from the workflow.",
                    exception);
        } catch (CoreException | ReflectiveOperationException | RuntimeException | LinkageError exception) {
            throw new WorkflowException(
                    "The node " + where + " cannot be created by its factory " + factoryClassName + ": "
                            + reason(exception) + " Check that its extension is installed completely.",
                    exception);
        }
    }

    /** Returns what went wrong at first, which the wrapping exceptions do not tell. */
    private static String reason(final Throwable problem) {
        Throwable first = problem;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first.getClass().getSimpleName() + ": " + first.getMessage();
    }

    private static Optional<IConfigurationElement> registered(final String factoryClassName) {
        final IExtensionRegistry registry = RegistryFactory.getRegistry();
        if (registry == null) {
            return Optional.empty();
        }
        return Arrays.stream(registry.getConfigurationElementsFor(EXTENSION_POINT))
                .filter(element -> factoryClassName.equals(element.getAttribute(FACTORY_CLASS)))
                .findFirst();
    }

    private static Object fromClassPath(final String factoryClassName) throws ReflectiveOperationException {
        return Class.forName(factoryClassName, true, NodeRegistry.class.getClassLoader())
                .getConstructor()
                .newInstance();
    }
}
