package hep.aurum.likelihood.binned;

import java.util.List;

/**
 * Change the rate of a sample as a function of one parameter, or of one parameter per bin, of the modifier's name.
 *
 * @see <a href="https://pyhf.readthedocs.io/en/v0.7.6/likelihood.html#modifiers">the pyhf specification, version
 *     1.0.0</a>
 */
public sealed interface Modifier {

    /** The types in the spelling of the documents. */
    List<String> TYPES = List.of("histosys", "lumi", "normfactor", "normsys", "shapefactor", "shapesys", "staterror");

    /** Return the name, which is the name of the parameter. */
    String name();

    /** Return the type in the spelling of the documents. */
    String type();

    /** Return this modifier for the parameter of another name. */
    Modifier withName(String newName);

    /**
     * Multiply the rate by a free factor.
     *
     * @param name the name of the factor
     */
    record NormFactor(String name) implements Modifier {
        @Override
        public String type() {
            return "normfactor";
        }

        @Override
        public Modifier withName(String newName) {
            return new NormFactor(newName);
        }
    }

    /**
     * Multiply the rate by a factor that interpolates between two variations.
     *
     * @param name the name of the nuisance α, constrained by a unit Gaussian
     * @param lo the factor at α = −1
     * @param hi the factor at α = +1
     */
    record NormSys(String name, double lo, double hi) implements Modifier {
        @Override
        public String type() {
            return "normsys";
        }

        @Override
        public Modifier withName(String newName) {
            return new NormSys(newName, lo, hi);
        }
    }

    /**
     * Add a change of the histogram that interpolates between two variations.
     *
     * @param name the name of the nuisance α, constrained by a unit Gaussian
     * @param loData the bin contents at α = −1
     * @param hiData the bin contents at α = +1
     */
    record HistoSys(String name, List<Double> loData, List<Double> hiData) implements Modifier {
        /** Copy the lists. */
        public HistoSys {
            loData = List.copyOf(loData);
            hiData = List.copyOf(hiData);
        }

        @Override
        public String type() {
            return "histosys";
        }

        @Override
        public Modifier withName(String newName) {
            return new HistoSys(newName, loData, hiData);
        }
    }

    /**
     * Multiply each bin by a factor of its own, constrained by a Poisson count of \( (\nu/\delta)^2 \) expected events.
     *
     * @param name the name of the factors, not shared with any other modifier
     * @param uncertainties the absolute uncertainties δ of the bins; a bin where δ or the rate is zero is held fixed
     */
    record ShapeSys(String name, List<Double> uncertainties) implements Modifier {
        /** Copy the list. */
        public ShapeSys {
            uncertainties = List.copyOf(uncertainties);
        }

        @Override
        public String type() {
            return "shapesys";
        }

        @Override
        public Modifier withName(String newName) {
            return new ShapeSys(newName, uncertainties);
        }
    }

    /**
     * Multiply each bin of all samples with this modifier by a common factor, constrained by a Gaussian whose width is
     * the samples' relative uncertainty added in quadrature.
     *
     * @param name the name of the factors, shared by the samples of a channel
     * @param uncertainties the absolute statistical uncertainties of this sample's bins
     */
    record StatError(String name, List<Double> uncertainties) implements Modifier {
        /** Copy the list. */
        public StatError {
            uncertainties = List.copyOf(uncertainties);
        }

        @Override
        public String type() {
            return "staterror";
        }

        @Override
        public Modifier withName(String newName) {
            return new StatError(newName, uncertainties);
        }
    }

    /**
     * Multiply each bin by a free factor of its own.
     *
     * @param name the name of the factors; channels that share it have the same number of bins
     */
    record ShapeFactor(String name) implements Modifier {
        @Override
        public String type() {
            return "shapefactor";
        }

        @Override
        public Modifier withName(String newName) {
            return new ShapeFactor(newName);
        }
    }

    /**
     * Multiply the rate by the luminosity relative to the nominal one.
     *
     * @param name the name of the factor, whose measurement and uncertainty the measurement's configuration gives
     */
    record Lumi(String name) implements Modifier {
        @Override
        public String type() {
            return "lumi";
        }

        @Override
        public Modifier withName(String newName) {
            return new Lumi(newName);
        }
    }
}
