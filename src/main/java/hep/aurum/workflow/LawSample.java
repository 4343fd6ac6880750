package hep.aurum.workflow;

import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.ProcessShape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stand for the law of one process by events with weights that add up to 1: of a process that parameters shape, the law of its
 * sample, to which its shape ratio refers; of any other that of its weights.
 *
 * @param events of the process alone; rows of one generated event follow each other
 * @param weights by row
 * @see ProcessShape#fractions
 */
record LawSample(EventSample events, double[] weights) {

    /**
     * Take the events of a process.
     *
     * @param dimension how many of the first features to keep
     */
    static LawSample of(EventSample sample, String process, int dimension) {
        int position = sample.processes().indexOf(process);
        boolean isShaped = ProcessShape.of(sample, position).isShaped();
        EventSample own = sample.subset(sample.rowsOf(position), 1).withFirstFeatures(dimension);
        double[] weights = new double[own.size()];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < own.basis().size(); j++) {
                weights[i] += own.coefficient(i, j);
            }
            weights[i] = isShaped ? 1 : weights[i];
        }
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new LawSample(own, weights);
    }

    /** Take the events of a process that no network was trained on and no pseudo-data are made of, of two parts of a study. */
    static LawSample heldOut(Parts parts, String process) {
        int d = parts.validation().dimension();
        LawSample one = of(parts.validation(), process, d);
        LawSample other = of(parts.template(), process, d);
        EventSample both = EventSample.join(List.of(one.events, other.events));
        double share = one.events.size() / (double) both.size();
        double[] weights = new double[both.size()];
        for (int i = 0; i < weights.length; i++) {
            int j = i - one.weights.length;
            weights[i] = j < 0 ? share * one.weights[i] : (1 - share) * other.weights[j];
        }
        return new LawSample(both, weights);
    }

    int size() {
        return weights.length;
    }

    double[] features() {
        return JointPools.features(events, events.dimension());
    }

    /**
     * Return the mixture \((1-f)\,p_1 + f\,p_2\) of two laws as a sample whose one parameter is f.
     *
     * @param first the law at f = 0
     * @param second the law at f = 1
     */
    static EventSample mixture(LawSample first, LawSample second) {
        int n = first.size() + second.size();
        int d = first.events.dimension();
        double[] features = Arrays.copyOf(first.features(), n * d);
        System.arraycopy(second.features(), 0, features, first.size() * d, second.size() * d);
        double[] coefficients = new double[2 * n];
        long[] origins = new long[n];
        for (int i = 0; i < n; i++) {
            int j = i - first.size();
            origins[i] = j < 0 ? first.events.origin(i) : second.events.origin(j);
            coefficients[2 * i] = j < 0 ? first.weights[i] : 0;
            coefficients[2 * i + 1] = j < 0 ? -first.weights[i] : second.weights[j];
        }
        return new EventSample(
                ParameterSpace.of(new Parameter("fraction", 0, 1, 0.5)),
                first.events.featureNames(),
                List.of("first", "second"),
                MonomialBasis.complete(1, 1),
                features,
                coefficients,
                IntStream.range(0, n).map(i -> i < first.size() ? 0 : 1).toArray(),
                origins);
    }
}
