package hep.aurum.estimator;

import hep.aurum.param.ParameterSpace;
import java.util.List;

/** Stand for a function that was learned from labelled events, or that is known exactly in its place. */
public sealed interface Estimator permits RatioEstimator, ScoreEstimator {

    /** Return the parameters θ. */
    ParameterSpace space();

    /** Return the names of the d features, in the order in which an event's x lists them. */
    List<String> featureNames();

    /** Say in a sentence or two what is estimated, for reports: for a ratio, which law it is to. */
    String describe();
}
