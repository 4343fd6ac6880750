package hep.aurum.format.onnx;

import hep.aurum.estimator.MorphedPolynomial;
import hep.aurum.estimator.MorphedRatio;
import hep.aurum.estimator.Standardisation;
import hep.aurum.param.MonomialBasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Write a ratio whose network gives the coefficients of a polynomial in θ.
 *
 * <p>With the components \(c_j(o)\), of at most second degree in the outputs o, and \(\sigma = \sum_jC_j\phi_j\),
 *
 * <p>\[ r = \frac n\sigma\sum_jc_j\phi_j, \qquad \partial_ar = \frac n\sigma\sum_jc_j\,\partial_a\phi_j - r\frac{\partial_a\sigma}\sigma,
 * \qquad \log\hat r = \log\max(r,\epsilon) - \frac{\max(0,\epsilon - r)}\epsilon. \]
 */
final class MorphedGraph {

    private final RatioGraph ratios;
    private final GraphBuilder graph;
    private final boolean withScore;

    MorphedGraph(RatioGraph ratios, GraphBuilder graph, boolean withScore) {
        this.ratios = ratios;
        this.graph = graph;
        this.withScore = withScore;
    }

    RatioGraph.Result add(MorphedRatio ratio) {
        MorphedPolynomial morphing = ratio.polynomial();
        Standardisation u = Standardisation.ofParameters(ratio.space());
        // Of the mean weight, so that numbers are of order one.
        double[] mean = morphing.total();
        Arrays.setAll(mean, j -> mean[j] / morphing.events());
        ShiftedPolynomial sigma = ShiftedPolynomial.of(morphing.basis(), mean, u);
        Shift shift = Shift.of(morphing.basis(), u);
        List<ShiftedPolynomial> monomials = shift.monomials();
        String components = components(morphing, shift, ratios.outputs(ratio));
        String ones = ratios.withOne(u);
        String perSigma = graph.node("Reciprocal", ratios.polynomials(ones, List.of(sigma)));
        String r = graph.node("Mul", dot(components, ones, monomials), perSigma);
        String floor = graph.number(morphing.floor());
        String above = graph.node("Add", graph.node("Relu", graph.node("Sub", r, floor)), floor);
        String below = graph.node("Relu", graph.node("Sub", floor, r));
        String logRatio = graph.node("Sub", graph.node("Log", above), graph.node("Div", below, floor));
        if (!withScore) {
            return new RatioGraph.Result(logRatio, "");
        }
        List<String> slopes = new ArrayList<>();
        for (int a = 0; a < ratio.space().size(); a++) {
            int parameter = a;
            List<ShiftedPolynomial> derivatives =
                    monomials.stream().map(m -> m.derivative(parameter)).toList();
            String own = dot(components, ones, derivatives);
            String common = graph.node("Mul", r, ratios.polynomials(ones, List.of(sigma.derivative(a))));
            String slope = graph.node("Mul", graph.node("Sub", own, common), perSigma);
            slopes.add(graph.node("Div", slope, above));
        }
        String all =
                slopes.size() == 1 ? slopes.get(0) : graph.node("Concat", "axis", 1, slopes.toArray(String[]::new));
        return new RatioGraph.Result(logRatio, ratios.perUnit(all, u));
    }

    /** Return the sum over monomials of a component times a polynomial, {@code [n, 1]}. */
    private String dot(String components, String ones, List<ShiftedPolynomial> polynomials) {
        String products = graph.node("Mul", components, ratios.polynomials(ones, polynomials));
        float[] sum = new float[polynomials.size()];
        Arrays.fill(sum, 1);
        return graph.node("MatMul", products, graph.constant(sum, sum.length, 1));
    }

