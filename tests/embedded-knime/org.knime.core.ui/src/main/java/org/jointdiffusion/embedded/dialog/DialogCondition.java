package org.jointdiffusion.embedded.dialog;

/** A condition on the current values of a dialog. */
public interface DialogCondition {

    boolean holds();
}
