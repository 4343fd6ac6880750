package hep.aurum.sample;

import hep.aurum.param.ParameterSpace;
import java.util.List;

/**
 * Give events with gold that can be asked for at any θ: the joint ratio to the law that the events were drawn from.
 *
 * <p>\[ r(x,z|\theta,s) = \frac{p(x,z|\theta)}{p_s(x,z)} \]
 *
 * <p>with densities after selection that integrate to one. The <em>sampling law</em> s is the law in which every event counts
 * once. It need not be known otherwise, nor be a law of the theory: the events of several generator runs together are a sample
 * of their mixture. The ratio between two points is \(r(\theta_0)/r(\theta_1)\), in which s drops out. With negative weights r
 * may be negative.
 */
public interface MinedEvents {

    /** Return the k parameters. */
    ParameterSpace space();

    /** Return the names of the d features. */
    List<String> featureNames();

    /** Return the number n of events. */
    int size();

    /** Return one feature of one event. */
    double feature(int event, int index);

    /** Return the identifier of the generator event behind a row: the same for copies of one event, which follow each other. */
    long origin(int event);

    /** Open scratch space in which one thread at a time labels events. */
    Labeller labeller();

    /** Label events. */
    @FunctionalInterface
    interface Labeller {

        /**
         * Return the joint ratio of an event to the sampling law and compute its gradient in θ.
         *
         * @param theta {@code [k]}
         * @param gradient {@code [k]}, overwritten with \(\nabla_\theta r = r\,t\), t being the joint score; finite where r
         *     vanishes
         * @throws hep.aurum.base.BadModel if there is no density at θ
         */
        double ratio(int event, double[] theta, double[] gradient);
    }
}
