package hep.aurum.bench.stats;

import hep.aurum.base.Check;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.math.random.RandomStreams;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Measure fits, asymptotic tests and toys of compiled models; reading and compiling are not timed.
 *
 * <p>Every work warms up until its time has settled, then is repeated in slices; the median of the slices counts, by the clock.
 * The share of the processor says how far to trust it: on a machine that is busy with other work the clock measures that work
 * too. A toy is drawn from the fit of the background and fitted twice, with μ free and with μ = 1, from the parent's fit.
 */
public final class StatsBench {

    private final double seconds;

    private StatsBench(double seconds) {
        this.seconds = seconds;
    }

    /**
     * Return a bench.
     *
     * @param seconds of every work, and to warm up at least
     */
    public static StatsBench of(double seconds) {
        Check.argument(seconds > 0.0 && seconds <= 600.0, "%s seconds, expected up to 600", seconds);
        return new StatsBench(seconds);
    }

    /** Return where the peer's numbers are from. */
    public static String source() {
        return Peer.SOURCE;
    }

    /**
     * Measure a model.
     *
     * @param name of its workspace, by which the peer's numbers are found
     * @throws hep.aurum.base.BadModel if it has no free parameter of interest
     */
    public StatsRow run(String name, BinnedModel model) {
        Profile parent = Profile.of(model, 0.0);
        double[] background = parent.conditional(0.0).point();
        RandomStreams streams = RandomStreams.of(1);
        LongConsumer toy = i -> parent.with(model.toy(background, streams.stream("toy", i)), background)
                .tMu(1.0);
        StatsRow.Time fit =
                Stopwatch.of(i -> Fitter.withDefaults().fit(model), seconds).onOne();
        StatsRow.Time hypotest =
                Stopwatch.of(i -> AsymptoticTest.of(model).at(1.0), seconds).onOne();
        Stopwatch.Pair toys = Stopwatch.of(toy, seconds).onOneAndTwo();
        Optional<Peer> peer = Peer.of(name);
        return new StatsRow(
                name,
                model.parameters().size(),
                model.bins(),
                fit,
                hypotest,
                toys.one(),
                toys.two(),
                peer.map(p -> p.fitSeconds() / fit.median()).orElse(Double.NaN),
                peer.map(p -> p.hypotestSeconds() / hypotest.median()).orElse(Double.NaN),
                peer.map(p -> 1.0 / (toys.two().median() * p.toysPerSecond())).orElse(Double.NaN));
    }
}
