package hep.aurum.infer.test;

import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.optim.Objective;
import hep.aurum.math.random.Draws;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/** One measurement x ~ N(μ, 1): the problem for which the asymptotic laws are exact. */
record GaussianModel(double x) implements StatisticalModel {

    @Override
    public List<ModelParameter> parameters() {
        return List.of(new ModelParameter("mu", 0.5, -50.0, 50.0, false));
    }

    @Override
    public Optional<String> poi() {
        return Optional.of("mu");
    }

    @Override
    public Objective twiceNll() {
        return new Objective() {
            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public double value(double[] mu) {
                return (x - mu[0]) * (x - mu[0]);
            }

            @Override
            public double evaluate(double[] mu, double[] gradient, double[] hessian) {
                gradient[0] = 2.0 * (mu[0] - x);
                hessian[0] = 2.0;
                return value(mu);
            }
        };
    }

    @Override
    public StatisticalModel asimov(double[] theta) {
        return new GaussianModel(theta[0]);
    }

    @Override
    public StatisticalModel toy(double[] theta, UniformRandomProvider random) {
        return new GaussianModel(theta[0] + Draws.gaussian(random));
    }

    @Override
    public List<String> warnings(double[] theta) {
        return List.of();
    }
}
