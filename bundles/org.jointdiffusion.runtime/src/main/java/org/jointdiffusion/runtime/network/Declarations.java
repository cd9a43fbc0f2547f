package org.jointdiffusion.runtime.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the parameters and dropout masks of a network in the order in which its blocks declare them. */
final class Declarations {

    /**
     * What the program unpacks as one tensor: one parameter, or several that lie side by side.
     *
     * @param shape the shape of the view
     * @param fullPrecision whether it stays in the precision of the weights when arithmetic is in bfloat16
     */
    record View(List<Integer> shape, boolean fullPrecision) {

        long size() {
            return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        }
    }

    private final List<ParameterTensor> tensors = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<DropoutMask> masks = new ArrayList<>();
    private boolean fullPrecision;

    /** From here on, parameters keep the precision of the weights. */
    void useFullPrecision() {
        fullPrecision = true;
    }

    /** Declares one parameter. */
    Parameter declare(final String name, final InitialValues initial, final Integer... shape) {
        final List<Integer> sizes = Arrays.asList(shape);
        return declareJoined(List.of(new ParameterTensor(name, sizes, initial)), sizes);
    }

    /** Declares parameters that follow each other and are unpacked as one tensor of the given shape. */
    Parameter declareJoined(final List<ParameterTensor> parts, final List<Integer> shape) {
        tensors.addAll(parts);
        views.add(new View(shape, fullPrecision));
        return new Parameter(views.size() - 1);
    }

    /** Declares a dropout mask and gives its index; -1 when nothing is ever dropped. */
    int declareMask(final int width, final double rate, final boolean decoder) {
        if (rate == 0) {
            return -1;
        }
        masks.add(new DropoutMask(width, rate, decoder));
        return masks.size() - 1;
    }

    ParameterLayout layout() {
        return new ParameterLayout(tensors);
    }

    List<DropoutMask> masks() {
        return List.copyOf(masks);
    }

    /** The sizes of the views, as the program's text lists them. */
    String sizes() {
        return views.stream().map(view -> Long.toString(view.size())).collect(Collectors.joining(", "));
    }

    /** The expressions that make the list of parameters from the pieces {@code S} of the flat array. */
    String unpacked(final Arithmetic arithmetic) {
        final List<String> expressions = new ArrayList<>();
        for (int index = 0; index < views.size(); index++) {
            final View view = views.get(index);
            final String expression = "torch.view(S[" + index + "], " + view.shape() + ")";
            expressions.add(view.fullPrecision() ? expression : arithmetic.lower(expression));
        }
        return String.join(", ", expressions);
    }
}
