package org.jointdiffusion.runtime.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.jointdiffusion.runtime.network.ParameterTensor;

/**
 * Writes and reads a model as one safetensors file.
 *
 * <p>The tensors carry the names and shapes of the network's {@link ParameterLayout}; the metadata holds the
 * specification, the temperature, the model card, the format version and a checksum. In Python,
 * {@code safetensors.numpy.load_file(path)} gives the tensors by name.
 *
 * <p>Reading trusts nothing: whatever is not exactly a model of a known version is refused with a message that says
 * why, and no memory is set aside for data that is not there.
 */
public final class ModelFile {

    private ModelFile() {}

    /**
     * Writes a model; the same model gives the same bytes.
     *
     * @param stream is not closed
     * @throws IllegalArgumentException when the weights are not those of the model's network
     */
    public static void write(final JointModel model, final OutputStream stream) throws IOException {
        final ParameterLayout layout = ParameterLayout.of(model.specification().network());
        final float[] weights = model.weights();
        if (weights.length != layout.size()) {
            throw new IllegalArgumentException(
                    "The network has " + layout.size() + " weights, but the model holds " + weights.length + ".");
        }
        final List<SafetensorsHeader.Tensor> tensors = new ArrayList<>();
        long position = 0;
        for (final ParameterTensor tensor : layout.tensors()) {
            final long end = position + (long) tensor.size() * Float.BYTES;
            tensors.add(new SafetensorsHeader.Tensor(tensor.name(), shape(tensor), position, end));
            position = end;
        }
        new SafetensorsHeader(ModelMetadata.of(model).texts(weights), tensors).write(stream);
        FloatBytes.forEachChunk(weights, 0, weights.length, stream::write);
    }

    /**
     * Reads a model to the end of the stream.
     *
     * @param stream is not closed
     * @throws ModelFormatException when the content is not a model, is cut short or altered, or is of a later version
     * @throws IOException when the stream cannot be read
     */
    public static JointModel read(final InputStream stream) throws IOException {
        final SafetensorsHeader header = SafetensorsHeader.read(stream);
        final ModelMetadata metadata = ModelMetadata.read(header.metadata());
        final ModelSpecification specification = SpecificationJson.read(metadata.specification());
        final ParameterLayout layout = layout(specification);
        checkTensors(header.tensors(), layout);
        final Map<String, float[]> values = new HashMap<>();
        for (final SafetensorsHeader.Tensor tensor : header.tensors()) {
            values.put(tensor.name(), readTensor(stream, tensor));
        }
        if (stream.read() >= 0) {
            throw ModelFormatException.damaged("there is more behind its last tensor");
        }
        final float[] weights = new float[layout.size()];
        int position = 0;
        for (final ParameterTensor tensor : layout.tensors()) {
            System.arraycopy(values.get(tensor.name()), 0, weights, position, tensor.size());
            position += tensor.size();
        }
        return metadata.model(specification, weights, header.metadata());
    }

    private static ParameterLayout layout(final ModelSpecification specification) throws ModelFormatException {
        try {
            return ParameterLayout.of(specification.network());
        } catch (final IllegalArgumentException e) {
            throw new ModelFormatException(
                    "The model file is damaged: " + e.getMessage() + " Copy the file again, or train the model again.",
                    e);
        }
    }

    private static void checkTensors(final List<SafetensorsHeader.Tensor> tensors, final ParameterLayout layout)
            throws ModelFormatException {
        final Map<String, ParameterTensor> expected = new HashMap<>();
        layout.tensors().forEach(tensor -> expected.put(tensor.name(), tensor));
        for (final SafetensorsHeader.Tensor tensor : tensors) {
            final ParameterTensor parameter = expected.remove(tensor.name());
            if (parameter == null) {
                throw ModelFormatException.damaged("its network has no tensor \"" + tensor.name() + "\"");
            }
            if (!shape(parameter).equals(tensor.shape())) {
                throw ModelFormatException.damaged("tensor \"" + tensor.name() + "\" has the shape " + tensor.shape()
                        + " instead of " + parameter.shape());
            }
        }
        if (!expected.isEmpty()) {
            throw ModelFormatException.damaged("the tensor \""
                    + expected.keySet().stream().sorted().findFirst().orElseThrow() + "\" is missing");
        }
    }

    private static float[] readTensor(final InputStream stream, final SafetensorsHeader.Tensor tensor)
            throws IOException {
        final int length = (int) (tensor.end() - tensor.begin());
        // allocates as the bytes arrive, so that a file cannot ask for more memory than it is long
        final byte[] bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw ModelFormatException.damaged("it is cut short within tensor \"" + tensor.name() + "\"");
        }
        final float[] values = FloatBytes.read(bytes);
        for (final float value : values) {
            if (!Float.isFinite(value)) {
                throw ModelFormatException.damaged("tensor \"" + tensor.name() + "\" holds values that are not finite");
            }
        }
        return values;
    }

    private static List<Long> shape(final ParameterTensor tensor) {
        return tensor.shape().stream().map(Integer::longValue).toList();
    }
}
