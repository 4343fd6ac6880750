package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.param.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Hold how the weight of every event answers to nuisance parameters: scales, parton densities, anything that reweights.
 *
 * <p>\[ w_i(\nu) = w_i(0)\,\exp\Bigl(\sum_q a_{iq}\nu_q + b_{iq}\nu_q^2\Bigr) \]
 *
 * <p>From weights at \(\nu_q = +1, 0, -1\), with all others at 0, follow \(a = \frac12\ln\frac{w_+}{w_-}\) and \(b =
 * \frac12\ln\frac{w_+w_-}{w_0^2}\), so that the three are met exactly; from one at +1 alone \(a = \ln\frac{w_+}{w_0}\) and
 * \(b = 0\). The form is never negative between and beyond them, and never changes an event's sign: events of negative weight
 * are welcome. That nuisances do not know of each other is an assumption; and so is what lies beyond one standard deviation.
 * The nuisance is in units in which its constraint is N(0, 1).
 *
 * <p>Immutable. Shapes: {@code n} events, columns {@code [n]}.
 *
 * @see <a href="https://arxiv.org/abs/1907.10621">Brehmer, Kling, Espejo, Cranmer: MadMiner, section 2.4</a>
 */
public final class NuisanceWeights {

    private final int size;
    private final List<Parameter> nuisances;
    private final List<double[]> linear;
    private final List<double[]> quadratic;

    private NuisanceWeights(int size, List<Parameter> nuisances, List<double[]> linear, List<double[]> quadratic) {
        this.size = size;
        this.nuisances = List.copyOf(nuisances);
        this.linear = List.copyOf(linear);
        this.quadratic = List.copyOf(quadratic);
    }

    /** Return the weights of n events that answer to nothing yet. */
    public static NuisanceWeights none(int events) {
        Check.argument(events >= 0, "%d events", events);
        return new NuisanceWeights(events, List.of(), List.of(), List.of());
    }

    /** Return the usual nuisance: within three standard deviations of 0. */
    public static Parameter nuisance(String name) {
        return new Parameter(name, -3, 3, 0);
    }

    /**
     * Return these weights with one more nuisance.
     *
     * @param nuisance its name and range, with the standard value 0
     * @param up weights {@code [n]} at ν = 1
     * @param nominal weights {@code [n]} at ν = 0
     * @param down weights {@code [n]} at ν = −1
     * @throws BadInput if a quotient of an event's weights is not finite and positive
     */
    public NuisanceWeights withUpDown(Parameter nuisance, double[] up, double[] nominal, double[] down) {
        Check.length("the weights up", up.length, size);
        Check.length("the nominal weights", nominal.length, size);
        Check.length("the weights down", down.length, size);
        double[] a = new double[size];
        double[] b = new double[size];
        for (int i = 0; i < size; i++) {
            double above = logQuotient(nuisance, i, "up", up[i], nominal[i]);
            double below = logQuotient(nuisance, i, "down", down[i], nominal[i]);
            a[i] = (above - below) / 2;
            b[i] = (above + below) / 2;
        }
        return with(nuisance, a, b);
    }

    /**
     * Return these weights with one more nuisance of which only the variation upwards is known.
     *
     * @param nuisance its name and range, with the standard value 0
     * @param up weights {@code [n]} at ν = 1
     * @param nominal weights {@code [n]} at ν = 0
     * @throws BadInput if a quotient of an event's weights is not finite and positive
     */
    public NuisanceWeights withUp(Parameter nuisance, double[] up, double[] nominal) {
        Check.length("the weights up", up.length, size);
        Check.length("the nominal weights", nominal.length, size);
        double[] a = new double[size];
        for (int i = 0; i < size; i++) {
            a[i] = logQuotient(nuisance, i, "up", up[i], nominal[i]);
        }
        return with(nuisance, a, new double[size]);
    }

