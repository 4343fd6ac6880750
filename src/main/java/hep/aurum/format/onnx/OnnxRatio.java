package hep.aurum.format.onnx;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.nn.Workers;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Let a network from an ONNX file stand where a learned ratio of our own would.
 *
 * <p>The score is exact: every step of the graph carries the k tangents \(\partial/\partial\theta_a\) along. A logistic function or
 * an exponential at the end of the graph is taken off, so that a classifier near 0 or 1 keeps its digits. Immutable.
 */
public final class OnnxRatio implements RatioEstimator {

    /** Events that one task of a batch evaluates. */
    private static final int BLOCK = 1024;

    private final OnnxSignature signature;
    private final OnnxTail tail;
    private final Program program;
    private final Optional<OnnxNetwork> whole;
    private final Queue<Frame> plainFrames = new ConcurrentLinkedQueue<>();
    private final Queue<Frame> slopeFrames = new ConcurrentLinkedQueue<>();

    private OnnxRatio(OnnxSignature signature, OnnxTail tail, Program program, Optional<OnnxNetwork> whole) {
        this.signature = signature;
        this.tail = tail;
        this.program = program;
        this.whole = whole;
    }

    /**
     * Return the ratio that a network gives.
     *
     * @throws NotFound if an input that is needed, or the output, is not named
     * @throws BadInput if the graph is wrong, or its widths are not those of the signature
     * @throws NotSupported if the graph is more than a multilayer perceptron
     */
    public static OnnxRatio of(OnnxNetwork network, OnnxSignature signature) {
        return of(network, signature, Optional.empty());
    }

    private static OnnxRatio of(OnnxNetwork network, OnnxSignature signature, Optional<OnnxNetwork> whole) {
        Map<String, GraphCompiler.Use> uses = new HashMap<>();
        signature.inputs().forEach((name, parts) -> {
            int width = parts.stream().mapToInt(part -> width(signature, part)).sum();
            uses.put(name, new GraphCompiler.Use(width, parts.contains(Columns.THETA)));
        });
        signature.fixed().forEach((name, values) -> uses.put(name, new GraphCompiler.Use(values.length, false)));
        OnnxTail tail = OnnxTail.of(network.model(), network.outputName(signature.output()), signature.meaning());
        Program program = network.compile(tail.tensor(), uses);
        if (signature.column() >= program.output().columns()) {
            throw new BadInput(
                    "the output of the network has " + program.output().columns() + " columns, number "
                            + signature.column() + " is wanted",
                    network.origin(),
                    "columns count from 0");
        }
        return new OnnxRatio(signature, tail, program, whole);
    }

    /**
     * Return the ratio of a file that {@link OnnxExport} wrote, whose metadata say all.
     *
     * @throws BadInput if they do not
     */
    public static OnnxRatio of(OnnxNetwork network) {
        return of(network, OnnxMetadata.signature(network.metadata(), network.origin()), Optional.of(network));
    }

    /** Return the file, if it says itself how it is to be used, so that a copy of it is this ratio. */
    public Optional<byte[]> bytes() {
        return whole.map(OnnxNetwork::bytes);
    }

    private static int width(OnnxSignature signature, Columns part) {
        return part == Columns.X
                ? signature.featureNames().size()
                : signature.space().size();
    }

    @Override
    public ParameterSpace space() {
        return signature.space();
    }

    @Override
    public List<String> featureNames() {
        return signature.featureNames();
    }

