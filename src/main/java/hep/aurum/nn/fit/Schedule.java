package hep.aurum.nn.fit;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.Locale;

/** Choose how the learning rate falls while a network is trained. */
public enum Schedule {
    /** Half a cosine from the rate at the start to a hundredth of it. */
    COSINE {
        @Override
        double factor(double done, int plateaus) {
            return LAST + (1 - LAST) * 0.5 * (1 + StrictMath.cos(StrictMath.PI * done));
        }
    },
    /** A fifth of the rate whenever the validation loss has not become better for a while. */
    PLATEAU {
        @Override
        double factor(double done, int plateaus) {
            return StrictMath.pow(DROP, plateaus);
        }
    },
    /** The same rate throughout. */
    CONSTANT {
        @Override
        double factor(double done, int plateaus) {
            return 1;
        }
    };

    private static final double LAST = 0.01;
    private static final double DROP = 0.2;

    /**
     * Return what multiplies the learning rate.
     *
     * @param done the fraction of the steps that were taken
     * @param plateaus how often the validation loss has stopped to fall
     */
    abstract double factor(double done, int plateaus);

    /** Return the name in lower case, as in study files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Return the schedule of a name.
     *
     * @throws NotFound if there is none
     */
    public static Schedule parse(String name) {
        return Names.constant(Schedule.class, "schedule", name);
    }
}
