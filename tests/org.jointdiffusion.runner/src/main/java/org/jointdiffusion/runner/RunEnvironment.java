package org.jointdiffusion.runner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/** What the report says about the machine and the installed versions. */
final class RunEnvironment {

    private RunEnvironment() {}

    /** Name to value, in the order in which they are shown. */
    static Map<String, String> describe(final BundleContext context) {
        final var environment = new LinkedHashMap<String, String>();
        putVersion(environment, "Joint Diffusion for KNIME", "org.jointdiffusion.nodes", context);
        putVersion(environment, "PyTorch", "org.jointdiffusion.djl.natives", context);
        putVersion(environment, "Embedded test host for KNIME's API", "org.knime.core", context);
        environment.put("Java", System.getProperty("java.version"));
        environment.put("Operating system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put("Processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return environment;
    }

    /** Adds the version of the first bundle whose name is the given one, or it with a platform at the end. */
    private static void putVersion(
            final Map<String, String> environment,
            final String name,
            final String symbolicName,
            final BundleContext context) {
        Stream.of(context.getBundles())
                .filter(bundle -> (bundle.getSymbolicName() + ".").startsWith(symbolicName + "."))
                .findFirst()
                .ifPresent(bundle -> environment.put(name, bundle.getVersion().toString()));
    }
}
