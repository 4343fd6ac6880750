package hep.aurum.infer;

import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/** Make the invented templates that ship in {@code histograms/}: formulas in the bin, data drawn at their nominal sum. */
final class TemplateRecipes {

    private static final ParameterSettings LUMI =
            ParameterSettings.of("lumi").withRange(1.0, 0.9, 1.1).withConstraint(1.0, 0.017);

    private TemplateRecipes() {}

    /** 62 events where 50 ± 7 are expected without a signal of 10. */
    static Workspace counting() {
        Sample signal = new Sample("signal", List.of(10.0), List.of(new Modifier.NormFactor("mu")));
        Sample background = new Sample("background", List.of(50.0), List.of(new Modifier.ShapeSys("b", List.of(7.0))));
        return new Workspace(
                List.of(new Channel("SR", List.of(signal, background))),
                List.of(new Observation("SR", List.of(62.0))),
                List.of(new Measurement("counting", "mu", List.of())));
    }

    /** A signal region and one control region for each of two backgrounds with free rates. */
    static Workspace controlRegions() {
        List<Channel> channels = List.of(
                region("SR", 6, 30.0, 60.0, 40.0),
                region("CR_top", 3, 0.5, 400.0, 30.0),
                region("CR_W", 3, 0.3, 50.0, 500.0));
        ParameterSettings top = ParameterSettings.of("mu_top").withRange(1.0, 0.0, 5.0);
        ParameterSettings w = ParameterSettings.of("mu_W").withRange(1.0, 0.0, 5.0);
        return new Workspace(channels, data(channels), List.of(new Measurement("search", "mu", List.of(LUMI, top, w))));
    }

    private static Channel region(String name, int bins, double signal, double top, double w) {
        return new Channel(
                name,
                List.of(
                        sample(
                                name,
                                "signal",
                                bins,
                                b -> signal * StrictMath.exp(-0.5 * sq((b - 3.5) / 1.2)),
                                0.03,
                                List.of(
                                        new Modifier.NormFactor("mu"),
                                        new Modifier.Lumi("lumi"),
                                        new Modifier.NormSys("btag", 0.97, 1.03))),
                        sample(
                                name,
                                "top",
                                bins,
                                b -> top * StrictMath.exp(-0.35 * b),
                                -0.04,
                                List.of(
                                        new Modifier.NormFactor("mu_top"),
                                        new Modifier.NormSys("btag", 0.95, 1.05),
                                        new Modifier.NormSys(
                                                "top_extrapolation",
                                                name.equals("SR") ? 0.92 : 1.0,
                                                name.equals("SR") ? 1.09 : 1.0))),
                        sample(
                                name,
                                "W",
                                bins,
                                b -> w * StrictMath.exp(-0.5 * b),
                                -0.06,
                                List.of(new Modifier.NormFactor("mu_W"), new Modifier.NormSys("btag", 1.02, 0.98)))));
    }

    /** Jet energy scale: the rate changes by {@code tilt} for each bin away from the first one and a half. */
    private static Sample sample(
            String region, String name, int bins, IntToDoubleFunction rate, double tilt, List<Modifier> more) {
        List<Double> nominal = values(bins, rate);
        List<Modifier> modifiers = new ArrayList<>(more);
        modifiers.add(new Modifier.HistoSys(
                "jes",
                values(bins, b -> nominal.get(b) * (1.0 - tilt * (b - 1.5))),
                values(bins, b -> nominal.get(b) * (1.0 + tilt * (b - 1.5)))));
        // As from simulated events of weight one quarter.
        modifiers.add(new Modifier.StatError(
                "staterror_" + region, values(bins, b -> Math.sqrt(0.25 * nominal.get(b)))));
        return new Sample(name, nominal, modifiers);
    }

    /** Two photons from 100 to 160 GeV in bins of 1 GeV: a Gaussian at 125 GeV on a falling continuum. */
    static Workspace bump() {
        int bins = 60;
        Sample signal = new Sample(
                "higgs",
                gaussian(bins, 1.7),
                List.of(
                        new Modifier.NormFactor("mu"),
                        new Modifier.Lumi("lumi"),
                        new Modifier.HistoSys("resolution", gaussian(bins, 1.5), gaussian(bins, 1.9)),
                        new Modifier.NormSys("theory", 0.95, 1.05)));
        IntToDoubleFunction falling = b -> 9000.0 * StrictMath.exp(-(b + 0.5) / 32.0);
        Sample continuum = new Sample(
                "continuum",
                values(bins, falling),
                List.of(
                        new Modifier.NormFactor("continuum_norm"),
                        new Modifier.HistoSys(
                                "continuum_slope",
                                values(bins, b -> falling.applyAsDouble(b) * (1.0 - 0.02 * (b - 29.5) / 30.0)),
                                values(bins, b -> falling.applyAsDouble(b) * (1.0 + 0.02 * (b - 29.5) / 30.0)))));
        List<Channel> channels = List.of(new Channel("mgg", List.of(signal, continuum)));
        ParameterSettings norm = ParameterSettings.of("continuum_norm").withRange(1.0, 0.5, 1.5);
        return new Workspace(channels, data(channels), List.of(new Measurement("hgg", "mu", List.of(LUMI, norm))));
    }

    private static List<Double> gaussian(int bins, double width) {
        return values(
                bins, b -> 900.0 / (width * Math.sqrt(2.0 * Math.PI)) * StrictMath.exp(-0.5 * sq((b - 24.5) / width)));
    }

    private static double sq(double x) {
        return x * x;
    }

    /** Four decimals, as a person would write them. */
    private static List<Double> values(int bins, IntToDoubleFunction rate) {
        List<Double> values = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            values.add(Math.rint(rate.applyAsDouble(b) * 1e4) / 1e4);
        }
        return values;
    }

    private static List<Observation> data(List<Channel> channels) {
        RandomStreams streams = RandomStreams.of(125);
        List<Observation> observations = new ArrayList<>();
        for (Channel channel : channels) {
            List<Double> counts = new ArrayList<>();
            for (int b = 0; b < channel.bins(); b++) {
                double rate = 0.0;
                for (Sample sample : channel.samples()) {
                    rate += sample.data().get(b);
                }
                counts.add((double) PoissonSampler.of(streams.stream(channel.name(), b), rate)
                        .sample());
            }
            observations.add(new Observation(channel.name(), counts));
        }
        return observations;
    }
}
