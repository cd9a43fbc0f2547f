package org.jointdiffusion.embedded.workflow;

/** How far a node of a workflow has come. */
public enum NodeState {
    /** Not configured: an input or a setting is missing. */
    IDLE,
    CONFIGURED,
    EXECUTING,
    EXECUTED,
    /** Configuring or executing it failed. */
    FAILED
}
