package hep.aurum.infer.curve;

import hep.aurum.math.formula.Formula;
import hep.aurum.math.formula.FormulaEvaluator;
import hep.aurum.math.optim.Objective;
import java.util.Arrays;

/** Sum a statistic over the points as a function of the parameters; one thread each. */
final class CurveObjective implements Objective {

    private final FormulaEvaluator formula;
    private final int k;
    private final CurveStatistic statistic;
    private final CurveData data;
    private final double[] slope;
    private final double[] curvature;
    private final double[] oneSlope;
    private final double[] oneCurvature;

    CurveObjective(Formula formula, CurveStatistic statistic, CurveData data) {
        this.formula = formula.evaluator();
        this.k = formula.parameters().size();
        this.statistic = statistic;
        this.data = data;
        this.slope = new double[k];
        this.curvature = new double[k * k];
        this.oneSlope = new double[k];
        this.oneCurvature = new double[k * k];
    }

    @Override
    public int dimension() {
        return k;
    }

    @Override
    public double value(double[] p) {
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            double f = 0;
            for (int q = 0; q < data.nodes(); q++) {
                f += data.weight(q) * formula.value(data.node(i, q), p);
            }
            sum += statistic.value(data.y(i), data.sigma(i), f);
        }
        return orInfinity(sum);
    }

    @Override
    public double evaluate(double[] p, double[] gradient, double[] hessian) {
        Arrays.fill(gradient, 0);
        Arrays.fill(hessian, 0);
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            double y = data.y(i);
            double sigma = data.sigma(i);
            double f = prediction(i, p);
            sum += statistic.value(y, sigma, f);
            double first = statistic.first(y, sigma, f);
            double second = statistic.second(y, sigma, f);
            for (int a = 0; a < k; a++) {
                gradient[a] += first * slope[a];
                for (int b = 0; b < k; b++) {
                    hessian[a * k + b] += first * curvature[a * k + b] + second * slope[a] * slope[b];
                }
            }
        }
        return finite(gradient) && finite(hessian) ? orInfinity(sum) : Double.POSITIVE_INFINITY;
    }

    /** The prediction of a point with its derivatives. */
    private double prediction(int i, double[] p) {
        if (data.nodes() == 1) {
            return formula.derivatives(data.node(i, 0), p, slope, curvature);
        }
        Arrays.fill(slope, 0);
        Arrays.fill(curvature, 0);
        double f = 0;
        for (int q = 0; q < data.nodes(); q++) {
            double weight = data.weight(q);
            f += weight * formula.derivatives(data.node(i, q), p, oneSlope, oneCurvature);
            for (int a = 0; a < k; a++) {
                slope[a] += weight * oneSlope[a];
            }
            for (int a = 0; a < k * k; a++) {
                curvature[a] += weight * oneCurvature[a];
            }
        }
        return f;
    }

    /** Where the formula is not defined the sum is infinite, and the search turns back. */
    private static double orInfinity(double sum) {
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
