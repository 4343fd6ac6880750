package hep.aurum.likelihood.binned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Find the nuisances whose variations fold: up and down change the rate of a bin in the same direction, so that two values of
 * the nuisance give the same rate and \( -2\ln L \) may have two valleys.
 *
 * <p>A fold counts by its size in statistical standard deviations, \( \sum_b \min(|\Delta_b^+|, |\Delta_b^-|)^2 / \nu_b \)
 * over the bins where both changes of the total rate ν have one sign. In the workspaces that were looked at, simulation noise
 * gives up to 0.01 and variations that turn back by construction a few tenths and more; the smallest size that counts, 0.1,
 * was put between the two. It is no proof: with data z standard deviations off in those bins a fold of size s has two valleys
 * from about \( 2 z\sqrt s > 1 \), which is z = 1.6 for s = 0.1. At most eight folds are looked behind.
 *
 * <p>Codes 0 and 1, with a kink at zero, are left out: they are there to repeat published numbers, which come from one search
 * along one side of the kink.
 */
final class Folds {

    private static final double SMALLEST = 0.1;
    private static final int MOST = 8;

    private final Map<String, double[]> up = new LinkedHashMap<>();
    private final Map<String, double[]> down = new LinkedHashMap<>();

    private final InterpolationCodes codes;

    private Folds(InterpolationCodes codes) {
        this.codes = codes;
    }

    /** Return the parameters, the largest fold first. */
    static List<Integer> of(Workspace workspace, ParameterLayout layout, InterpolationCodes codes) {
        Map<String, Double> sizes = new LinkedHashMap<>();
        for (Channel channel : workspace.channels()) {
            Folds folds = new Folds(codes);
            channel.samples().forEach(folds::add);
            double[] total = new double[channel.bins()];
            for (Sample sample : channel.samples()) {
                for (int b = 0; b < total.length; b++) {
                    total[b] += sample.data().get(b);
                }
            }
            folds.up.keySet().forEach(name -> sizes.merge(name, folds.size(name, total), Double::sum));
        }
        List<String> names = new ArrayList<>(sizes.keySet());
        names.removeIf(name -> sizes.getOrDefault(name, 0.0) < SMALLEST);
        names.sort(Comparator.comparingDouble((String name) -> -sizes.getOrDefault(name, 0.0)));
        return names.stream().limit(MOST).map(name -> layout.set(name).first).toList();
    }

    private void add(Sample sample) {
        for (Modifier modifier : sample.modifiers()) {
            double[] hi =
                    up.getOrDefault(modifier.name(), new double[sample.data().size()]);
            double[] lo =
                    down.getOrDefault(modifier.name(), new double[sample.data().size()]);
            for (int b = 0; b < hi.length; b++) {
                double nominal = sample.data().get(b);
                if (modifier instanceof Modifier.HistoSys shape
                        && !codes.histoSys().hasKink()) {
                    hi[b] += shape.hiData().get(b) - nominal;
                    lo[b] += shape.loData().get(b) - nominal;
                } else if (modifier instanceof Modifier.NormSys factor
                        && !codes.normSys().hasKink()) {
                    hi[b] += (factor.hi() - 1.0) * nominal;
                    lo[b] += (factor.lo() - 1.0) * nominal;
                }
            }
            if (modifier instanceof Modifier.HistoSys || modifier instanceof Modifier.NormSys) {
                up.put(modifier.name(), hi);
                down.put(modifier.name(), lo);
            }
        }
    }

    private double size(String name, double[] total) {
        double[] hi = up.getOrDefault(name, new double[0]);
        double[] lo = down.getOrDefault(name, new double[0]);
        double sum = 0.0;
        for (int b = 0; b < hi.length; b++) {
            if (hi[b] * lo[b] > 0.0) {
                double fold = Math.min(Math.abs(hi[b]), Math.abs(lo[b]));
                sum += fold * fold / Math.max(total[b], 1.0);
            }
        }
        return sum;
    }
}
