package org.jointdiffusion.runtime.explanation;

/** Why the search for a counterfactual ended. */
public enum SearchEnd {
    /** A change convinces, or every noise level was tried, or there was nothing to search. */
    COMPLETE,
    /** The time per row was used up before a change convinced and before every noise level was tried. */
    TIME_USED_UP
}
