package org.jointdiffusion.runtime.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One user of a device, such as a node, among others: whoever uses a device at the same time takes turns with it, step
 * by step, and so waits for it.
 */
public final class DeviceUse implements AutoCloseable {

    private final String name;
    private final CopyOnWriteArrayList<DeviceUse> all;

    /** Joins the users of a device, to whose list it adds itself. */
    DeviceUse(final String name, final CopyOnWriteArrayList<DeviceUse> all) {
        this.name = name;
        this.all = all;
        all.add(this);
    }

    /** The names of the others who use the device at present, in the order in which they began. */
    public List<String> others() {
        return all.stream().filter(use -> use != this).map(use -> use.name).toList();
    }

    /** Ends the use; a second call does nothing. */
    @Override
    public void close() {
        all.remove(this);
    }
}
