package hep.aurum.sample;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.param.Prior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Let nuisance parameters stand beside those of the theory: the weight of an event is its polynomial in θ times its
 * exponential in ν.
 *
 * <p>\[ w_i(\theta,\nu) = w_i(\theta)\,e^{\sum_q a_{iq}\nu_q + b_{iq}\nu_q^2}, \qquad r_i = \frac{n\,w_i}{\sigma}, \qquad
 * t_{i,\nu_q} = a_{iq} + 2b_{iq}\nu_q - \partial_{\nu_q}\ln\sigma(\theta,\nu) \]
 *
 * <p>A point is \((\theta, \nu)\), the parameters of the sample first, and a network trained on these events learns the ratio
 * and the score in all of them. The ratio is of normalised densities: a nuisance that moves only the rate leaves r at 1, and
 * enters a likelihood through \(\sigma(\theta,\nu)\), {@link #crossSection}. The constraints N(0, 1) on ν belong to the likelihood,
 * not to r.
 *
 * <p>The cross-section is \(\sigma(\theta,\nu) = \sum_j\phi_j(\theta)S_j(\nu)\) with \(S_j(\nu) = \sum_i
 * c_{ij}e^{a_i\nu+b_i\nu^2}\), entire functions of ν. On the nuisances' ranges they are interpolated by Chebyshev polynomials
 * with an error below 1e-12 of \(\sum_i|c_{ij}|e^{a_i\nu+b_i\nu^2}\), and the slopes are those of the interpolant. Where that
 * takes more than 65536 terms, as with three strong nuisances or many weak ones, or where weights answer so differently
 * that rounding forbids it, the sums are taken exactly, once for each point; θ and ν must then come from a {@link #pool} of
 * points.
 *
 * <p>Immutable; safe for any number of threads.
 */
public final class SystematicEvents implements MinedEvents {

    /** Where the constraint's density is a hundredth of its largest, and the exponential form is on its own. */
    private static final double FAR = 3;

    private final EventSample nominal;
    private final NuisanceWeights weights;
    private final ParameterSpace space;
    private final double[] commonLinear;
    private final double[] commonQuadratic;

    /** The nuisances without what they do to all events alike, which changes neither ratio nor score. */
    private final NuisanceWeights relative;

    private final NuisanceSums sums;

    private SystematicEvents(EventSample nominal, NuisanceWeights weights, ParameterSpace space) {
        this.nominal = nominal;
        this.weights = weights;
        this.space = space;
        this.commonLinear = mean(nominal, weights::linear, weights.nuisances().size());
        this.commonQuadratic =
                mean(nominal, weights::quadratic, weights.nuisances().size());
        this.relative = weights.over(commonLinear, commonQuadratic);
        this.sums = NuisanceSums.of(nominal, relative);
    }

    /**
     * Give the events of a sample nuisances.
     *
     * @param nominal the sample, at ν = 0
     * @param weights of the same events in the same order, with at least one nuisance; names differ from the parameters'
     */
    public static SystematicEvents of(EventSample nominal, NuisanceWeights weights) {
        Check.length("the nuisance weights", weights.size(), nominal.size());
        Check.argument(!weights.nuisances().isEmpty(), "there is no nuisance: use the sample itself");
        List<Parameter> all = new ArrayList<>(nominal.space().parameters());
        all.addAll(weights.nuisances());
        return new SystematicEvents(nominal, weights, new ParameterSpace(all));
    }

    /** Give a or b of an event and nuisance. */
    @FunctionalInterface
    private interface Exponents {
        double get(int event, int nuisance);
    }

    /** Return the mean over events by the size of their weights; 0 where none has any. */
    private static double[] mean(EventSample sample, Exponents exponents, int nuisances) {
        double[] mean = new double[nuisances];
        double total = 0;
        for (int i = 0; i < sample.size(); i++) {
            double size = 0;
            for (int j = 0; j < sample.basis().size(); j++) {
                size += Math.abs(sample.coefficient(i, j));
            }
            total += size;
            for (int q = 0; q < nuisances; q++) {
                mean[q] += size * exponents.get(i, q);
            }
        }
        for (int q = 0; q < nuisances; q++) {
            mean[q] = total > 0 ? mean[q] / total : 0;
        }
        return mean;
    }

    /**
     * Return the law that draws one of some points, which were drawn from another: for nuisances too many to be
     * interpolated. The sums over events are taken once for each point.
     *
     * @param law a law of the points, over {@link #space()}
     * @param points how many, some hundreds to some thousands
     */
    public static Prior pool(Prior law, int points, RandomStreams streams) {
        UniformRandomProvider random = streams.stream("pool of points", 0);
        List<ParameterPoint> drawn = new ArrayList<>();
        double[] theta = new double[law.space().size()];
        for (int i = 0; i < points; i++) {
            law.draw(random, theta);
            drawn.add(ParameterPoint.of(theta));
        }
        return Prior.points(law.space(), drawn);
    }

    /** Return the events at ν = 0. */
    public EventSample nominal() {
        return nominal;
    }

    /** Return how the weights answer to the nuisances. */
    public NuisanceWeights weights() {
        return weights;
    }

    /** Return whether labels at any point take the same short time; if not, θ must come from a {@link #pool}. */
    public boolean isInterpolated() {
        return sums instanceof ChebyshevSums;
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public List<String> featureNames() {
        return nominal.featureNames();
    }

    @Override
    public int size() {
        return nominal.size();
    }

    @Override
    public double feature(int event, int index) {
        return nominal.feature(event, index);
    }

    @Override
    public long origin(int event) {
        return nominal.origin(event);
    }

    /** Return \(\sigma(\theta,\nu)\) in pb; {@code point [k+q]}. */
    public double crossSection(double[] point) {
        Check.length("point", point.length, space.size());
        Weighing weighing = new Weighing();
        double common = 0;
        for (int q = 0; q < commonLinear.length; q++) {
            double nu = point[nominal.space().size() + q];
            common += (commonLinear[q] + commonQuadratic[q] * nu) * nu;
        }
        return weighing.sigma(point) * StrictMath.exp(common);
    }

    /** Return the weight \(w_i(\theta,\nu)\) of an event in pb; {@code point [k+q]}. */
    public double weightAt(int event, double[] point) {
        double[] nu = Arrays.copyOfRange(point, nominal.space().size(), space.size());
        return nominal.weightAt(event, point) * StrictMath.exp(weights.exponent(event, nu));
    }

    /** Return the effective number of events \((\sum w)^2/\sum w^2\) at a point {@code [k+q]}, every row counting as one. */
    public double effectiveEvents(double[] point) {
        return AuditPoints.effectiveSize(labels(), point);
    }

    /** Return the labels in the form in which they are audited; for one thread at a time. */
    public JointLabels labels() {
        return new SystematicLabels(this);
    }

    /** Return the points at which all is standard but one nuisance, which is at ±3 or at the end of its range before. */
    List<ParameterPoint> farPoints() {
        List<ParameterPoint> points = new ArrayList<>();
        for (int q = 0; q < weights.nuisances().size(); q++) {
            Parameter nuisance = weights.nuisances().get(q);
            for (double side : new double[] {-FAR, FAR}) {
                double[] point = space.standard().toArray();
                point[nominal.space().size() + q] = Math.max(nuisance.min(), Math.min(nuisance.max(), side));
                points.add(ParameterPoint.of(point));
            }
        }
        return points;
    }

    @Override
    public Labeller labeller() {
        return new Weighing();
    }

    /** Scratch space of one thread. */
    private final class Weighing implements Labeller {
        private final MonomialBasis basis = nominal.basis();
        private final int k = basis.parameters();
        private final int q = weights.nuisances().size();
        private final NuisanceSums.Reader reader = sums.reader();
        private final double[] monomials = new double[basis.size()];
        private final double[] derivative = new double[basis.size()];
        private final double[] nu = new double[q];
        private final double[] total = new double[basis.size()];
        private final double[][] slopes = new double[q][basis.size()];

        /** Return the cross-section over the common factor, and leave sums and monomials behind. */
        double sigma(double[] point) {
            System.arraycopy(point, k, nu, 0, q);
            reader.evaluate(nu, total, slopes);
            basis.values(point, monomials);
            double sigma = dot(total, monomials);
            if (!(sigma > 0)) {
                throw new BadModel(
                        "the cross-section after selection is not positive at " + Arrays.toString(point),
                        space.names().toString(),
                        "narrow the ranges of the parameters and nuisances, or add generated events");
            }
            return sigma;
        }

        @Override
        public double ratio(int event, double[] point, double[] gradient) {
            double sigma = sigma(point);
            double scale = nominal.size() * StrictMath.exp(relative.exponent(event, nu)) / sigma;
            double ratio = scale * nominal.weight(event, monomials);
            for (int l = 0; l < q; l++) {
                double slope = relative.linear(event, l) + 2 * relative.quadratic(event, l) * nu[l];
                gradient[k + l] = ratio * (slope - dot(slopes[l], monomials) / sigma);
            }
            for (int a = 0; a < k; a++) {
                basis.derivatives(point, a, derivative);
                gradient[a] = scale * nominal.weight(event, derivative) - ratio * dot(total, derivative) / sigma;
            }
            return ratio;
        }
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int j = 0; j < first.length; j++) {
            sum += first[j] * second[j];
        }
        return sum;
    }
}
