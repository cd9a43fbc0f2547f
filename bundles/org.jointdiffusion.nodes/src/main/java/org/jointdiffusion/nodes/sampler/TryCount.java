package org.jointdiffusion.nodes.sampler;

import java.util.Locale;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.runtime.sampling.AcceptedSample;

/** Counts tries, and says how many were accepted if some image never was. */
final class TryCount {

    private long m_images;
    private long m_accepted;
    private long m_tries;

    void add(final AcceptedSample sample) {
        m_images++;
        m_accepted += sample.accepted() ? 1 : 0;
        m_tries += sample.tries();
    }

    /** Mentions images that were not accepted after so many tries; says nothing when there is none. */
    void mention(final int mostTries, final Warnings warnings) {
        if (m_accepted < m_images) {
            warnings.note(String.format(
                    Locale.ROOT,
                    "In %d of %d images the classifier does not see the class asked for, after %d tries each; the best"
                            + " try is kept. Of all %d tries, %.0f %% were accepted. Allow more tries, use a stronger"
                            + " guidance, or train the model longer.",
                    m_images - m_accepted,
                    m_images,
                    mostTries,
                    m_tries,
                    100.0 * m_accepted / m_tries));
        }
    }
}
