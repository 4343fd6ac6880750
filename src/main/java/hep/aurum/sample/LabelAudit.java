package hep.aurum.sample;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MorphingClosure;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Examine joint ratios and joint scores before anything is trained on them.
 *
 * <ol>
 *   <li><em>score is the gradient of the ratio</em>, latents included: \(r\,t\) against a finite difference of
 *       \(r(x,z|\theta_0,\theta_1)\) in \(\theta_0\), event by event. The one check that finds a score which leaves out a
 *       latent, since its expectation vanishes as well.
 *   <li><em>ratio agrees with the weights</em>: \(r(\theta_0,\theta_1)\) against the quotient of the importance weights.
 *   <li><em>mean ratio</em>: \(E_{\theta_1}[r] = 1\), and <em>mean score</em>: \(E_\theta[t] = 0\), within errors.
 *   <li><em>effective sample size</em> at the standard point, at the points of interest and at the corners of the ranges.
 *   <li><em>weights are squares</em>: a squared amplitude cannot be negative at any θ, so the Gram matrix of every event's
 *       quadratic polynomial has no negative eigenvalue. Interchanged or wrongly scaled benchmarks break this for most
 *       events, even when no benchmark is left to check the morphing with. What no check of the weights alone can find is
 *       an interchange that is a symmetry of the set of benchmarks, such as θ → −θ of all of them.
 *   <li><em>closure</em> of the morphing on benchmarks left out, and <em>cross-sections</em> that a generator states, against
 *       the morphed ones.
 * </ol>
 *
 * <p>The exact checks have no false alarms but those of rounding. The statistical ones have thresholds at which right labels
 * fail once in ten thousand audits, all their comparisons together, in the normal approximation. The points at which they
 * are made are drawn at random in the ranges and pulled towards the standard point until a quarter of the events is
 * effective.
 *
 * <p>Immutable.
 */
public final class LabelAudit {

    private final JointLabels labels;
    private final ParameterSpace space;
    private final @Nullable EventSample sample;
    private final List<ParameterPoint> points;
    private final List<MorphingClosure.Result> closures;
    private final List<StatedCrossSection> stated;

    private LabelAudit(
            JointLabels labels,
            ParameterSpace space,
            @Nullable EventSample sample,
            List<ParameterPoint> points,
            List<MorphingClosure.Result> closures,
            List<StatedCrossSection> stated) {
        this.labels = labels;
        this.space = space;
        this.sample = sample;
        this.points = List.copyOf(points);
        this.closures = List.copyOf(closures);
        this.stated = List.copyOf(stated);
    }

    /**
     * Hold a cross-section that a generator states against the morphed one.
     *
     * @param what whose it is, for the sentence: a benchmark's or a file's name
     * @param theta the point
     * @param valuePb the cross-section, in pb, before selection
     * @param uncertaintyPb its Monte Carlo uncertainty; 0 when it is the mean of the same events' weights
     * @param morphed the cross-section before selection by the events' polynomials
     */
    public record StatedCrossSection(
            String what, ParameterPoint theta, double valuePb, double uncertaintyPb, CrossSection morphed) {

        /** Check the numbers. */
        public StatedCrossSection {
            Check.finite("the stated cross-section of " + what, valuePb);
            Check.argument(uncertaintyPb >= 0, "the uncertainty of %s is %s pb", what, uncertaintyPb);
        }
    }

    /** Prepare the audit of any labels. */
    public static LabelAudit of(JointLabels labels, ParameterSpace space) {
        Check.length("the parameters of the labels", labels.parameters(), space.size());
        return new LabelAudit(labels, space, null, List.of(), List.of(), List.of());
    }

    /** Prepare the audit of a sample of polynomial weights and of their labels. */
    public static LabelAudit of(EventSample sample) {
        return of(PolynomialLabels.of(sample), sample.space()).withSample(sample);
    }

    /**
     * Prepare the audit of events with nuisances; enough events must be effective also with one nuisance at ±3, or at the
     * end of its range.
     */
    public static LabelAudit of(SystematicEvents events) {
        return of(events.labels(), events.space()).withSample(events.nominal()).withPoints(events.farPoints());
    }

    /** Return this audit with a look at the polynomials of a sample as well. */
    public LabelAudit withSample(EventSample value) {
        return new LabelAudit(labels, space, value, points, closures, stated);
    }

    /** Return this audit with points at which enough effective events are indispensable. */
    public LabelAudit withPoints(List<ParameterPoint> value) {
        return new LabelAudit(labels, space, sample, value, closures, stated);
    }

    /** Return this audit with the closure of the morphing on benchmarks left out. */
    public LabelAudit withClosures(List<MorphingClosure.Result> value) {
        return new LabelAudit(labels, space, sample, points, value, stated);
    }

    /** Return this audit with cross-sections to compare. */
    public LabelAudit withCrossSections(List<StatedCrossSection> value) {
        return new LabelAudit(labels, space, sample, points, closures, value);
    }

    /**
     * Make every check.
     *
     * @param streams the random streams of the study
     */
    public AuditReport run(RandomStreams streams) {
        List<AuditCheck> checks = new ArrayList<>();
        if (sample != null) {
            checks.addAll(SquareCheck.run(sample));
        }
        for (MorphingClosure.Result closure : closures) {
            checks.add(check(closure));
        }
        for (StatedCrossSection s : stated) {
            checks.add(check(s));
        }
        try {
            checks.addAll(EffectiveSizeCheck.run(labels, space, points));
            AuditPoints at = AuditPoints.draw(labels, space, streams.part("label audit"));
            checks.addAll(new LabelChecks(labels, space, at).run());
        } catch (BadModel e) {
            // Wrong benchmarks can make a cross-section negative, where a ratio has no value.
            checks.add(new AuditCheck(
                    "labels have values", AuditCheck.Outcome.FAIL, 0, 0, "the labels have no value: " + e.what()));
        }
        return new AuditReport(checks);
    }

    /** Generators write eight digits, and morphing amplifies rounding where weights cancel: the median is the better judge. */
    private static AuditCheck check(MorphingClosure.Result closure) {
        double worst = Math.max(closure.medianRelativeDifference(), 1e-2 * closure.maxRelativeDifference());
        return AuditCheck.of(
                "morphing closure",
                worst <= 1e-4,
                worst,
                1e-4,
                String.format(
                        Locale.ROOT,
                        "the weights at benchmark %s are predicted within %.2g (median %.2g) of the generator's, relative",
                        closure.benchmark(),
                        closure.maxRelativeDifference(),
                        closure.medianRelativeDifference()));
    }

    private static AuditCheck check(StatedCrossSection s) {
        double morphed = s.morphed().value(s.theta());
        double own = s.uncertaintyPb() == 0 ? 0 : s.morphed().uncertainty(s.theta());
        // One part in a million for the digits that generators write.
        double rounding = 1e-6 * Math.abs(s.valuePb());
        double error = Math.sqrt(own * own + s.uncertaintyPb() * s.uncertaintyPb() + rounding * rounding);
        double pull = Math.abs(morphed - s.valuePb()) / error;
        return AuditCheck.of(
                "stated cross-section",
                pull <= 5,
                pull,
                5,
                String.format(
                        Locale.ROOT,
                        "the cross-section of %s is stated as %.6g pb and morphed to %.6g pb, %.1f errors of %.2g pb apart",
                        s.what(),
                        s.valuePb(),
                        morphed,
                        pull,
                        error));
    }
}
