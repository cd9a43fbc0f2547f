package org.jointdiffusion.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The text of a program in one of whose statements native memory is missing: PyTorch's own allocator is asked there for
 * more than any address space has.
 */
final class PoisonedText {

    /** Without an effect on anything, PyTorch would leave the allocation out. */
    private static final String POISON =
            "torch.set_grad_enabled(torch.gt(torch.numel(torch.empty([" + (1L << 58) + "])), 0))";

    /** From here on an improvement takes no more memory, so that none can be missing: see {@code OptimizerMethods}. */
    private static final String NO_MORE_MEMORY = "      if torch.lt(norm,";

    private final List<String> lines;
    private final List<Integer> places = new ArrayList<>();

    /** The statements of some methods of a program, each of which can be poisoned. */
    PoisonedText(final String text, final Set<String> methods) {
        lines = text.lines().toList();
        String method = "";
        for (int line = 0; line < lines.size(); line++) {
            final String code = lines.get(line);
            if (code.startsWith("  def ")) {
                method = code.substring(6, code.indexOf('('));
            } else if (code.startsWith(NO_MORE_MEMORY)) {
                method = "";
            } else if (methods.contains(method) && isStatement(code)) {
                places.add(line);
            }
        }
    }

    private static boolean isStatement(final String code) {
        return code.startsWith("    ") && !code.strip().startsWith("else") && !"pass".equals(code.strip());
    }

    /** How many statements can be poisoned. */
    int places() {
        return places.size();
    }

    /** The statement before which memory is missing. */
    String statement(final int place) {
        return lines.get(places.get(place)).strip();
    }

    /** The program with one place poisoned. */
    String at(final int place) {
        final List<String> poisoned = new ArrayList<>(lines);
        final int line = places.get(place);
        poisoned.add(line, lines.get(line).replaceFirst("\\S.*", POISON));
        return String.join("\n", poisoned) + "\n";
    }
}
