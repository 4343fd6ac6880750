package hep.aurum.format.combine;

import hep.aurum.likelihood.binned.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Split a varied histogram into a change of the rate and a change of the shape, as Combine does.
 *
 * <p>With the histograms normalised to one integral the shape moves by \( \tfrac12 x\left[(u-d) + s(x/q)(u+d-2n)\right]
 * \) where x is θ times the number in the card, q the smallest such number of the process or 1, and \( s(y) = (15y -
 * 10y^3 + 3y^5)/8 \) inside \( |y| \le 1 \), its sign outside. For the number q this is HistFactory's code 4p with the
 * differences scaled by it, term by term; for larger numbers up to \( |\theta| = 1 \) it is not, for s ends earlier. The
 * rate moves by the two factors of the integrals, to the power of the number.
 */
final class Morphing {

    private final String name;
    private final double scale;

    /**
     * Begin.
     *
     * @param scale the number in the card, by which the nuisance is multiplied; 1/2 for histograms at two standard
     *     deviations
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
            lo.add(scale == 1.0 ? d : n + scale * (d - n));
            hi.add(scale == 1.0 ? u : n + scale * (u - n));
        }
        boolean isFlat = lo.equals(nominal.contents()) && hi.equals(nominal.contents());
        return isFlat ? Optional.empty() : Optional.of(new Modifier.HistoSys(name, lo, hi));
    }
}
