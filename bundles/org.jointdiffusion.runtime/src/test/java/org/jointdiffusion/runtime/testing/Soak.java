package org.jointdiffusion.runtime.testing;

/** Decides between the short form of a test, which every build runs, and the long one of {@code -Psoak}. */
public final class Soak {

    private Soak() {}

    /** Whether the long forms run. */
    public static boolean isOn() {
        return Boolean.getBoolean("soak");
    }

    /** How many cases are tried: some in every build, many in the soak. */
    public static int cases(final int inEveryBuild, final int inTheSoak) {
        return isOn() ? inTheSoak : inEveryBuild;
    }

    /** Leaves the number of cases that were really tried in the log of the tests. */
    public static void tried(final String what, final int cases) {
        System.out.println("Tried " + cases + " " + what + ".");
    }
}
