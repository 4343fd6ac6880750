package hep.aurum.estimator;

import hep.aurum.nn.NetworkWeights;

/** Give the log ratio by one trained network: what a model file can hold. */
public sealed interface RatioNetwork extends RatioEstimator permits NetworkRatio, MorphedRatio {

    /** Return how features are standardised. */
    Standardisation features();

    /** Return the network. */
    NetworkWeights weights();
}