    @Override
    public String describe() {
        return signature.reference();
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        Check.length("x", x.length, featureNames().size());
        Check.length("theta", theta.length, space().size());
        Frame frame = borrow(plainFrames, 0);
        fill(frame, 0, x, 0, theta, 0);
        program.run(frame, 1, 0);
        double logRatio = logRatio(frame, 0);
        plainFrames.add(frame);
        return logRatio;
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        double[] logRatio = new double[1];
        logRatiosAndScores(x, theta, logRatio, score, 1);
        return logRatio[0];
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        checkBatch(events, thetas, logRatios);
        int d = featureNames().size();
        int k = space().size();
        int p = thetas.length / k;
        inBlocks(logRatios.length, threads, (from, to) -> {
            Frame frame = borrow(plainFrames, 0);
            for (int start = from; start < to; start += frame.capacity) {
                int rows = Math.min(frame.capacity, to - start);
                for (int r = 0; r < rows; r++) {
                    int row = start + r;
                    fill(frame, r, events, row / p * d, thetas, row % p * k);
                }
                program.run(frame, rows, 0);
                for (int r = 0; r < rows; r++) {
                    logRatios[start + r] = logRatio(frame, r);
                }
            }
            plainFrames.add(frame);
        });
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        int d = featureNames().size();
        int k = space().size();
        Check.length("theta", theta.length, k);
        Check.length("events", events.length, logRatios.length * d);
        Check.length("scores", scores.length, logRatios.length * k);
        inBlocks(logRatios.length, threads, (from, to) -> {
            Frame frame = borrow(slopeFrames, k);
            for (int start = from; start < to; start += frame.capacity) {
                int rows = Math.min(frame.capacity, to - start);
                for (int r = 0; r < rows; r++) {
                    fill(frame, r, events, (start + r) * d, theta, 0);
                }
                fillTangents(frame, rows, k);
                program.run(frame, rows, k);
                for (int r = 0; r < rows; r++) {
                    logRatios[start + r] = logRatio(frame, r);
                    score(frame, r, scores, (start + r) * k);
                }
            }
            slopeFrames.add(frame);
        });
    }

    private Frame borrow(Queue<Frame> idle, int directions) {
        Frame frame = idle.poll();
        return frame == null ? program.frame(directions) : frame;
    }

    /** Do the rows from one position up to another. */
    private interface Block {
        void run(int from, int to);
    }

    private static void inBlocks(int n, int threads, Block block) {
        int blocks = (n + BLOCK - 1) / BLOCK;
        try (Workers workers = Workers.of(Math.max(1, Math.min(threads, blocks)))) {
            workers.run(blocks, b -> block.run(b * BLOCK, Math.min(n, (b + 1) * BLOCK)));
        }
    }

    private void fill(Frame frame, int row, double[] events, int event, double[] thetas, int point) {
        for (Map.Entry<String, Slot> input : program.inputs().entrySet()) {
            Slot slot = input.getValue();
            double[] to = frame.values[slot.index()];
            int at = row * slot.columns();
            double[] fixed = signature.fixed().get(input.getKey());
            if (fixed != null) {
                System.arraycopy(fixed, 0, to, at, fixed.length);
                continue;
            }
            for (Columns part : signature.inputs().getOrDefault(input.getKey(), List.of())) {
                int width = width(signature, part);
                boolean x = part == Columns.X;
                System.arraycopy(x ? events : thetas, x ? event : point, to, at, width);
                at += width;
            }
        }
    }

    /** Every tangent of an input is 1 where its parameter stands and 0 elsewhere. */
    private void fillTangents(Frame frame, int rows, int directions) {
        program.inputs().forEach((name, slot) -> {
            if (!slot.active()) {
                return;
            }
            double[] to = frame.tangents[slot.index()];
            Arrays.fill(to, 0);
            int column = 0;
            for (Columns part : signature.inputs().getOrDefault(name, List.of())) {
                for (int a = 0; part == Columns.THETA && a < directions; a++) {
                    for (int r = 0; r < rows; r++) {
                        to[(a * rows + r) * slot.columns() + column + a] = 1;
                    }
                }
                column += width(signature, part);
            }
        });
    }

    private double output(Frame frame, int row) {
        Slot slot = program.output();
        return frame.values[slot.index()][row * slot.columns() + signature.column()];
    }

    private double logRatio(Frame frame, int row) {
        double logRatio = tail.sign() * tail.meaning().logRatio(output(frame, row));
        if (!Double.isFinite(logRatio)) {
            throw new BadInput(
                    "the imported ratio is not finite for an event",
                    "",
                    "check that its features and θ are finite, and what its output means");
        }
        return logRatio;
    }

    private void score(Frame frame, int row, double[] scores, int offset) {
        Slot slot = program.output();
        double slope = tail.sign() * tail.meaning().slope(output(frame, row));
        for (int a = 0; a < space().size(); a++) {
            int at = (a * frame.rows + row) * slot.columns() + signature.column();
            scores[offset + a] = slot.active() ? slope * frame.tangents[slot.index()][at] : 0;
        }
    }
}
