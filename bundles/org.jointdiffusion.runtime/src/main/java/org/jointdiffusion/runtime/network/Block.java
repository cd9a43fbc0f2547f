package org.jointdiffusion.runtime.network;

/** A part of the network that turns one feature map into another. */
@FunctionalInterface
interface Block {

    /** Writes the lines that compute the block and gives the name of the result. */
    String write(ScriptBody body, String input);

    /** This block, then another. */
    default Block then(final Block next) {
        return (body, input) -> next.write(body, write(body, input));
    }
}
