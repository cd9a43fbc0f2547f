package org.jointdiffusion.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/**
 * Checks an installation from the update site: every bundle of ours resolves and starts, and everything that the nodes
 * bundle registers with KNIME can be made.
 */
public final class InstallCheck implements IApplication {

    private static final String OURS = "org.jointdiffusion.";
    private static final String NATIVES = "org.jointdiffusion.djl.natives.";
    private static final String NODES = "org.jointdiffusion.nodes";
    private static final List<String> EXPECTED =
            List.of(NODES, "org.jointdiffusion.runtime", "org.jointdiffusion.djl", NATIVES);

    private static final String NODES_POINT = "org.knime.workbench.repository.nodes";
    private static final String PORT_TYPES_POINT = "org.knime.core.PortType";
    private static final Integer EXIT_FAILED = 1;

    private final List<String> m_problems = new ArrayList<>();

    @Override
    public Object start(final IApplicationContext context) {
        final BundleContext bundles =
                FrameworkUtil.getBundle(InstallCheck.class).getBundleContext();
        final var ours = Stream.of(bundles.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith(OURS))
                .toList();
        checkPresence(ours);
        ours.forEach(this::checkStart);
        checkRegistered(NODES_POINT, "factory-class");
        checkRegistered(PORT_TYPES_POINT, "objectSerializer");
        checkRegistered(PORT_TYPES_POINT, "specSerializer");
        m_problems.forEach(problem -> System.err.println("Install check: " + problem));
        System.out.println("Install check: " + m_problems.size() + " problems.");
        return m_problems.isEmpty() ? EXIT_OK : EXIT_FAILED;
    }

    private void checkPresence(final List<Bundle> ours) {
        EXPECTED.stream()
                .filter(name -> ours.stream()
                        .noneMatch(bundle -> bundle.getSymbolicName().startsWith(name)))
                .forEach(name -> m_problems.add("the bundle " + name + " is not installed."));
    }

    private void checkStart(final Bundle bundle) {
        // a fragment is part of its host and has no start of its own
        if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
            try {
                bundle.start(Bundle.START_TRANSIENT);
            } catch (final BundleException ex) {
                m_problems.add(bundle + " does not start: " + ex.getMessage());
            }
        } else if (bundle.getState() != Bundle.RESOLVED) {
            m_problems.add("the fragment " + bundle + " is not attached to its host.");
        }
        System.out.printf("%-9s %s%n", stateOf(bundle), bundle);
    }

    private static String stateOf(final Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.RESOLVED -> "resolved";
            case Bundle.STARTING -> "starting";
            default -> "installed";
        };
    }

    private void checkRegistered(final String extensionPoint, final String classAttribute) {
        final var elements = Stream.of(RegistryFactory.getRegistry().getConfigurationElementsFor(extensionPoint))
                .filter(element -> element.getContributor().getName().equals(NODES))
                .toList();
        if (elements.isEmpty()) {
            m_problems.add(NODES + " registers nothing at " + extensionPoint + ".");
        }
        elements.forEach(element -> checkInstance(element, classAttribute));
    }

    private void checkInstance(final IConfigurationElement element, final String classAttribute) {
        final String className = element.getAttribute(classAttribute);
        try {
            element.createExecutableExtension(classAttribute);
            System.out.printf("%-9s %s%n", "made", className);
        } catch (final CoreException ex) {
            m_problems.add(className + " cannot be made: " + ex.getStatus().getException());
        }
    }

    @Override
    public void stop() {
        // the check ends by itself
    }
}
