package org.jointdiffusion.runner;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** Executes a workflow directory headless: the program behind {@code ./run}. */
public final class RunApplication implements IApplication {

    @Override
    public Object start(final IApplicationContext context) {
        System.out.println("Equinox started.");
        return EXIT_OK;
    }

    @Override
    public void stop() {
        // nothing to stop: the application runs on the main thread
    }
}
