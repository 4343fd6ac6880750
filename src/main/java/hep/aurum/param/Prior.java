package hep.aurum.param;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.math.random.Draws;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Say which points of the parameter space are drawn for training, and how often.
 *
 * <p>Immutable. Shapes: {@code theta [k]}.
 */
public sealed interface Prior {

    /** Return the parameters. */
    ParameterSpace space();

    /**
     * Draw a point inside the ranges.
     *
     * @param theta {@code [k]}, overwritten
     */
    void draw(UniformRandomProvider random, double[] theta);

    /** Return the prior that is flat in the whole of every range. */
    static Prior uniform(ParameterSpace space) {
        return new Uniform(space);
    }

    /**
     * Return independent normal laws, cut off at the ends of the ranges.
     *
     * @param means one per parameter, inside its range
     * @param widths standard deviations before the cut, positive; at least a hundredth of the range
     */
    static Prior gaussian(ParameterSpace space, List<Double> means, List<Double> widths) {
        return new Gaussian(space, means, widths);
    }

    /** Return the prior that gives every one of some points the same chance. */
    static Prior points(ParameterSpace space, List<ParameterPoint> points) {
        return new Points(space, points);
    }

    /**
     * Draw every value of the ranges alike.
     *
     * @param space the parameters
     */
    record Uniform(ParameterSpace space) implements Prior {

        @Override
        public void draw(UniformRandomProvider random, double[] theta) {
            for (int i = 0; i < theta.length; i++) {
                Parameter p = space.get(i);
                theta[i] = p.min() + (p.max() - p.min()) * random.nextDouble();
            }
        }
    }

    /**
     * Draw from independent normal laws inside the ranges.
     *
     * @param space the parameters
     * @param means {@code [k]}
     * @param widths {@code [k]}
     */
    record Gaussian(ParameterSpace space, List<Double> means, List<Double> widths) implements Prior {

        /** Copy the lists and check them. */
        public Gaussian {
            means = List.copyOf(means);
            widths = List.copyOf(widths);
            Check.length("means", means.size(), space.size());
            Check.length("widths", widths.size(), space.size());
            for (int i = 0; i < means.size(); i++) {
                Parameter p = space.get(i);
                Check.argument(
                        p.contains(means.get(i)), "the mean %s of %s is outside its range", means.get(i), p.name());
                Check.argument(
                        widths.get(i) >= 0.01 * (p.max() - p.min()) && Double.isFinite(widths.get(i)),
                        "the width %s of %s is below a hundredth of its range",
                        widths.get(i),
                        p.name());
            }
        }

        @Override
        public void draw(UniformRandomProvider random, double[] theta) {
            for (int i = 0; i < theta.length; i++) {
                Parameter p = space.get(i);
                // The mean lies inside and the width is finite, so a fair part of the draws is accepted unless it is
                // huge.
                int tries = 0;
                do {
                    if (tries++ > 100_000) {
                        throw new BadModel(
                                "the normal prior of " + p.name() + " hardly ever falls into its range",
                                "",
                                "use a uniform prior");
                    }
                    theta[i] = means.get(i) + widths.get(i) * Draws.gaussian(random);
                } while (!p.contains(theta[i]));
            }
        }
    }

    /**
     * Draw one of some points.
     *
     * @param space the parameters
     * @param points at least one, all inside the ranges
     */
    record Points(ParameterSpace space, List<ParameterPoint> points) implements Prior {

        /** Copy the list and check it. */
        public Points {
            points = List.copyOf(points);
            Check.argument(!points.isEmpty(), "a prior of points needs at least one");
            for (ParameterPoint point : points) {
                space.requireInside(point, "a point of the prior");
            }
        }

        @Override
        public void draw(UniformRandomProvider random, double[] theta) {
            ParameterPoint point = points.get(random.nextInt(points.size()));
            for (int i = 0; i < theta.length; i++) {
                theta[i] = point.get(i);
            }
        }
    }
}
