package hep.aurum.nn.nd4j;

import hep.aurum.base.Check;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Pass;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Push up to 1024 rows through a network on ND4J: rows are gathered in plain arrays and cross to the arrays of ND4J whole.
 *
 * <p>{@link #differentiate} and {@link #backward} use the parameters of the last {@link #forward}. One pass belongs to one
 * thread; ND4J itself may use more.
 */
public final class Nd4jPass implements Pass {

    /** Many rows make an operation worth its call; more than this many gain nothing. */
    private static final int CAPACITY = 1024;

    private final NetworkShape shape;
    private final boolean training;
    private final ArrayActivation activation;
    private final DeviceWeights device;
    private final float[] inputs;
    private final float[] values;
    private final float[] slopes;
    private final float[] upstream;
    private final float[] upstreamSlopes;
    private boolean differentiated;
    private @Nullable ReverseSweep sweep;

    /**
     * Create a pass.
     *
     * @param training whether slopes and gradients will be asked for
     * @throws hep.aurum.base.NotSupported if the activation has no formula here
     */
    public Nd4jPass(NetworkShape shape, boolean training) {
        this.shape = shape;
        this.training = training;
        this.activation = ArrayActivation.named(shape.activation().label());
        this.device = new DeviceWeights(shape);
        this.inputs = new float[CAPACITY * shape.inputs()];
        this.values = new float[CAPACITY * shape.outputs()];
        this.slopes = new float[CAPACITY * shape.slopeInputs()];
        this.upstream = new float[CAPACITY * shape.outputs()];
        this.upstreamSlopes = new float[CAPACITY * shape.slopeInputs()];
        Columns.zeros(1, 1).close();
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public void setInputs(int row, float[] x, int offset) {
        System.arraycopy(x, offset, inputs, row * shape.inputs(), shape.plainInputs());
    }

    @Override
    public void setSlopeInput(int row, int index, float theta) {
        inputs[row * shape.inputs() + shape.plainInputs() + index] = theta;
    }

    @Override
    public void forward(NetworkWeights weights, int count) {
        Check.argument(weights.shape().equals(shape), "the weights are those of %s, not of %s", weights.shape(), shape);
        Check.argument(count >= 1 && count <= CAPACITY, "%d rows, expected 1 to %d", count, CAPACITY);
        device.follow(weights);
        sweepOf(count).forward(Arrays.copyOf(inputs, count * shape.inputs()), values);
        differentiated = false;
    }

    private ReverseSweep sweepOf(int count) {
        ReverseSweep current = sweep;
        if (current == null || current.rows() != count) {
            if (current != null) {
                current.close();
            }
            current = new ReverseSweep(shape, device, activation, count, training);
            sweep = current;
        }
        return current;
    }

    @Override
    public float value(int row, int output) {
        return values[row * shape.outputs() + output];
    }

    @Override
    public void differentiate(NetworkWeights weights) {
        if (shape.slopeInputs() > 0) {
            lastSweep().differentiate(slopes);
            differentiated = true;
        }
    }

    private ReverseSweep lastSweep() {
        Check.argument(training, "this pass was opened for values only");
        return Objects.requireNonNull(sweep, "no rows went forward");
    }

    @Override
    public float slope(int row, int parameter) {
        return slopes[row * shape.slopeInputs() + parameter];
    }

    @Override
    public void setUpstream(int row, int output, float df) {
        upstream[row * shape.outputs() + output] = df;
    }

    @Override
    public void setUpstreamSlope(int row, int parameter, float dg) {
        upstreamSlopes[row * shape.slopeInputs() + parameter] = dg;
    }

    @Override
    public void backward(NetworkWeights weights, float[] gradient) {
        ReverseSweep last = lastSweep();
        float[] df = Arrays.copyOf(upstream, last.rows() * shape.outputs());
        float[] compact = new float[shape.parameters()];
        if (differentiated) {
            last.backward(df, Arrays.copyOf(upstreamSlopes, last.rows() * shape.slopeInputs()), compact);
        } else {
            last.backward(df, compact);
        }
        NetworkWeights.addCompact(shape, compact, gradient);
    }
}
