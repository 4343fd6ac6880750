package hep.aurum.format.combine;

import hep.aurum.likelihood.binned.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Split a varied histogram into a change of the rate and a change of the shape, as Combine does.
 *
 * <p>With the histograms normalised to one integral the shape moves by \( \tfrac12\theta\left[(u-d) + s(\theta)(u+d-2n)
 * \right] \) with \( s = (15\theta - 10\theta^3 + 3\theta^5)/8 \) inside \( |\theta| \le 1 \) and its sign outside. That
 * is HistFactory's code 4p term by term. The rate moves by the two factors of the integrals.
 */
final class Morphing {

    private final String name;
    private final double scale;

    /**
     * Begin.
     *
     * @param scale standard deviations of the histograms for one of the nuisance, inverted: the number in the card
     */
    Morphing(String name, double scale) {
        this.name = name;
        this.scale = scale;
    }

    /**
     * Return the modifiers for variations of a histogram.
     *
     * @param nominal the templates of the model
     * @param integral of the nominal histogram in the file
     */
    List<Modifier> of(Template nominal, double integral, Template down, Template up) {
        List<Modifier> list = new ArrayList<>();
        double lo = StrictMath.pow(down.integral() / integral, scale);
        double hi = StrictMath.pow(up.integral() / integral, scale);
        if (lo != 1.0 || hi != 1.0) {
            list.add(new Modifier.NormSys(name, lo, hi));
        }
        double yield = nominal.integral();
        shape(nominal, down.scaledBy(yield / down.integral()), up.scaledBy(yield / up.integral()))
                .ifPresent(list::add);
        return list;
    }

    /** Return the modifier that moves rate and shape together. */
    List<Modifier> ofWhole(Template nominal, double integral, Template down, Template up) {
        double factor = nominal.integral() / integral;
        return shape(nominal, down.scaledBy(factor), up.scaledBy(factor)).stream()
                .toList();
    }

    private Optional<Modifier> shape(Template nominal, Template down, Template up) {
        List<Double> lo = new ArrayList<>();
        List<Double> hi = new ArrayList<>();
        for (int b = 0; b < nominal.bins(); b++) {
            double n = nominal.contents().get(b);
            double d = down.contents().get(b);
            double u = up.contents().get(b);
            lo.add(scale == 1.0 ? d : moved(n, d, u, -scale));
            hi.add(scale == 1.0 ? u : moved(n, d, u, scale));
        }
        boolean isFlat = lo.equals(nominal.contents()) && hi.equals(nominal.contents());
        return isFlat ? Optional.empty() : Optional.of(new Modifier.HistoSys(name, lo, hi));
    }

    private static double moved(double n, double d, double u, double theta) {
        double square = theta * theta;
        double step = square < 1.0 ? 0.125 * theta * (15.0 + square * (-10.0 + 3.0 * square)) : Math.signum(theta);
        return n + 0.5 * theta * ((u - d) + step * (u + d - 2.0 * n));
    }
}
