package hep.aurum.nn.fit;

import hep.aurum.nn.NetworkWeights;

/**
 * Hold a trained network and how it came to be.
 *
 * @param weights those of the best epoch
 * @param history the losses by epoch
 */
public record FittedNetwork(NetworkWeights weights, FitHistory history) {}
