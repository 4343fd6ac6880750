package hep.aurum.plot.figure;

import hep.aurum.base.Check;

/**
 * Hold the pull of one constrained parameter.
 *
 * @param name its name
 * @param value \((\hat\theta-\theta_0)/\Delta\theta\), with the measured value and width of the constraint
 * @param error fitted error over the width of the constraint: 1 if the data say nothing about it
 */
public record Pull(String name, double value, double error) {

    /** Require finite numbers. */
    public Pull {
        Check.finite("the pull of " + name, value);
        Check.finite("the error of the pull of " + name, error);
        Check.argument(error >= 0, "the error of the pull of %s is %s, expected 0 or more", name, error);
    }
}
