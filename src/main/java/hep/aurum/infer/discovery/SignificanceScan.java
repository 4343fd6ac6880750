package hep.aurum.infer.discovery;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.test.Ensemble;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.infer.test.Tasks;
import hep.aurum.infer.test.ToyPlan;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Minimum;
import hep.aurum.math.optim.Objective;
import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Scan the significance of a signal along a parameter that has no meaning without it, such as its mass: \(q_0\) at each position, and
 * what is left of the largest after looking everywhere.
 *
 * <p>The global p-value is that of {@link LookElsewhere} with the mean number of upcrossings of a low level in scans of toys of
 * background alone; without toys those of the data are counted, a single number with the error of a count.
 *
 * @param parameter the position
 * @param positions ascending
 * @param q0 the statistic at each
 * @param strengths the best fit of the parameter of interest at each
 * @param level of \(q_0\) at which upcrossings were counted
 * @param upcrossings their number, or the mean over toys
 * @see <a href="https://arxiv.org/abs/1005.1891">Gross, Vitells, Eqs. (3) and (8)</a>
 */
public record SignificanceScan(
        String parameter,
        List<Double> positions,
        List<Double> q0,
        List<Double> strengths,
        double level,
        double upcrossings) {

    /** The usual level, half a unit of \(q_0\). */
    public static final double USUAL_LEVEL = 0.5;

    /** Copy the lists. */
    public SignificanceScan {
        positions = List.copyOf(positions);
        q0 = List.copyOf(q0);
        strengths = List.copyOf(strengths);
    }

    /**
     * Scan the data, and toys of background alone.
     *
     * @param parameter the position of the signal
     * @param positions ascending, so close that \(q_0\) does not rise and fall between two of them
     * @param level at which upcrossings are counted
     * @param toys nothing to count them in the data
     * @throws BadModel if the position is the parameter of interest, or there is none
     * @throws hep.aurum.base.NotConverged if a fit fails
     */
    public static SignificanceScan of(
            StatisticalModel model,
            String parameter,
            List<Double> positions,
            double level,
            Optional<ToyPlan> toys,
            Progress progress) {
        Check.argument(positions.size() >= 2, "%d positions, expected at least 2", positions.size());
        Check.argument(level > 0 && Double.isFinite(level), "the level is %s, expected a positive number", level);
        int position = model.indexOf(parameter);
        Profile profile = Profile.of(model);
        int poi = model.indexOf(model.poi().orElseThrow());
        if (poi == position) {
            throw new BadModel(
                    "\"" + parameter + "\" is the parameter of interest, whose significance is scanned",
                    "",
                    "name the parameter that says where the signal is");
        }
        double[] background = profile.conditional(0).point();
        Tally tally = Tally.of(progress, "scan of the data", positions.size(), "positions");
        List<Minimum> best = new ArrayList<>();
        double[] data = scan(model, poi, position, positions, background, best, tally);
        tally.finish();
        double crossings = toys.isPresent()
                ? ofToys(model, new int[] {poi, position}, positions, background, level, toys.get())
                : LookElsewhere.upcrossings(data, level);
        List<Double> values = new ArrayList<>();
        for (double value : data) {
            values.add(value);
        }
        return new SignificanceScan(
                parameter,
                positions,
                values,
                best.stream().map(m -> m.point(poi)).toList(),
                level,
                crossings);
    }

    private static double[] scan(
            StatisticalModel model,
            int poi,
            int position,
            List<Double> positions,
            double[] background,
            List<Minimum> best,
            Tally tally) {
        Fitter fitter = Fitter.withDefaults();
        Objective twiceNll = model.twiceNll();
        Box box = Fitter.box(model);
        double[] q0 = new double[positions.size()];
        double[] start = background.clone();
        for (int i = 0; i < q0.length; i++) {
            start[position] = positions.get(i);
            Box here = box.withFixed(position, positions.get(i));
            Minimum alone = fitter.minimize(model, twiceNll, start, here.withFixed(poi, 0));
            Minimum free = fitter.minimize(model, twiceNll, alone.point(), here);
            q0[i] = free.point(poi) > 0 ? Math.max(0, alone.value() - free.value()) : 0;
            best.add(free);
            start = alone.point();
            tally.add(1);
        }
        return q0;
    }

    private static double ofToys(
            StatisticalModel model,
            int[] poiAndPosition,
            List<Double> positions,
            double[] background,
            double level,
            ToyPlan plan) {
        RandomStreams streams = RandomStreams.of(plan.seed());
        AtomicLong sum = new AtomicLong();
        Tally tally = Tally.of(plan.progress(), "scans of toys", plan.toys(), "toys");
        Tasks.run(plan.toys(), plan.threads(), toy -> {
            UniformRandomProvider random = streams.stream("significance scan", toy);
            StatisticalModel drawn = plan.ensemble() == Ensemble.CONDITIONAL
                    ? model.conditionalToy(background, random)
                    : model.toy(background, random);
            Tally silent = Tally.of(Progress.NONE, "", positions.size(), "");
            double[] q0 =
                    scan(drawn, poiAndPosition[0], poiAndPosition[1], positions, background, new ArrayList<>(), silent);
            sum.addAndGet(LookElsewhere.upcrossings(q0, level));
            tally.add(1);
        });
        tally.finish();
        return (double) sum.get() / plan.toys();
    }

    /** Return the number of the position where the significance is largest. */
    public int best() {
        int best = 0;
        for (int i = 1; i < q0.size(); i++) {
            best = q0.get(i) > q0.get(best) ? i : best;
        }
        return best;
    }

    /** Return the local significance at a position. */
    public double z(int i) {
        return Math.sqrt(q0.get(i));
    }

    /** Return the local p-value at a position. */
    public double p0(int i) {
        return Gaussian.pValue(z(i));
    }

    /** Return the p-value of an excess as large anywhere in the range. */
    public double globalPValue() {
        return elsewhere().globalPValue(z(best()));
    }

    /** Return its significance. */
    public double globalZ() {
        return elsewhere().globalZ(z(best()));
    }

    /** Return the correction. */
    public LookElsewhere elsewhere() {
        return LookElsewhere.ofUpcrossings(upcrossings, level);
    }
}
