package org.jointdiffusion.nodes.testing;

/** The long forms of tests, which only {@code -Psoak} runs. */
public final class Soak {

    private Soak() {}

    /** How many cases are tried: a few in every build, many in the soak. */
    public static int cases(final int inEveryBuild, final int inTheSoak) {
        return Boolean.getBoolean("soak") ? inTheSoak : inEveryBuild;
    }

    /** For how long the soak keeps many nodes busy at once, in minutes. */
    public static int loadMinutes() {
        return Integer.getInteger("load.minutes", 10);
    }
}
