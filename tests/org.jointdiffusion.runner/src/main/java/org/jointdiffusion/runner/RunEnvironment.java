package org.jointdiffusion.runner;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What the report says about the machine and the installed versions. */
final class RunEnvironment {

    private static final Map<String, String> NAMED_BUNDLES = Map.of(
            "org.jointdiffusion.nodes", "Joint Diffusion for KNIME",
            "org.knime.core", "Embedded test host for KNIME's API");

    private static final String NATIVES_PREFIX = "org.jointdiffusion.djl.natives";

    private RunEnvironment() {}

    /** Name to value, in the order in which they are shown. */
    static Map<String, String> describe(final BundleContext context) {
        final var environment = new LinkedHashMap<String, String>();
        for (final Bundle bundle : context.getBundles()) {
            final var name = NAMED_BUNDLES.get(bundle.getSymbolicName());
            if (name != null) {
                environment.put(name, bundle.getVersion().toString());
            }
            if (bundle.getSymbolicName().startsWith(NATIVES_PREFIX)) {
                environment.put("PyTorch", bundle.getVersion().toString());
            }
        }
        environment.put("Java", System.getProperty("java.version"));
        environment.put("Operating system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put("Processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return environment;
    }
}
