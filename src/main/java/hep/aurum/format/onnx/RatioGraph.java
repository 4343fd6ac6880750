package hep.aurum.format.onnx;

import hep.aurum.base.NotSupported;
import hep.aurum.estimator.CalibratedOdds;
import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.estimator.MorphedRatio;
import hep.aurum.estimator.NetworkRatio;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.Standardisation;
import hep.aurum.nn.NetworkShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Write a learned ratio as nodes.
 *
 * <p>A network is \(z_0 = (x,u)W_0 + b_0\), \(a_l = \varphi(z_l)\), \(f = a_L\cdot w + b\) in standardised inputs; its score is
 * the reverse sweep \(q_L = w\varphi'(z_L)\), \(q_{l-1} = \varphi'(z_{l-1})\,q_lW_l^T\), \(\partial f/\partial u =
 * q_0W_{0u}^T\), divided by the scales of the parameters.
 */
final class RatioGraph {

    private final GraphBuilder graph;
    private final String x;
    private final String theta;
    private final boolean withScore;
    private final Map<Standardisation, String> standardX = new HashMap<>();
    private final Map<Standardisation, String> standardTheta = new HashMap<>();

    RatioGraph(GraphBuilder graph, String x, String theta, boolean withScore) {
        this.graph = graph;
        this.x = x;
        this.theta = theta;
        this.withScore = withScore;
    }

    /**
     * Name two tensors.
     *
     * @param logRatio of the shape [n, 1]
     * @param score of the shape [n, k] per unit of each parameter, or empty if it is not wanted
     */
    record Result(String logRatio, String score) {}

    /**
     * Add a ratio.
     *
     * @throws NotSupported if it is neither a network nor made of networks
     */
    Result add(RatioEstimator estimator) {
        if (estimator instanceof NetworkRatio network) {
            return network(network);
        }
        if (estimator instanceof EnsembleRatio ensemble) {
            return mean(ensemble);
        }
        if (estimator instanceof NormalisedRatio normalised) {
            return normalised(normalised);
        }
        if (estimator instanceof CalibratedOdds odds) {
            return calibrated(odds);
        }
        if (estimator instanceof MorphedRatio morphed) {
            return new MorphedGraph(this, graph, withScore).add(morphed);
        }
        throw new NotSupported(
                "only networks, ensembles of them, normalised and calibrated ones can be written as ONNX, no mixtures",
                estimator.describe(),
                "export the networks of each process and combine their outputs");
    }

    private Result mean(EnsembleRatio ensemble) {
        List<Result> members = ensemble.members().stream().map(this::add).toList();
        if (members.size() == 1) {
            return members.get(0);
        }
        String logRatio = mean(members.stream().map(Result::logRatio).toList(), ensemble);
        String score = withScore ? mean(members.stream().map(Result::score).toList(), ensemble) : "";
        return new Result(logRatio, score);
    }

