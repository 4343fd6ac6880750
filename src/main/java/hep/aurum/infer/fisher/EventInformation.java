package hep.aurum.infer.fisher;

import hep.aurum.base.BadModel;
import java.util.List;

/**
 * Accumulate the information of events whose weight is known as a function of the parameters: the parton level, as if
 * every latent variable could be measured, and the bound on what any observable can give.
 *
 * <p>\[ I = L\sum_i \frac{\nabla w_i\,\nabla w_i^T}{w_i}, \qquad I_{rate} =
 * L\,\frac{\nabla\sigma\,\nabla\sigma^T}{\sigma}, \qquad I_{shape} = I - I_{rate}, \qquad \sigma = \sum_i w_i. \]
 *
 * <p>The factor L is the expected number of events for each unit of weight: 1000 times the luminosity in fb⁻¹ for
 * weights in pb that sum to the cross-section, and this divided by the number of events where the weights average to
 * it. Events may come from any density that does not vanish where w(θ) does not; they may be cut and smeared if the
 * smearing does not depend on θ.
 *
 * <p>Negative weights count with their sign, as in every weighted sum: \(w_i t_it_i^T\) with \(t_i = \nabla w_i/w_i\).
 * The mean over many events is right where negative weights only cancel others of the same score, as in subtraction
 * schemes; a single sample can then have a negative information, which no inversion accepts.
 *
 * <p>The Monte Carlo errors are those of sums of weights, with the number of events a Poisson variable. Look at them:
 * terms with the square of the score can be carried by a few events, and ten thousand may leave 15 %. Constant memory;
 * the result depends on the order of events in the last digits only. Not safe for several threads: use one for each
 * block of events, and {@link #addAll} in the order of blocks. Shapes: {@code k} parameters.
 *
 * @see <a href="https://arxiv.org/abs/1612.05261">Brehmer, Cranmer, Kling, Plehn: information geometry, section II</a>
 * @see <a href="https://arxiv.org/abs/1907.10621">Brehmer, Kling, Espejo, Cranmer: MadMiner, truth information</a>
 */
public final class EventInformation {

    private final EventSums sums;

    private EventInformation(EventSums sums) {
        this.sums = sums;
    }

    /** Return an accumulator without events. */
    public static EventInformation of(List<String> names) {
        return new EventInformation(new EventSums(names));
    }

    /**
     * Add one event. One that has neither weight nor gradient changes nothing.
     *
     * @param weight \(w_i(\theta)\), of either sign
     * @param gradient \(\nabla w_i(\theta)\), {@code [k]}
     * @throws BadModel if the weight is zero and the gradient is not: the information is infinite
     */
    public void add(double weight, double[] gradient) {
        sums.check(weight, gradient, "gradient");
        if (weight == 0) {
            PoissonInformation.requireRate("event " + sums.events(), weight, gradient);
            return;
        }
        sums.addGradient(weight, gradient);
    }

    /** Add all events of another accumulator of the same parameters. */
    public void addAll(EventInformation other) {
        sums.addAll(other.sums);
    }

    /** Return the number of events with a weight. */
    public long events() {
        return sums.events();
    }

    /**
     * Return the information of rate and shape.
     *
     * @param eventsPerWeight L
     */
    public FisherInformation full(double eventsPerWeight) {
        return sums.combine(eventsPerWeight, 0);
    }

    /**
     * Return the information of the number of events alone.
     *
     * @param eventsPerWeight L
     * @throws BadModel if the weights do not sum to a positive number
     */
    public FisherInformation rate(double eventsPerWeight) {
        return sums.combine(0, eventsPerWeight);
    }

    /**
     * Return the information of the events' distribution when their number says nothing.
     *
     * @param eventsPerWeight L
     * @throws BadModel if the weights do not sum to a positive number
     */
    public FisherInformation shape(double eventsPerWeight) {
        return sums.combine(eventsPerWeight, -eventsPerWeight);
    }
}
