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
 * specification, the temperature, the model card, the format version and a checksum; {@code docs/model-files.md}
 * describes the format. In Python, {@code safetensors.numpy.load_file(path)} gives the tensors by name.
 *
 * <p>Reading trusts nothing: whatever is not exactly a model of a known version is refused with a message that says
 * why, and no memory is set aside for data that is not there.
 */
public final class ModelFile {

    private ModelFile() {}

    /**
     * Writes a model with all digits of its weights; the same model gives the same bytes.
     *
     * @param stream is not closed
     * @throws IllegalArgumentException when the weights are not those of the model's network
     */
    public static void write(final JointModel model, final OutputStream stream) throws IOException {
        write(model, WeightStorage.FULL, stream);
    }

    /**
     * Writes a model; the same model gives the same bytes.
     *
     * @param stream is not closed
     * @throws IllegalArgumentException when the weights are not those of the model's network
     * @throws IOException when a weight is too large for the storage, before anything is written, or the stream fails
     */
    public static void write(final JointModel model, final WeightStorage storage, final OutputStream stream)
            throws IOException {
        final ParameterLayout layout = ParameterLayout.of(model.specification().network());
        if (model.weights().length != layout.size()) {
            throw new IllegalArgumentException("The network has " + layout.size() + " weights, but the model holds "
                    + model.weights().length + ".");
        }
        final float[] weights = storage == WeightStorage.HALF ? rounded(model.weights(), layout) : model.weights();
        final List<SafetensorsHeader.Tensor> tensors = new ArrayList<>();
        long position = 0;
        for (final ParameterTensor tensor : layout.tensors()) {
            final long end = position + (long) tensor.size() * storage.type().size();
            tensors.add(new SafetensorsHeader.Tensor(tensor.name(), storage.type(), shape(tensor), position, end));
            position = end;
        }
        // the checksum is that of the weights that a reader will get
        new SafetensorsHeader(ModelMetadata.of(model).texts(weights), tensors).write(stream);
        storage.type().forEachChunk(weights, stream::write);
    }

    /** The weights in half precision, as floats again. */
    private static float[] rounded(final float[] weights, final ParameterLayout layout) throws IOException {
        final float[] rounded = new float[weights.length];
        int position = 0;
        for (final ParameterTensor tensor : layout.tensors()) {
            for (final int end = position + tensor.size(); position < end; position++) {
                rounded[position] = HalfPrecision.toFloat(HalfPrecision.ofFloat(weights[position]));
                if (!Float.isFinite(rounded[position])) {
                    throw new IOException("The weight " + weights[position] + " of tensor \"" + tensor.name()
                            + "\" does not fit into half precision, whose largest number is "
                            + (int) HalfPrecision.LARGEST + ". Store the model in full precision.");
                }
            }
        }
        return rounded;
    }

    /**
     * Reads what a file says about its model, without the weights and so without checking them; the stream is left
     * where the weights begin.
     *
     * @param stream is not closed
     * @throws ModelFormatException when the content does not begin as a model does, or is of a later version
     * @throws IOException when the stream cannot be read
     */
    public static ModelOutline readOutline(final InputStream stream) throws IOException {
        final SafetensorsHeader header = SafetensorsHeader.read(stream);
        final ModelMetadata metadata = ModelMetadata.read(header.metadata());
        final ModelSpecification specification = SpecificationJson.read(metadata.specification());
        checkTensors(header.tensors(), layout(specification));
        return new ModelOutline(specification, metadata.readCard());
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

    /** The finite numbers of the next tensor of a file. */
    static float[] readTensor(final InputStream stream, final SafetensorsHeader.Tensor tensor) throws IOException {
        final int length = (int) (tensor.end() - tensor.begin());
        // allocates as the bytes arrive, so that a file cannot ask for more memory than it is long
        final byte[] bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw ModelFormatException.damaged("it is cut short within tensor \"" + tensor.name() + "\"");
        }
        final float[] values = tensor.type().read(bytes);
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
