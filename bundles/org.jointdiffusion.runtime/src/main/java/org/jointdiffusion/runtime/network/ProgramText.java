package org.jointdiffusion.runtime.network;

/** What the texts of all programs have in common. */
final class ProgramText {

    /** The beginning of every program. */
    static final String CLASS =
            """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    private ProgramText() {}

    /** A method of a signature such as {@code pool(self: __torch__.M, z: List[Tensor]) -> Tensor}. */
    static String method(final String signature, final String body) {
        return "  def " + signature + ":\n" + body;
    }

    /** The method {@code unpack(flat)}, which makes the list of parameters from the flat array. */
    static String unpacking(final Declarations declarations, final Arithmetic arithmetic) {
        return method(
                "unpack(self: __torch__.M, flat: Tensor) -> List[Tensor]",
                "    S = torch.split_with_sizes(flat, [" + declarations.sizes() + "], 0)\n" + "    return ["
                        + declarations.unpacked(arithmetic) + "]\n");
    }
}