    /**
     * Return these weights with one more nuisance whose exponents are known.
     *
     * @param a the linear ones, {@code [n]}, finite
     * @param b the quadratic ones, {@code [n]}, finite
     */
    public NuisanceWeights withExponents(Parameter nuisance, double[] a, double[] b) {
        Check.length("the linear exponents", a.length, size);
        Check.length("the quadratic exponents", b.length, size);
        for (int i = 0; i < size; i++) {
            Check.finite("a linear exponent of " + nuisance.name(), a[i]);
            Check.finite("a quadratic exponent of " + nuisance.name(), b[i]);
        }
        return with(nuisance, a.clone(), b.clone());
    }

    private NuisanceWeights with(Parameter nuisance, double[] a, double[] b) {
        Check.argument(
                nuisance.standard() == 0,
                "the standard value of the nuisance %s is %s, expected 0",
                nuisance.name(),
                nuisance.standard());
        List<Parameter> more = new ArrayList<>(nuisances);
        more.add(nuisance);
        Check.argument(
                new HashSet<>(more.stream().map(Parameter::name).toList()).size() == more.size(),
                "the nuisance %s is there twice",
                nuisance.name());
        List<double[]> moreLinear = new ArrayList<>(linear);
        moreLinear.add(a);
        List<double[]> moreQuadratic = new ArrayList<>(quadratic);
        moreQuadratic.add(b);
        return new NuisanceWeights(size, more, moreLinear, moreQuadratic);
    }

    private static double logQuotient(Parameter nuisance, int event, String side, double varied, double nominal) {
        double quotient = varied / nominal;
        if (!(quotient > 0 && quotient < Double.POSITIVE_INFINITY)) {
            throw new BadInput(
                    "the weight of event " + event + " is " + varied + " with " + nuisance.name() + " " + side + " and "
                            + nominal + " without: their quotient has no logarithm",
                    "event " + event + ", nuisance " + nuisance.name(),
                    "leave out events of no weight, or describe the variation by a sample of its own");
        }
        return StrictMath.log(quotient);
    }

    /**
     * Return the weights of some events.
     *
     * @param rows positions, in the order wanted, such as those of {@link Split#rows}
     */
    public NuisanceWeights rows(int[] rows) {
        return new NuisanceWeights(
                rows.length,
                nuisances,
                linear.stream().map(column -> pick(column, rows)).toList(),
                quadratic.stream().map(column -> pick(column, rows)).toList());
    }

    private static double[] pick(double[] column, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = column[rows[i]];
        }
        return picked;
    }

    /** Return the number n of events. */
    public int size() {
        return size;
    }

    /** Return the nuisances, in the order of ν's components. */
    public List<Parameter> nuisances() {
        return nuisances;
    }

    /** Return \(a_{iq}\). */
    public double linear(int event, int nuisance) {
        return linear.get(nuisance)[event];
    }

    /** Return \(b_{iq}\). */
    public double quadratic(int event, int nuisance) {
        return quadratic.get(nuisance)[event];
    }

    /** Return the exponent \(\sum_q a_{iq}\nu_q + b_{iq}\nu_q^2\) of one event. Allocates nothing. */
    public double exponent(int event, double[] nu) {
        double sum = 0;
        for (int q = 0; q < nu.length; q++) {
            sum += (linear.get(q)[event] + quadratic.get(q)[event] * nu[q]) * nu[q];
        }
        return sum;
    }

    /** Return these weights over a common factor of all events. */
    NuisanceWeights over(double[] commonLinear, double[] commonQuadratic) {
        List<double[]> a = new ArrayList<>();
        List<double[]> b = new ArrayList<>();
        for (int q = 0; q < nuisances.size(); q++) {
            a.add(less(linear.get(q), commonLinear[q]));
            b.add(less(quadratic.get(q), commonQuadratic[q]));
        }
        return new NuisanceWeights(size, nuisances, a, b);
    }

    private static double[] less(double[] column, double value) {
        double[] moved = column.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= value;
        }
        return moved;
    }
}
