package hep.aurum.trust;

import java.util.Locale;
import java.util.Optional;

/**
 * Ask whether \(E_s[\hat r^2] = E_\theta[\hat r]\) at points spread over the prior: a ratio that is normalised but too sharp, or too
 * flat, breaks it.
 *
 * <p>The value is \(E_s[(1-\hat s)^2]/E_\theta[\hat s(1-\hat s)]\), which heavy tails cannot disturb; see {@link MomentCheck}. The
 * twin is the ratio of posteriors .7 times as wide.
 */
public final class SecondMomentCheck extends MomentCheck {

    private static final double TWIN = 0.7;

    /** Create the check with 5000 events of each law at each point. */
    public SecondMomentCheck() {
        this(5000);
    }

    /** Create the check with another number of events of each law at each point. */
    public SecondMomentCheck(int events) {
        super(events);
    }

    @Override
    public String name() {
        return "second moment";
    }

    @Override
    double ofReference(double output) {
        return (1 - output) * (1 - output);
    }

    @Override
    double ofPoint(double output) {
        return output * (1 - output);
    }

    @Override
    String law() {
        return "the second moment of the ratio over the reference law, divided by its mean over the law at theta,";
    }

    /** Return the change with a factor of the logarithm. */
    @Override
    double slope(Answers reference, Answers point) {
        return reference.mean(SecondMomentCheck::referenceSlope) + point.mean(SecondMomentCheck::pointSlope);
    }

    private static double referenceSlope(double logRatio) {
        double s = Answers.output(logRatio);
        return s > 0 && s < 1 ? 2 * s * (1 - s) * (1 - s) * logRatio : 0;
    }

    private static double pointSlope(double logRatio) {
        double s = Answers.output(logRatio);
        return s > 0 && s < 1 ? (1 - 2 * s) * s * (1 - s) * logRatio : 0;
    }

    @Override
    String fault(double size) {
        return String.format(Locale.ROOT, "a log ratio stretched by %.3f", 1 + size);
    }

    @Override
    String advice() {
        return "calibrate the ratio, or train an ensemble; more events if it is too sharp, more epochs if too flat";
    }

    @Override
    public Optional<Twin> twin(Subject subject) {
        return Optional.of(Twins.width(subject, TWIN));
    }
}
