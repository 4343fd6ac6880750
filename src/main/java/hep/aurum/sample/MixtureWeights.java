package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.param.ParameterPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Combine samples of one process that were generated at different points, by the balance heuristic.
 *
 * <p>Alone, event i of sample s has the weight \(W_i(\theta)\), whose mean over its \(N_s\) generated events is
 * \(\sigma(\theta)\). Any functions \(\alpha_s(z) \ge 0\) with \(\sum_s\alpha_s = 1\) give an unbiased sum
 * \(\sigma(\theta) = \sum_s\frac1{N_s}\sum_{i\in s}\alpha_s(z_i)W_i(\theta)\). The best choice within a factor, whatever θ, is
 * the share of the events at z that sample s is expected to have: with \(a_t = |W_i(\theta_t)|/\sigma_t\), which is in
 * proportion to the density of sample t,
 *
 * <p>\[ \alpha_s = \frac{N_s a_s}{\sum_t N_t a_t}, \qquad w_i(\theta) =
 * \frac{W_i(\theta)}{\sum_t N_t\,|W_i(\theta_t)|/\sigma_t}\cdot\frac{|W_i(\theta_s)|}{\sigma_s}. \]
 *
 * <p>The last factor is 1 for unweighted events, all of which have \(W_i(\theta_s) = \sigma_s\). For weighted events it keeps
 * the weight that the generator left on them; \(N_t\) is then the effective number \((\sum W)^2/\sum W^2\) at the sample's own
 * point. Negative weights enter the shares by their size and keep their sign in \(W_i(\theta)\). The cross-sections
 * \(\sigma_t\) and numbers \(N_t\) are those before selection, but an error in them only makes the shares less than best, never
 * the sum wrong, as long as every event uses the same ones. With one sample \(\alpha = 1\) and \(w_i = W_i/N\).
 *
 * @see <a href="https://doi.org/10.1145/218380.218498">Veach and Guibas: Optimally combining sampling techniques (1995),
 *     Eq. (9)</a>
 */
public final class MixtureWeights {

    private MixtureWeights() {}

    /**
     * Describe one of the samples.
     *
     * @param alone the sample with the weights \(W_i/N_s\) that it has by itself
     * @param generatedAt \(\theta_s\)
     * @param effectiveEvents \(N_s\), before selection
     * @param crossSectionPb \(\sigma_s = \sigma(\theta_s)\) before selection, in pb
     */
    public record Component(
            EventSample alone, ParameterPoint generatedAt, double effectiveEvents, double crossSectionPb) {

        /** Check the numbers. */
        public Component {
            Check.length(
                    "the generation point", generatedAt.size(), alone.space().size());
            Check.argument(effectiveEvents > 0, "the effective number of events is %s", effectiveEvents);
            Check.argument(crossSectionPb > 0, "the cross-section at generation is %s pb", crossSectionPb);
        }

        /**
         * Describe a sample by its own sums before selection.
         *
         * @param alone the selected events
         * @param generatedAt \(\theta_s\)
         * @param generated the cross-section of all generated events
         */
        public static Component of(EventSample alone, ParameterPoint generatedAt, CrossSection generated) {
            return new Component(
                    alone, generatedAt, generated.effectiveEvents(generatedAt), generated.value(generatedAt));
        }
    }

    /**
     * Combine the samples into one.
     *
     * @param components at least one; the same process, parameters, features and monomials
     * @throws BadInput if an event of one sample could have been generated at none of the points
     */
    public static EventSample combine(List<Component> components) {
        List<EventSample> parts = new ArrayList<>();
        for (int s = 0; s < components.size(); s++) {
            parts.add(components.size() == 1 ? components.get(s).alone() : shared(components, s));
        }
        return EventSample.join(parts);
    }

    private static EventSample shared(List<Component> components, int s) {
        EventSample alone = components.get(s).alone();
        List<double[]> points =
                components.stream().map(c -> c.generatedAt().toArray()).toList();
        int[] rows = new int[alone.size()];
        double[] shares = new double[alone.size()];
        for (int i = 0; i < rows.length; i++) {
            double own = 0;
            double sum = 0;
            for (int t = 0; t < points.size(); t++) {
                Component c = components.get(t);
                double expected = c.effectiveEvents() * Math.abs(alone.weightAt(i, points.get(t))) / c.crossSectionPb();
                sum += expected;
                own = t == s ? expected : own;
            }
            if (!(own > 0)) {
                throw new BadInput(
                        "event " + alone.origin(i) + " has the weight 0 at the point at which it was generated",
                        "row " + i + " of sample " + s,
                        "check the generation point of the sample and the points of its benchmarks");
            }
            rows[i] = i;
            shares[i] = own / sum;
        }
        return alone.subset(rows, shares);
    }
}