    /** Write the components as a constant, a linear and, for squares, a quadratic function of the outputs. */
    private String components(MorphedPolynomial morphing, Shift shift, String outputs) {
        int p = morphing.outputs();
        int m = shift.size();
        List<double[]> linear = new ArrayList<>();
        for (int i = 0; i < p; i++) {
            linear.add(half(at(morphing, i, 1, i, 0), at(morphing, i, -1, i, 0), -1));
        }
        List<double[]> constant = List.of(morphing.components(new double[p]));
        String affine = graph.node(
                "Gemm",
                outputs,
                graph.constant(shift.applied(linear), p, m),
                graph.constant(shift.applied(constant), 1, m));
        return morphing.isSquare() ? graph.node("Add", affine, quadratic(morphing, shift, outputs)) : affine;
    }

    private String quadratic(MorphedPolynomial morphing, Shift shift, String outputs) {
        int p = morphing.outputs();
        int pairs = p * (p + 1) / 2;
        long[] left = new long[pairs];
        long[] right = new long[pairs];
        List<double[]> bends = new ArrayList<>();
        for (int i = 0; i < p; i++) {
            for (int k = i; k < p; k++) {
                left[bends.size()] = i;
                right[bends.size()] = k;
                bends.add(i == k ? own(morphing, i) : mixed(morphing, i, k));
            }
        }
        String a = graph.node("Gather", "axis", 1, outputs, graph.constant(left, pairs));
        String b = graph.node("Gather", "axis", 1, outputs, graph.constant(right, pairs));
        String products = graph.node("Mul", a, b);
        return graph.node("MatMul", products, graph.constant(shift.applied(bends), pairs, shift.size()));
    }

    private static double[] own(MorphedPolynomial morphing, int i) {
        double[] mean = half(at(morphing, i, 1, i, 0), at(morphing, i, -1, i, 0), 1);
        double[] constant = morphing.components(new double[morphing.outputs()]);
        Arrays.setAll(mean, j -> mean[j] - constant[j]);
        return mean;
    }

    private static double[] mixed(MorphedPolynomial morphing, int i, int k) {
        double[] same = half(at(morphing, i, 1, k, 1), at(morphing, i, -1, k, -1), 1);
        double[] opposite = half(at(morphing, i, 1, k, -1), at(morphing, i, -1, k, 1), 1);
        return half(same, opposite, -1);
    }

    private static double[] half(double[] a, double[] b, int sign) {
        double[] half = new double[a.length];
        Arrays.setAll(half, j -> (a[j] + sign * b[j]) / 2);
        return half;
    }

    /** Return the components where one output, or two, are not 0. */
    private static double[] at(MorphedPolynomial morphing, int i, double first, int k, double second) {
        double[] outputs = new double[morphing.outputs()];
        outputs[k] = second;
        outputs[i] = first;
        return morphing.components(outputs);
    }

    /**
     * Turn coefficients of monomials in θ into those of monomials in u, in double precision: those of a mass in GeV cancel.
     *
     * @param monomials in u
     * @param rows of each monomial in θ, its coefficients
     */
    private record Shift(List<ShiftedPolynomial> monomials, List<double[]> rows) {

        static Shift of(MonomialBasis basis, Standardisation u) {
            List<ShiftedPolynomial> expanded = new ArrayList<>();
            for (int j = 0; j < basis.size(); j++) {
                double[] one = new double[basis.size()];
                one[j] = 1;
                expanded.add(ShiftedPolynomial.of(basis, one, u));
            }
            List<List<Integer>> factors = ShiftedPolynomial.factors(expanded);
            return new Shift(
                    factors.stream()
                            .map(f -> ShiftedPolynomial.monomial(basis.parameters(), f))
                            .toList(),
                    expanded.stream()
                            .map(e ->
                                    factors.stream().mapToDouble(e::coefficient).toArray())
                            .toList());
        }

        int size() {
            return monomials.size();
        }

        /** Return {@code [vectors*size]} by rows. */
        float[] applied(List<double[]> vectors) {
            float[] matrix = new float[vectors.size() * size()];
            for (int v = 0; v < vectors.size(); v++) {
                for (int r = 0; r < size(); r++) {
                    double sum = 0;
                    for (int j = 0; j < rows.size(); j++) {
                        sum += vectors.get(v)[j] * rows.get(j)[r];
                    }
                    matrix[v * size() + r] = (float) sum;
                }
            }
            return matrix;
        }
    }
}
