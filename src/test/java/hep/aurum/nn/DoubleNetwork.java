package hep.aurum.nn;

/** Evaluate a network and its slopes in double precision, by the textbook, as the truth for the kernels. */
public final class DoubleNetwork {

    private final NetworkShape shape;

    /** Create a network without weights. */
    public DoubleNetwork(NetworkShape shape) {
        this.shape = shape;
    }

    /** Return f followed by the k slopes. */
    public double[] evaluate(double[] parameters, double[] input) {
        int k = shape.slopeInputs();
        double[][] values = new double[k + 1][];
        values[0] = input.clone();
        for (int i = 1; i <= k; i++) {
            values[i] = new double[input.length];
            values[i][shape.plainInputs() + i - 1] = 1;
        }
        int offset = 0;
        for (int l = 0; l < shape.layers(); l++) {
            int width = shape.widthOf(l);
            double[][] z = new double[k + 1][];
            for (int i = 0; i <= k; i++) {
                z[i] = affine(parameters, offset, values[i], width, i == 0);
            }
            for (int j = 0; j < width; j++) {
                double x = z[0][j];
                z[0][j] = value(x);
                for (int i = 1; i <= k; i++) {
                    z[i][j] *= first(x);
                }
            }
            offset += (values[0].length + 1) * width;
            values = z;
        }
        double[] result = new double[k + 1];
        for (int i = 0; i <= k; i++) {
            result[i] = affine(parameters, offset, values[i], 1, i == 0)[0];
        }
        return result;
    }

    /** Return all outputs of a network without slope inputs. */
    public double[] outputs(double[] parameters, double[] input) {
        double[] values = input;
        int offset = 0;
        for (int l = 0; l < shape.layers(); l++) {
            int width = shape.widthOf(l);
            double[] z = affine(parameters, offset, values, width, true);
            for (int j = 0; j < width; j++) {
                z[j] = value(z[j]);
            }
            offset += (values.length + 1) * width;
            values = z;
        }
        double[] outputs = new double[shape.outputs()];
        for (int o = 0; o < outputs.length; o++) {
            outputs[o] = parameters[offset + outputs.length * values.length + o];
            for (int i = 0; i < values.length; i++) {
                outputs[o] += values[i] * parameters[offset + o * values.length + i];
            }
        }
        return outputs;
    }

    private static double[] affine(double[] w, int offset, double[] x, int width, boolean bias) {
        double[] z = new double[width];
        for (int j = 0; j < width; j++) {
            z[j] = bias ? w[offset + x.length * width + j] : 0;
            for (int i = 0; i < x.length; i++) {
                z[j] += x[i] * w[offset + i * width + j];
            }
        }
        return z;
    }

    private double value(double z) {
        return DoubleActivation.of(shape.activation()).value(z);
    }

    private double first(double z) {
        return DoubleActivation.of(shape.activation()).first(z);
    }
}
