package org.jointdiffusion.runtime.network;

/** The number types of a program: that of weights, losses and images, and that of convolutions and matrix products. */
public enum Arithmetic {
    /** 32 bit throughout. */
    FLOAT32(6, 6),
    /** bfloat16 convolutions and matrix products on 32-bit weights. */
    BFLOAT16(6, 15),
    /** 64 bit throughout. */
    FLOAT64(7, 7);

    private final int weights;
    private final int products;

    Arithmetic(final int weights, final int products) {
        this.weights = weights;
        this.products = products;
    }

    /** PyTorch's number of the type of weights, losses and images. */
    int weightType() {
        return weights;
    }

    /** Whether products are less precise than weights. */
    boolean isMixed() {
        return weights != products;
    }

    /** The expression converted to the type of the products. */
    String lower(final String expression) {
        return isMixed() ? "torch.to(" + expression + ", " + products + ")" : expression;
    }

    /** The expression converted to the type of the weights. */
    String raise(final String expression) {
        return isMixed() ? "torch.to(" + expression + ", " + weights + ")" : expression;
    }
}
