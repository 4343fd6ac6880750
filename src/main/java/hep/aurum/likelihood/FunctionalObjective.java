package hep.aurum.likelihood;

import hep.aurum.math.optim.Objective;
import java.util.Arrays;

/** Evaluate a likelihood in the parameters of its functions, by the chain rule, without allocation. */
final class FunctionalObjective implements Objective {

    private final Objective base;
    private final ParameterMap map;
    private final double[] phi;
    private final double[] gradient;
    private final double[] hessian;

    /** H J, {@code [base][new]}. */
    private final double[] product;

    FunctionalObjective(Objective base, ParameterMap map) {
        this.base = base;
        this.map = map;
        int k = base.dimension();
        phi = new double[k];
        gradient = new double[k];
        hessian = new double[k * k];
        product = new double[k * map.dimension()];
    }

    @Override
    public int dimension() {
        return map.dimension();
    }

    @Override
    public double value(double[] theta) {
        map.fill(theta, phi);
        return base.value(phi);
    }

    @Override
    public double evaluate(double[] theta, double[] newGradient, double[] newHessian) {
        map.fill(theta, phi);
        double value = base.evaluate(phi, gradient, hessian);
        for (int f = 0; f < map.functions.size(); f++) {
            map.functions.get(f).kernel().evaluate(theta);
        }
        transformGradient(newGradient);
        multiplyRight();
        multiplyLeft(newHessian);
        addCurvature(newHessian);
        return value;
    }

    private void transformGradient(double[] target) {
        Arrays.fill(target, 0.0);
        for (int i = 0; i < map.source.length; i++) {
            if (map.source[i] >= 0) {
                target[map.source[i]] += gradient[i];
            }
        }
        for (int f = 0; f < map.functions.size(); f++) {
            ParameterMap.Entry entry = map.functions.get(f);
            PolynomialKernel kernel = entry.kernel();
            for (int v = 0; v < kernel.variables.length; v++) {
                target[kernel.variables[v]] += gradient[entry.target()] * kernel.gradient[v];
            }
        }
    }

    private void multiplyRight() {
        int k = map.source.length;
        int n = map.dimension();
        Arrays.fill(product, 0.0);
        for (int row = 0; row < k; row++) {
            for (int i = 0; i < k; i++) {
                if (map.source[i] >= 0) {
                    product[row * n + map.source[i]] += hessian[row * k + i];
                }
            }
            for (int f = 0; f < map.functions.size(); f++) {
                ParameterMap.Entry entry = map.functions.get(f);
                PolynomialKernel kernel = entry.kernel();
                for (int v = 0; v < kernel.variables.length; v++) {
                    product[row * n + kernel.variables[v]] += hessian[row * k + entry.target()] * kernel.gradient[v];
                }
            }
        }
    }

    private void multiplyLeft(double[] target) {
        int n = map.dimension();
        Arrays.fill(target, 0.0);
        for (int i = 0; i < map.source.length; i++) {
            if (map.source[i] >= 0) {
                addRow(target, map.source[i], i, 1.0, n);
            }
        }
        for (int f = 0; f < map.functions.size(); f++) {
            ParameterMap.Entry entry = map.functions.get(f);
            PolynomialKernel kernel = entry.kernel();
            for (int v = 0; v < kernel.variables.length; v++) {
                addRow(target, kernel.variables[v], entry.target(), kernel.gradient[v], n);
            }
        }
    }

    private void addRow(double[] target, int to, int from, double factor, int n) {
        for (int j = 0; j < n; j++) {
            target[to * n + j] += factor * product[from * n + j];
        }
    }

    private void addCurvature(double[] target) {
        int n = map.dimension();
        for (int f = 0; f < map.functions.size(); f++) {
            ParameterMap.Entry entry = map.functions.get(f);
            PolynomialKernel kernel = entry.kernel();
            int m = kernel.variables.length;
            for (int u = 0; u < m; u++) {
                for (int v = 0; v < m; v++) {
                    target[kernel.variables[u] * n + kernel.variables[v]] +=
                            gradient[entry.target()] * kernel.hessian[u * m + v];
                }
            }
        }
    }
}
