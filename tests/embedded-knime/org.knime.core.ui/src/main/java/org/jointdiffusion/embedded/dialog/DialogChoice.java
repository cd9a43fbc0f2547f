package org.jointdiffusion.embedded.dialog;

/** A value that a parameter may take: what is stored and what is shown. */
public record DialogChoice(String id, String text) {}