    /** Equal weights take one multiplication. */
    private String mean(List<String> terms, EnsembleRatio ensemble) {
        if (ensemble.isEqual()) {
            return graph.node("Mul", sum(terms), graph.number(1.0 / terms.size()));
        }
        double[] weights = ensemble.weights();
        List<String> weighted = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            weighted.add(graph.node("Mul", terms.get(i), graph.number(weights[i])));
        }
        return sum(weighted);
    }

    private String sum(List<String> terms) {
        String sum = terms.get(0);
        for (String term : terms.subList(1, terms.size())) {
            sum = graph.node("Add", sum, term);
        }
        return sum;
    }

    private Result network(NetworkRatio ratio) {
        NetworkShape shape = ratio.weights().shape();
        if (shape.outputs() != 1) {
            throw new NotSupported("a ratio is one number, its network has " + shape.outputs(), ratio.describe(), "");
        }
        Matrices layers = new Matrices(shape, ratio.weights().parameters(), withScore);
        String z = graph.node("Gemm", standard(x, ratio.features(), standardX), layers.plain, layers.biases.get(0));
        if (shape.slopeInputs() > 0) {
            String u = standard(theta, ratio.parameters(), standardTheta);
            z = graph.node("Add", z, graph.node("MatMul", u, layers.slope));
        }
        List<ActivationNodes.Layer> activations = new ArrayList<>();
        z = forward(shape, layers, z, withScore, activations);
        return new Result(z, withScore ? reverse(ratio, layers, activations) : "");
    }

    private String forward(
            NetworkShape shape,
            Matrices layers,
            String first,
            boolean withSlopes,
            List<ActivationNodes.Layer> activations) {
        String label = shape.activation().label();
        String z = first;
        for (int l = 0; l < shape.layers(); l++) {
            activations.add(ActivationNodes.add(graph, label, z, withSlopes));
            z = graph.node("Gemm", activations.get(l).value(), layers.matrices.get(l), layers.biases.get(l + 1));
        }
        return z;
    }

    /** Add a network of the features alone, {@code [n, outputs]}. */
    String outputs(MorphedRatio ratio) {
        NetworkShape shape = ratio.weights().shape();
        Matrices layers = new Matrices(shape, ratio.weights().parameters(), false);
        String z = graph.node("Gemm", standard(x, ratio.features(), standardX), layers.plain, layers.biases.get(0));
        return forward(shape, layers, z, false, new ArrayList<>());
    }

    private String reverse(NetworkRatio ratio, Matrices layers, List<ActivationNodes.Layer> activations) {
        int last = activations.size() - 1;
        String q = graph.node("Mul", activations.get(last).slope(), layers.output);
        for (int l = last; l > 0; l--) {
            String back = graph.node("Gemm", "transB", 1, q, layers.matrices.get(l - 1));
            q = graph.node("Mul", back, activations.get(l - 1).slope());
        }
        return perUnit(graph.node("Gemm", "transB", 1, q, layers.slope), ratio.parameters());
    }

    String perUnit(String slopes, Standardisation parameters) {
        float[] scales = new float[parameters.size()];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = (float) parameters.scale(i);
        }
        return graph.node("Div", slopes, graph.constant(scales, 1, scales.length));
    }

    /** Name the parameters of a network among the constants of the graph. */
    private final class Matrices {
        private final String plain;
        private final String slope;
        private final List<String> biases = new ArrayList<>();
        /** Of the layers after the first, the outputs' {@code [units][outputs]} last. */
        private final List<String> matrices = new ArrayList<>();

        /** The weights of the output once more, {@code [1][units]}. */
        private final String output;

        private final float[] parameters;
        private int position;

        Matrices(NetworkShape shape, float[] parameters, boolean withOutput) {
            this.parameters = parameters;
            this.plain = next(shape.plainInputs(), shape.widthOf(0));
            this.slope = shape.slopeInputs() > 0 ? next(shape.slopeInputs(), shape.widthOf(0)) : "";
            this.biases.add(next(1, shape.widthOf(0)));
            for (int l = 1; l < shape.layers(); l++) {
                matrices.add(next(shape.inputsOf(l), shape.widthOf(l)));
                biases.add(next(1, shape.widthOf(l)));
            }
            int units = shape.inputsOf(shape.layers());
            int start = position;
            matrices.add(transposed(shape.outputs(), units));
            biases.add(next(1, shape.outputs()));
            position = start;
            this.output = withOutput ? next(1, units) : "";
        }

        private String next(int rows, int columns) {
            return graph.constant(taken(rows * columns), rows, columns);
        }

        private float[] taken(int count) {
            float[] values = new float[count];
            System.arraycopy(parameters, position, values, 0, count);
            position += count;
            return values;
        }

        /** The outputs' weights lie by outputs. */
        private String transposed(int rows, int columns) {
            float[] values = taken(rows * columns);
            float[] turned = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                turned[i % columns * rows + i / columns] = values[i];
            }
            return graph.constant(turned, columns, rows);
        }
    }

    /**
     * Write \((v-m)/s\) once for each standardisation.
     *
     * <p>A mean is split into two numbers of single precision, \(m = m_1 + m_2\): for v near m the first difference is exact, so
     * that a mass of 125.09 loses nothing.
     */
    private String standard(String raw, Standardisation how, Map<Standardisation, String> known) {
        String name = known.get(how);
        if (name == null) {
            int c = how.size();
            float[] high = new float[c];
            float[] low = new float[c];
            float[] scale = new float[c];
            for (int i = 0; i < c; i++) {
                high[i] = (float) how.mean(i);
                low[i] = (float) (how.mean(i) - high[i]);
                scale[i] = (float) how.scale(i);
            }
            String centred = graph.node("Sub", raw, graph.constant(high, 1, c));
            centred = graph.node("Sub", centred, graph.constant(low, 1, c));
            name = graph.node("Div", centred, graph.constant(scale, 1, c));
            known.put(how, name);
        }
        return name;
    }

    private Result normalised(NormalisedRatio ratio) {
        Result base = add(ratio.base());
        if (ratio.space().size() == 0) {
            throw new NotSupported(
                    "a normalisation without parameters is not written", ratio.describe(), "export the base");
        }
        Standardisation u = Standardisation.ofParameters(ratio.space());
        ShiftedPolynomial logC = ShiftedPolynomial.of(ratio.basis(), ratio.coefficients(), u);
        String ones = withOne(u);
        String logRatio = graph.node("Sub", base.logRatio(), polynomials(ones, List.of(logC)));
        String score = "";
        if (withScore) {
            List<ShiftedPolynomial> slopes = new ArrayList<>();
            for (int a = 0; a < ratio.space().size(); a++) {
                slopes.add(logC.derivative(a));
            }
            score = graph.node("Sub", base.score(), perUnit(polynomials(ones, slopes), u));
        }
        return new Result(logRatio, score);
    }

    private Result calibrated(CalibratedOdds odds) {
        Result base = add(odds.base());
        String slope = graph.number(odds.slope());
        String shift = graph.number(odds.shift());
        String scaled = graph.node("Mul", base.logRatio(), slope);
        String logRatio = graph.node("Add", scaled, graph.node("Mul", theta, shift));
        String score = withScore ? graph.node("Add", graph.node("Mul", base.score(), slope), shift) : "";
        return new Result(logRatio, score);
    }

    /** Put a column of ones beside u, the factor of monomials that have fewer than others. */
    String withOne(Standardisation u) {
        String standard = standard(theta, u, standardTheta);
        String first = graph.node("Gather", "axis", 1, standard, graph.constant(new long[] {0}, 1));
        String one = graph.node("Add", graph.node("Mul", first, graph.number(0)), graph.number(1));
        return graph.node("Concat", "axis", 1, standard, one);
    }

    /** Write polynomials as products of gathered columns, times a matrix of coefficients: {@code [n, polynomials]}. */
    String polynomials(String columns, List<ShiftedPolynomial> polynomials) {
        int k = polynomials.get(0).parameters();
        TreeMap<List<Integer>, float[]> rows = ShiftedPolynomial.rows(polynomials);
        int degree = Math.max(1, rows.lastKey().size());
        String product = "";
        for (int factor = 0; factor < degree; factor++) {
            int at = factor;
            long[] indices = rows.keySet().stream()
                    .mapToLong(factors -> at < factors.size() ? factors.get(at) : k)
                    .toArray();
            String taken = graph.node("Gather", "axis", 1, columns, graph.constant(indices, indices.length));
            product = product.isEmpty() ? taken : graph.node("Mul", product, taken);
        }
        float[] matrix = new float[rows.size() * polynomials.size()];
        int row = 0;
        for (float[] values : rows.values()) {
            System.arraycopy(values, 0, matrix, row, values.length);
            row += values.length;
        }
        return graph.node("MatMul", product, graph.constant(matrix, rows.size(), polynomials.size()));
    }
}
