package hep.aurum.estimator;

import hep.aurum.base.Check;
import hep.aurum.nn.Backend;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Pass;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Give the log ratio by a network of the features alone, whose outputs make a polynomial in θ.
 *
 * <p>{@link MorphedPolynomial} has the formula. A scan over θ costs one pass through the network, whatever the number of points.
 * Immutable.
 */
public final class MorphedRatio implements RatioNetwork {

    private final ParameterSpace space;
    private final FeatureInputs inputs;
    private final MorphedPolynomial polynomial;
    private final NetworkWeights weights;
    private final String reference;
    private final ThreadLocal<Scratch> scratch;

    private MorphedRatio(
            ParameterSpace space,
            List<String> featureNames,
            Standardisation features,
            MorphedPolynomial polynomial,
            NetworkWeights weights,
            String reference) {
        this.space = space;
        this.inputs = new FeatureInputs(featureNames, features);
        this.polynomial = polynomial;
        this.weights = weights;
        this.reference = reference;
        this.scratch = ThreadLocal.withInitial(() -> new Scratch(weights, polynomial));
    }

    /**
     * Return the estimator of a network.
     *
     * @param space the k parameters
     * @param featureNames names of the d features
     * @param features how features are standardised
     * @param polynomial how the outputs make the ratio
     * @param weights a network with d plain inputs, no slope inputs and the outputs of the polynomial
     * @param reference which law the ratio is to, in words
     */
    public static MorphedRatio of(
            ParameterSpace space,
            List<String> featureNames,
            Standardisation features,
            MorphedPolynomial polynomial,
            NetworkWeights weights,
            String reference) {
        Check.length("featureNames", featureNames.size(), weights.shape().plainInputs());
        Check.length("features", features.size(), weights.shape().plainInputs());
        Check.length("outputs", weights.shape().outputs(), polynomial.outputs());
        Check.length("space", space.size(), polynomial.basis().parameters());
        return new MorphedRatio(space, featureNames, features, polynomial, weights, reference);
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public List<String> featureNames() {
        return inputs.names();
    }

    @Override
    public String describe() {
        return reference;
    }

    @Override
    public Standardisation features() {
        return inputs.features();
    }

    /** Return how the outputs make the ratio. */
    public MorphedPolynomial polynomial() {
        return polynomial;
    }

    @Override
    public NetworkWeights weights() {
        return weights;
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        Scratch own = scratch.get();
        return logRatioAndScore(x, theta, own.score);
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        Scratch own = scratch.get();
        own.components(x, 0);
        own.evaluation.at(theta);
        return own.evaluation.logRatio(own.outputs, score);
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        checkBatch(events, thetas, logRatios);
        Scratch own = scratch.get();
        int k = space.size();
        int p = points(thetas);
        for (int i = 0; i < events.length / features().size(); i++) {
            own.components(events, i * features().size());
            for (int j = 0; j < p; j++) {
                own.evaluation.at(Arrays.copyOfRange(thetas, j * k, (j + 1) * k));
                logRatios[i * p + j] = own.evaluation.logRatio(own.outputs, own.score);
            }
        }
    }

    /** What one thread needs to evaluate an event. */
    private final class Scratch {
        private final Pass pass;
        private final MorphedPolynomial.Evaluation evaluation;
        private final float[] standard;
        private final double[] outputs;
        private final double[] score;

        Scratch(NetworkWeights weights, MorphedPolynomial polynomial) {
            this.pass = Backend.fused().open(weights.shape(), false);
            this.evaluation = polynomial.evaluation();
            this.standard = new float[weights.shape().plainInputs()];
            this.outputs = new double[weights.shape().outputs()];
            this.score = new double[space.size()];
        }

        void components(double[] x, int offset) {
            for (int i = 0; i < standard.length; i++) {
                standard[i] = inputs.input(i, x[offset + i]);
            }
            pass.setInputs(0, standard, 0);
            pass.forward(weights, 1);
            for (int j = 0; j < outputs.length; j++) {
                outputs[j] = pass.value(0, j);
            }
        }
    }
}
