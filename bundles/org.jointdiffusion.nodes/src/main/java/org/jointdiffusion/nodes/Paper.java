package org.jointdiffusion.nodes;

/** The publication that the nodes implement, as their descriptions cite it. */
public final class Paper {

    /** Where the paper can be read. */
    public static final String ADDRESS = "https://arxiv.org/abs/2301.13622";

    /** Authors, title and place. */
    public static final String TITLE =
            "Deja, Trzcinski, Tomczak: Learning Data Representations with Joint Diffusion " + "Models (ECML PKDD 2023)";

    private Paper() {}
}
