package org.jointdiffusion.runner.progress;

/** Where the progress of a run is shown. */
public interface ProgressDisplay {

    /** Shows what is going on right now; the next status or line may replace it. */
    void status(String text);

    /** Shows a line that stays. */
    void line(String text);
}
