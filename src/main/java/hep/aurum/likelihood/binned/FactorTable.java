package hep.aurum.likelihood.binned;

/**
 * Evaluate all interpolations of a model at one point, with two derivatives.
 *
 * <p>Shape variations add \( \alpha S_b + h(\alpha) A_b \) with \( h = 15\alpha^2 - 10\alpha^4 + 3\alpha^6 \) inside
 * \( |\alpha| \le 1 \) and \( h = 8|\alpha| \) outside (code 4p), \( h = 8|\alpha| \) everywhere (code 0), or \( h =
 * 8\alpha^2 \) inside and \( h = 8(2|\alpha|-1) \) outside (code 2), so that only h depends on the code.
 */
final class FactorTable {

    private final CompiledModel model;

    /** Value and derivatives by distinct scalar factor. */
    final double[] value;

    final double[] first;
    final double[] second;

    /** α and h(α) with derivatives by parameter; entries of parameters without shape slots stay zero. */
    final double[] shape;

    final double[] shapeFirst;
    final double[] shapeSecond;

    FactorTable(CompiledModel model) {
        this.model = model;
        int factors = model.factorParameter.length;
        value = new double[factors];
        first = new double[factors];
        second = new double[factors];
        int parameters = model.parameters.size();
        shape = new double[parameters];
        shapeFirst = new double[parameters];
        shapeSecond = new double[parameters];
    }

    void evaluate(double[] theta) {
        for (int u = 0; u < value.length; u++) {
            evaluateFactor(u, theta[model.factorParameter[u]]);
        }
        for (int p : model.shapeParameters) {
            evaluateShape(p, theta[p]);
        }
    }

    /** Evaluate what depends on one parameter alone, which has a scalar factor or a shape. */
    void evaluate(int p, double alpha) {
        for (int u = 0; u < value.length; u++) {
            if (model.factorParameter[u] == p) {
                evaluateFactor(u, alpha);
            }
        }
        evaluateShape(p, alpha);
    }

    private void evaluateFactor(int u, double alpha) {
        int c = model.factorCoefficients[u];
        if (c < 0) {
            value[u] = alpha;
            first[u] = 1.0;
            second[u] = 0.0;
        } else if (model.codes.normSys() == Interpolation.CODE4 && alpha > -1.0 && alpha < 1.0) {
            polynomial(u, c, alpha);
        } else {
            exponential(u, alpha, alpha >= 0.0 ? model.coefficients[c] : -model.coefficients[c + 1]);
        }
    }

    private void polynomial(int u, int c, double alpha) {
        double[] k = model.coefficients;
        double a1 = k[c + 2];
        double a2 = k[c + 3];
        double a3 = k[c + 4];
        double a4 = k[c + 5];
        double a5 = k[c + 6];
        double a6 = k[c + 7];
        value[u] = 1.0 + alpha * (a1 + alpha * (a2 + alpha * (a3 + alpha * (a4 + alpha * (a5 + alpha * a6)))));
        first[u] = a1
                + alpha * (2.0 * a2 + alpha * (3.0 * a3 + alpha * (4.0 * a4 + alpha * (5.0 * a5 + alpha * 6.0 * a6))));
        second[u] = 2.0 * a2 + alpha * (6.0 * a3 + alpha * (12.0 * a4 + alpha * (20.0 * a5 + alpha * 30.0 * a6)));
    }

    /** The factor \( e^{s\alpha} \); for a variation to zero, s is infinite and the factor vanishes off the nominal. */
    private void exponential(int u, double alpha, double slope) {
        if (Double.isInfinite(slope)) {
            value[u] = alpha == 0.0 ? 1.0 : 0.0;
            first[u] = 0.0;
            second[u] = 0.0;
            return;
        }
        double factor = StrictMath.exp(slope * alpha);
        value[u] = factor;
        first[u] = slope * factor;
        second[u] = slope * slope * factor;
    }

    private void evaluateShape(int p, double alpha) {
        boolean inside = alpha >= -1.0 && alpha <= 1.0;
        double square = alpha * alpha;
        switch (model.codes.histoSys()) {
            case CODE4P -> {
                if (inside) {
                    setShape(
                            p,
                            square * (15.0 + square * (-10.0 + square * 3.0)),
                            alpha * (30.0 + square * (-40.0 + square * 18.0)),
                            30.0 + square * (-120.0 + square * 90.0));
                } else {
                    setLinear(p, alpha, 8.0, 0.0);
                }
            }
            case CODE2 -> {
                if (inside) {
                    setShape(p, 8.0 * square, 16.0 * alpha, 16.0);
                } else {
                    setLinear(p, alpha, 16.0, -8.0);
                }
            }
            default -> setLinear(p, alpha, 8.0, 0.0);
        }
    }

    /** Set h to a slope times |α| and a constant. */
    private void setLinear(int p, double alpha, double slope, double constant) {
        setShape(p, slope * Math.abs(alpha) + constant, alpha >= 0.0 ? slope : -slope, 0.0);
    }

    private void setShape(int p, double h, double slope, double curvature) {
        shape[p] = h;
        shapeFirst[p] = slope;
        shapeSecond[p] = curvature;
    }
}
