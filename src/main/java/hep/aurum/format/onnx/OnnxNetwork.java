package hep.aurum.format.onnx;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluate a network that was stored as ONNX, row by row and in double precision.
 *
 * <p>Operators: Gemm, MatMul, Add, Sub, Mul, Div, Sum, Mean, Neg, Pow, BatchNormalization, Scaler of ai.onnx.ml; Tanh, Relu, LeakyRelu, Elu, Selu,
 * Sigmoid, Softplus, Softsign, Gelu, Erf, Exp, Log, Sqrt, Reciprocal, Abs, Sign; Concat, Gather and Slice of columns, Constant,
 * Identity, Dropout (which does nothing here), Cast, Transpose of a constant, and Flatten, Reshape, Squeeze, Unsqueeze between
 * [n], [n, 1] and [n, c]. Only what an output depends on must be among them. Weights of single precision are taken as they
 * are; sums are of double precision, in which the answer is closer to the network's true value than a runtime's.
 *
 * <p>Immutable.
 */
public final class OnnxNetwork {

    private static final long MAX_BYTES = 1L << 28;
    private static final long MAX_NUMBERS = 1L << 30;

    private final OnnxModel model;
    private final byte[] bytes;
    private final String origin;

    private OnnxNetwork(OnnxModel model, byte[] bytes, String origin) {
        this.model = model;
        this.bytes = bytes;
        this.origin = origin;
    }

    /**
     * Read a network from a file of at most 256 MB.
     *
     * @throws BadInput if the file cannot be read or is not valid
     * @throws NotSupported if its weights lie elsewhere or are of another type than single or double precision
     */
    public static OnnxNetwork read(Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new NotSupported(
                        "the network has " + Files.size(path) + " bytes, at most " + MAX_BYTES + " are read",
                        path.toString(),
                        "export a smaller one");
            }
            return parse(Files.readAllBytes(path), path.toString());
        } catch (IOException e) {
            throw new BadInput("cannot read the network: " + e.getMessage(), path.toString(), "check the path");
        }
    }

    /**
     * Read a network from bytes.
     *
     * @param origin what to call them in messages
     * @throws BadInput as {@link #read} does
     */
    public static OnnxNetwork parse(byte[] bytes, String origin) {
        return new OnnxNetwork(OnnxModel.read(ProtoReader.of(bytes, origin)), bytes.clone(), origin);
    }

    /** Return the inputs. */
    public List<OnnxPort> inputs() {
        return model.inputs();
    }

    /** Return the outputs. */
    public List<OnnxPort> outputs() {
        return model.outputs();
    }

    /** Return the metadata of the file. */
    public Map<String, String> metadata() {
        return model.metadata();
    }

    /** Return the file. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** Return where the network came from, for messages. */
    String origin() {
        return origin;
    }

    OnnxModel model() {
        return model;
    }

    /** Compile the way to an output of the network. */
    Program compile(String output, Map<String, GraphCompiler.Use> uses) {
        return GraphCompiler.compile(model, output, uses, origin);
    }

    /** Require that an output is there; the empty name is the first. */
    String outputName(String output) {
        List<String> known = outputs().stream().map(OnnxPort::name).toList();
        String name = output.isEmpty() ? known.get(0) : output;
        if (!known.contains(name)) {
            throw new NotFound(
                    "no output of the network is named \"" + name + "\"", origin, Names.suggest(name, known));
        }
        return name;
    }

    /**
     * Evaluate one output, such as the score of a network that has learned it.
     *
     * @param output its name
     * @param inputs {@code [n*c]} by rows for each input that the output depends on
     * @param n the number of rows
     * @return {@code [n*c]} by rows
     * @throws NotFound if a name is not known, or an input that is needed is missing
     * @throws NotSupported if the graph is more than a multilayer perceptron
     */
    public double[] evaluate(String output, Map<String, double[]> inputs, int n) {
        Check.argument(n >= 1, "%d rows, expected at least one", n);
        Map<String, GraphCompiler.Use> uses = new HashMap<>();
        inputs.forEach((name, values) -> {
            Check.argument(values.length % n == 0, "%s has %d numbers for %d rows", name, values.length, n);
            uses.put(name, new GraphCompiler.Use(values.length / n, false));
        });
        Program program = compile(outputName(output), uses);
        Frame frame = program.frame(0);
        int columns = program.output().columns();
        Check.argument((long) n * columns <= MAX_NUMBERS, "%d rows of %d columns are too many", n, columns);
        double[] result = new double[n * columns];
        for (int start = 0; start < n; start += frame.capacity) {
            int rows = Math.min(frame.capacity, n - start);
            int first = start;
            program.inputs()
                    .forEach((name, slot) -> System.arraycopy(
                            inputs.getOrDefault(name, new double[0]),
                            first * slot.columns(),
                            frame.values[slot.index()],
                            0,
                            rows * slot.columns()));
            program.run(frame, rows, 0);
            System.arraycopy(frame.values[program.output().index()], 0, result, start * columns, rows * columns);
        }
        return result;
    }
}
