package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who uses a device at the same time. */
class DeviceUseTests {

    @Test
    void othersAreNamedInTheOrderInWhichTheyBegan() {
        final RuntimeService service = RuntimeService.shared();
        final DeviceUse learner = service.use(Device.cpu(), "Learner");
        final DeviceUse sampler = service.use(Device.cpu(), "Sampler");
        final DeviceUse another = service.use(Device.cpu(), "Learner");
        assertEquals(List.of("Learner", "Learner"), sampler.others());
        assertEquals(List.of("Sampler", "Learner"), learner.others());
        learner.close();
        learner.close();
        assertEquals(List.of("Learner"), sampler.others());
        another.close();
        assertEquals(List.of(), sampler.others());
        sampler.close();
    }
}
