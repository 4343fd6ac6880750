package hep.aurum.trust;

import java.util.Locale;
import java.util.Optional;

/**
 * Ask whether the ratio's law integrates to one: \(E_s[\hat r(\cdot|\theta)] = 1\) at points spread over the prior.
 *
 * <p>The value is the normalisation by bridge sampling, \(E_s[1-\hat s]/E_\theta[\hat s]\), which heavy tails cannot disturb; see
 * {@link MomentCheck}. The twin is the ratio times 1.1.
 */
public final class MeanRatioCheck extends MomentCheck {

    private static final double TWIN = 1.1;

    /** Create the check with 5000 events of each law at each point. */
    public MeanRatioCheck() {
        this(5000);
    }

    /** Create the check with another number of events of each law at each point. */
    public MeanRatioCheck(int events) {
        super(events);
    }

    @Override
    public String name() {
        return "mean ratio";
    }

    @Override
    double ofReference(double output) {
        return 1 - output;
    }

    @Override
    double ofPoint(double output) {
        return output;
    }

    @Override
    String law() {
        return "the mean of the ratio over the reference law";
    }

    /** Return the change with the logarithm of a constant factor. */
    @Override
    double slope(Answers reference, Answers point) {
        return reference.mean(MeanRatioCheck::variance) + point.mean(MeanRatioCheck::variance);
    }

    private static double variance(double logRatio) {
        double s = Answers.output(logRatio);
        return s * (1 - s);
    }

    @Override
    String fault(double size) {
        return String.format(Locale.ROOT, "a factor of %.3f at one point", 1 + size);
    }

    @Override
    String advice() {
        return "normalise the ratio over a large sample of the reference law (NormalisedRatio); "
                + "if that changes with theta, train on more events";
    }

    @Override
    public Optional<Twin> twin(Subject subject) {
        return Optional.of(Twins.unnormalised(subject, TWIN));
    }
}
