package org.jointdiffusion.runtime.engine;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import javax.management.JMException;
import javax.management.ObjectName;

/** The memory of the computer, or of the container, in which this process runs. */
public final class MachineMemory {

    private MachineMemory() {}

    /** Its bytes; empty where the Java runtime does not tell. */
    public static OptionalLong bytes() {
        try {
            final Object bytes = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "TotalMemorySize");
            return bytes instanceof Long known && known > 0 ? OptionalLong.of(known) : OptionalLong.empty();
        } catch (final JMException | SecurityException exception) {
            return OptionalLong.empty();
        }
    }
}
