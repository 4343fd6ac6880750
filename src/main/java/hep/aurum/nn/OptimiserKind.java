package hep.aurum.nn;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.Locale;

/** Choose how a network takes steps. */
public enum OptimiserKind {
    /** {@link Adam} whose weight decay is part of the gradient (L2). */
    ADAM {
        @Override
        public Optimiser create(int size, double decay) {
            return Adam.withDecayInTheGradient(size, decay);
        }
    },
    /** {@link Adam} whose weight decay is decoupled from the gradient. */
    ADAMW {
        @Override
        public Optimiser create(int size, double decay) {
            return new Adam(size, decay);
        }
    },
    /** {@link Momentum}: gradient descent that keeps nine tenths of its velocity. */
    SGD {
        @Override
        public Optimiser create(int size, double decay) {
            return new Momentum(size, decay);
        }
    };

    /**
     * Return an optimiser at rest.
     *
     * @param size the length of the gradient
     * @param decay the weight decay \(\lambda\), zero for none
     */
    public abstract Optimiser create(int size, double decay);

    /** Return the name in lower case, as in study files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Return the optimiser of a name.
     *
     * @throws NotFound if there is none
     */
    public static OptimiserKind parse(String name) {
        return Names.constant(OptimiserKind.class, "optimiser", name);
    }
}
