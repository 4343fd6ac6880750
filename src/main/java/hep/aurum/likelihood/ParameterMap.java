package hep.aurum.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Map points of the new parameters to points of the model's own: copies, and polynomials.
 *
 * <p>Owns the scratch memory of its kernels: {@link #copy} gives every thread a map of its own.
 */
final class ParameterMap {

    /** By parameter of the model: where it comes from in the new point, or -1 if a function gives it. */
    final int[] source;

    /** By parameter of the model that a function gives; a copy has none. */
    final List<Entry> functions;

    private final Map<String, Polynomial> polynomials;
    private final List<String> names;
    private final StatisticalModel base;

    /** One replaced parameter of the model. */
    record Entry(int target, PolynomialKernel kernel) {}

    private ParameterMap(
            StatisticalModel base,
            Map<String, Polynomial> polynomials,
            List<String> names,
            int[] source,
            List<Entry> functions) {
        this.base = base;
        this.polynomials = polynomials;
        this.names = names;
        this.source = source;
        this.functions = functions;
    }

    static ParameterMap of(StatisticalModel base, Map<String, Polynomial> polynomials, List<String> names) {
        List<ModelParameter> own = base.parameters();
        int[] source = new int[own.size()];
        List<Entry> functions = new ArrayList<>();
        for (int i = 0; i < source.length; i++) {
            Polynomial polynomial = polynomials.get(own.get(i).name());
            source[i] = polynomial == null ? names.indexOf(own.get(i).name()) : -1;
            if (polynomial != null) {
                functions.add(new Entry(i, PolynomialKernel.of(polynomial, names)));
            }
        }
        return new ParameterMap(base, polynomials, names, source, List.copyOf(functions));
    }

    ParameterMap copy() {
        return of(base, polynomials, names);
    }

    int dimension() {
        return names.size();
    }

    boolean isLinear() {
        return polynomials.values().stream()
                .flatMap(p -> p.terms().stream())
                .allMatch(t ->
                        t.powers().values().stream().mapToInt(Integer::intValue).sum() <= 1);
    }

    double[] at(double[] theta) {
        double[] phi = new double[source.length];
        fill(theta, phi);
        return phi;
    }

    /** Return a point whose parameters that stay are those of a point of the base model, the others as they are around. */
    double[] back(double[] phi, double[] around) {
        double[] theta = around.clone();
        for (int i = 0; i < source.length; i++) {
            if (source[i] >= 0) {
                theta[source[i]] = phi[i];
            }
        }
        return theta;
    }

    /** Overwrite {@code phi} with the values at a point; touches no scratch memory, safe for any thread. */
    void fill(double[] theta, double[] phi) {
        for (int i = 0; i < source.length; i++) {
            phi[i] = source[i] < 0 ? 0.0 : theta[source[i]];
        }
        for (int f = 0; f < functions.size(); f++) {
            Entry entry = functions.get(f);
            phi[entry.target()] = entry.kernel().value(theta);
        }
    }

    /** Return the smallest and the largest value of a function while its parameters stay in their intervals. */
    double[] range(String factor, List<ModelParameter> parameters) {
        int target = base.indexOf(factor);
        PolynomialKernel kernel = functions.stream()
                .filter(e -> e.target() == target)
                .map(Entry::kernel)
                .findFirst()
                .orElseThrow();
        double[] theta = parameters.stream().mapToDouble(ModelParameter::init).toArray();
        return new YieldRange(kernel, parameters).find(theta);
    }
}
