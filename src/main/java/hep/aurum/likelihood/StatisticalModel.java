package hep.aurum.likelihood;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.math.optim.Objective;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Give the probability of one data set as a function of the parameters.
 *
 * <p>A model is immutable and may be shared between threads; the objectives that it hands out are not. Data made by
 * {@link #asimov} and {@link #toy} include the auxiliary measurements of constrained nuisances.
 */
public interface StatisticalModel {

    /** Return the parameters in the order of every point {@code [k]}. */
    List<ModelParameter> parameters();

    /** Return the name of the parameter of interest, if the model declares one. */
    Optional<String> poi();

    /**
     * Return a new evaluator of \( -2\ln L(\theta) \), all constants included, for the use of one thread.
     *
     * <p>It is finite at every point inside the parameters' intervals.
     */
    Objective twiceNll();

    /**
     * Return the same model with the data that it expects at a point, fractions included.
     *
     * @param theta the point {@code [k]}
     * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, section 3.2</a>
     */
    StatisticalModel asimov(double[] theta);

    /**
     * Return the same model with data drawn at random.
     *
     * @param theta the point {@code [k]} that the data are drawn from
     * @param random the stream that belongs to this toy
     */
    StatisticalModel toy(double[] theta, UniformRandomProvider random);

    /**
     * Return what a user should know about a point, one sentence each: rates that had to be floored, for example.
     *
     * @param theta the point {@code [k]}
     */
    List<String> warnings(double[] theta);

    /**
     * Return the same model with counts drawn at random and the auxiliary measurements as they are: a toy of the conditional
     * ensemble.
     *
     * @param theta the point {@code [k]} that the counts are drawn from
     * @param random the stream that belongs to this toy
     * @throws NotSupported if the model does not tell one kind of data from the other
     */
    default StatisticalModel conditionalToy(double[] theta, UniformRandomProvider random) {
        throw new NotSupported(
                "toys that keep the auxiliary measurements of this kind of model",
                "",
                "use the unconditional ensemble");
    }

    /**
     * Return the expected counts by bin at a point, empty for a model without bins.
     *
     * @param theta the point {@code [k]}
     */
    default double[] expectedCounts(double[] theta) {
        return new double[0];
    }

    /** Return the smallest value of the parameter of interest that is physical: 0, as of a signal strength. */
    default double lowestPoi() {
        return 0.0;
    }

    /**
     * Return further points from which a search should begin, because the likelihood may have several minima.
     *
     * @param around the minimum that is known {@code [k]}
     */
    default List<double[]> otherStarts(double[] around) {
        return List.of();
    }

    /**
     * Return the positions of parameters in which rates turn back, so that \( -2\ln L \) may have a second valley near the
     * mirror image of the first; none unless the model says so.
     */
    default List<Integer> foldedParameters() {
        return List.of();
    }

    /** Return what is known of parameters from auxiliary measurements, by position; nothing unless the model says so. */
    default Map<Integer, NuisanceConstraint> constraints() {
        return Map.of();
    }

    /** Return where searches begin {@code [k]}. */
    default double[] initialPoint() {
        return parameters().stream().mapToDouble(ModelParameter::init).toArray();
    }

    /**
     * Return the position of a parameter.
     *
     * @throws NotFound if the model has no such parameter
     */
    default int indexOf(String name) {
        List<ModelParameter> all = parameters();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new NotFound(
                "no parameter \"" + name + "\" in the model",
                "",
                Names.suggest(name, all.stream().map(ModelParameter::name).toList()));
    }
}
