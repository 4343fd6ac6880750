package hep.aurum.likelihood.binned;

import hep.aurum.base.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Collect what is known of the parameters of one name while a workspace is laid out. */
final class ParameterSet {

    /** Group the modifier types whose parameters may share a name. */
    enum Kind {
        FREE_FACTOR(1.0, 0.0, 10.0),
        NUISANCE(0.0, -5.0, 5.0),
        LUMINOSITY(1.0, 0.0, 10.0),
        FREE_BINS(1.0, 0.0, 10.0),
        POISSON_BINS(1.0, 1e-10, 10.0),
        GAUSSIAN_BINS(1.0, 1e-10, 10.0);

        private final double init;
        private final double lower;
        private final double upper;

        Kind(double init, double lower, double upper) {
            this.init = init;
            this.lower = lower;
            this.upper = upper;
        }

        boolean isByBin() {
            return this == FREE_BINS || this == POISSON_BINS || this == GAUSSIAN_BINS;
        }

        boolean isGaussian() {
            return this == NUISANCE || this == LUMINOSITY || this == GAUSSIAN_BINS;
        }

        static Kind of(Modifier modifier) {
            if (modifier instanceof Modifier.NormFactor) {
                return FREE_FACTOR;
            }
            if (modifier instanceof Modifier.Lumi) {
                return LUMINOSITY;
            }
            if (modifier instanceof Modifier.ShapeFactor) {
                return FREE_BINS;
            }
            if (modifier instanceof Modifier.ShapeSys) {
                return POISSON_BINS;
            }
            return modifier instanceof Modifier.StatError ? GAUSSIAN_BINS : NUISANCE;
        }
    }

    final String name;
    final Kind kind;
    final int first;
    final int count;
    final double[] init;
    final double[] lower;
    final double[] upper;
    final boolean[] isFixed;

    /** Measured value of the constraint by parameter: Gaussian mean, or Poisson count. */
    final double[] auxdata;

    /** Uncertainty of a Gaussian constraint, or the factor τ of a Poisson constraint Pois(a | τγ). */
    final double[] width;

    ParameterSet(String name, Kind kind, int first, int count) {
        this.name = name;
        this.kind = kind;
        this.first = first;
        this.count = count;
        init = filled(count, kind.init);
        lower = filled(count, kind.lower);
        upper = filled(count, kind.upper);
        isFixed = new boolean[count];
        auxdata = filled(count, kind.init);
        width = filled(count, kind == Kind.LUMINOSITY ? 0.0 : 1.0);
    }

    private static double[] filled(int count, double value) {
        double[] array = new double[count];
        Arrays.fill(array, value);
        return array;
    }

    String parameterName(int i) {
        return kind.isByBin() ? String.format(Locale.ROOT, "%s[%d]", name, i) : name;
    }

    /** Apply the settings of the measurement. */
    void configure(ParameterSettings settings, String origin) {
        override(settings.inits(), init, "inits", origin);
        override(settings.auxdata(), auxdata, "auxdata", origin);
        if (!settings.sigmas().isEmpty()) {
            if (!kind.isGaussian()) {
                throw new BadInput(
                        "parameter \"" + name + "\" has sigmas but no Gaussian constraint",
                        where(origin),
                        "remove \"sigmas\"");
            }
            override(settings.sigmas(), width, "sigmas", origin);
        }
        if (!settings.factors().isEmpty()) {
            if (kind != Kind.POISSON_BINS) {
                throw new BadInput(
                        "parameter \"" + name + "\" has factors but no Poisson constraint",
                        where(origin),
                        "remove \"factors\"");
            }
            override(settings.factors(), width, "factors", origin);
        }
        checkCounts(origin);
        if (!settings.bounds().isEmpty()) {
            checkCount(settings.bounds().size(), "bounds", origin);
            for (int i = 0; i < count; i++) {
                lower[i] = settings.bounds().get(i).lower();
                upper[i] = settings.bounds().get(i).upper();
            }
        }
        settings.isFixed().ifPresent(fixed -> Arrays.fill(isFixed, fixed));
        checkRanges(origin);
    }

    private void override(List<Double> values, double[] target, String key, String origin) {
        if (values.isEmpty()) {
            return;
        }
        checkCount(values.size(), key, origin);
        for (int i = 0; i < count; i++) {
            target[i] = values.get(i);
        }
    }

    private void checkCount(int actual, String key, String origin) {
        if (actual != count) {
            throw new BadInput(
                    String.format(
                            Locale.ROOT,
                            "parameter \"%s\" has %d values in \"%s\", expected %d",
                            name,
                            actual,
                            key,
                            count),
                    where(origin),
                    "give one value for every bin of the modifier");
        }
    }

    private void checkCounts(String origin) {
        for (int i = 0; kind == Kind.POISSON_BINS && i < count; i++) {
            if (!(auxdata[i] >= 0.0) || !(width[i] > 0.0)) {
                throw new BadInput(
                        String.format(
                                Locale.ROOT,
                                "parameter \"%s\" has the auxiliary count %s where %s are expected",
                                parameterName(i),
                                auxdata[i],
                                width[i]),
                        where(origin),
                        "\"auxdata\" of a shapesys is not negative, and its \"factors\" are positive");
            }
        }
    }

    private void checkRanges(String origin) {
        for (int i = 0; i < count; i++) {
            if (!(lower[i] <= upper[i]) || (!isFixed[i] && !(init[i] >= lower[i] && init[i] <= upper[i]))) {
                throw new BadInput(
                        String.format(
                                Locale.ROOT,
                                "parameter \"%s\" starts at %s outside its bounds [%s, %s]",
                                parameterName(i),
                                init[i],
                                lower[i],
                                upper[i]),
                        where(origin),
                        "correct \"inits\" or \"bounds\" in the measurement");
            }
        }
    }

    private String where(String origin) {
        return Places.of(origin, "measurement parameter " + name);
    }
}
