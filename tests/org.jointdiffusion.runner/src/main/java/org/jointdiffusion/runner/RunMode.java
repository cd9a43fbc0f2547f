package org.jointdiffusion.runner;

/** How far a run goes. */
enum RunMode {
    /** The workflow is loaded and its parameters are set; nothing is executed or written. */
    CHECK,
    /** The workflow is executed and its results are written. */
    EXECUTE
}
