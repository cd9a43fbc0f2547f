package org.jointdiffusion.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jointdiffusion.runtime.image.ImageShape;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

class WiringTests {

    @Test
    void theRuntimeIsABundle() {
        assertEquals(
                "org.jointdiffusion.runtime",
                FrameworkUtil.getBundle(ImageShape.class).getSymbolicName());
    }
}
