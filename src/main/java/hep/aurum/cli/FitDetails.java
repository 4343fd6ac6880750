package hep.aurum.cli;

import hep.aurum.base.NotSupported;
import hep.aurum.infer.fit.Covariance;
import hep.aurum.infer.fit.FitResult;
import hep.aurum.infer.fit.GoodnessOfFit;
import hep.aurum.infer.fit.Yields;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Explain a fit on request: correlations, yields, goodness of fit.
 *
 * <p>A command takes the options in by a mixin.
 */
final class FitDetails {

    /** A matrix of more columns does not fit a terminal. */
    private static final int WIDEST = 12;

    private static final int STRONGEST = 30;

    /** Say which yields are wanted. */
    enum Kind {
        PREFIT,
        POSTFIT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Yields of(BinnedModel model, FitResult fit, Map<String, Double> held) {
            return this == PREFIT ? Yields.prefit(model, held) : Yields.postfit(model, fit);
        }
    }

    private record Pair(String first, String second, double correlation) {}

    @Option(names = "--correlations", description = "The correlations of the fitted parameters.")
    private boolean correlations;

    @Option(
            names = "--yields",
            paramLabel = "prefit|postfit",
            split = ",",
            description = "Expected events by channel, sample and bin, with errors; both separated by a comma.")
    private List<Kind> yields = new ArrayList<>();

    @Option(
            names = "--goodness",
            description = "Goodness of fit: the likelihood ratio to the saturated model, with its asymptotic p-value.")
    private boolean goodness;

    /**
     * Refuse what a model cannot tell, before it is fitted.
     *
     * @throws NotSupported if yields or goodness of fit are asked of a model that is not a workspace alone
     */
    void check(StatisticalModel model) {
        if ((goodness || !yields.isEmpty()) && !(model instanceof BinnedModel)) {
            throw binnedOnly();
        }
    }

    private static NotSupported binnedOnly() {
        return new NotSupported(
                "only models of a workspace alone have yields by sample and a saturated model",
                "--yields, --goodness",
                "leave these options out; --correlations works for every model");
    }

    private static BinnedModel binned(StatisticalModel model) {
        if (model instanceof BinnedModel binned) {
            return binned;
        }
        throw binnedOnly();
    }

    private Set<Kind> kinds() {
        return new TreeSet<>(yields);
    }

    /** Add what was asked for to the object of the fit. */
    void add(Map<String, Object> object, StatisticalModel model, FitResult fit, Map<String, Double> held) {
        if (correlations) {
            Map<String, Object> matrix = new LinkedHashMap<>();
            matrix.put("parameters", fit.covariance().names());
            matrix.put("matrix", fit.covariance().correlations());
            object.put("correlations", matrix);
        }
        if (!yields.isEmpty()) {
            Map<String, Object> byKind = new LinkedHashMap<>();
            for (Kind kind : kinds()) {
                byKind.put(
                        kind.toString(),
                        kind.of(binned(model), fit, held).channels().stream()
                                .map(FitDetails::object)
                                .toList());
            }
            object.put("yields", byKind);
        }
        if (goodness) {
            object.put("goodness_of_fit", object(GoodnessOfFit.of(binned(model), fit, held)));
        }
    }

    private static Map<String, @Nullable Object> object(GoodnessOfFit test) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("statistic", test.statistic());
        object.put("degrees_of_freedom", test.degreesOfFreedom());
        object.put("p_value", test.pValue().isPresent() ? (Double) test.pValue().getAsDouble() : null);
        return object;
    }

    private static Map<String, Object> object(Yields.ChannelYields channel) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("channel", channel.name());
        object.put("observed", channel.observed());
        object.put("samples", channel.samples().stream().map(FitDetails::object).toList());
        object.put("total", object(channel.total()));
        return object;
    }

    private static Map<String, @Nullable Object> object(Yields.SampleYields sample) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        List<@Nullable Double> errors = new ArrayList<>();
        sample.bins().forEach(bin -> errors.add(finite(bin.error())));
        object.put("sample", sample.name());
        object.put("yields", sample.bins().stream().map(Yields.Yield::value).toList());
        object.put("errors", errors);
        object.put("sum", sample.sum().value());
        object.put("sum_error", finite(sample.sum().error()));
        return object;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** Print what was asked for as tables. */
    void print(StatisticalModel model, FitResult fit, Map<String, Double> held) {
        if (correlations) {
            print(fit.covariance());
        }
        for (Kind kind : kinds()) {
            kind.of(binned(model), fit, held).channels().forEach(channel -> print(kind, channel));
        }
        if (goodness) {
            print(GoodnessOfFit.of(binned(model), fit, held));
        }
    }

    private static void print(GoodnessOfFit test) {
        System.out.printf(
                Locale.ROOT,
                "%ngoodness of fit: statistic %.6f, %d degrees of freedom, %s%n",
                test.statistic(),
                test.degreesOfFreedom(),
                test.pValue().isPresent()
                        ? String.format(
                                Locale.ROOT, "p-value %.6g", test.pValue().getAsDouble())
                        : "no p-value");
    }

    private static void print(Kind kind, Yields.ChannelYields channel) {
        int width = Math.max(
                "bin 999".length(),
                channel.samples().stream()
                        .mapToInt(sample -> sample.name().length())
                        .max()
                        .orElse(0));
        System.out.printf(Locale.ROOT, "%n%s yields of channel %s%n", kind, channel.name());
        channel.samples().forEach(sample -> print(width, sample.name(), sample.sum(), ""));
        double seen = 0.0;
        for (double count : channel.observed()) {
            seen += count;
        }
        print(width, "total", channel.total().sum(), observed(seen));
        for (int b = 0; b < channel.observed().size(); b++) {
            print(
                    width,
                    "bin " + b,
                    channel.total().bins().get(b),
                    observed(channel.observed().get(b)));
        }
    }

    /** Counts are whole numbers but for those that a model expects of itself. */
    private static String observed(double count) {
        return String.format(Locale.ROOT, count == Math.rint(count) ? "  observed %.0f" : "  observed %.4f", count);
    }

    private static void print(int width, String name, Yields.Yield yield, String end) {
        String error = Double.isFinite(yield.error()) ? String.format(Locale.ROOT, "%.4f", yield.error()) : "-";
        System.out.printf(Locale.ROOT, "  %-" + width + "s %14.4f +- %s%s%n", name, yield.value(), error, end);
    }

    private static void print(Covariance covariance) {
        int n = covariance.names().size();
        System.out.printf(Locale.ROOT, "%ncorrelations%n");
        if (n > WIDEST) {
            printStrongest(covariance);
            return;
        }
        int width = covariance.names().stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < n; i++) {
            StringBuilder row = new StringBuilder(String.format(
                    Locale.ROOT,
                    "  %2d %-" + Math.max(1, width) + "s",
                    i + 1,
                    covariance.names().get(i)));
            for (int j = 0; j <= i; j++) {
                row.append(String.format(Locale.ROOT, " %+.3f", i == j ? 1.0 : covariance.correlation(i, j)));
            }
            System.out.println(row);
        }
    }

    private static void printStrongest(Covariance covariance) {
        List<String> names = covariance.names();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(new Pair(names.get(j), names.get(i), covariance.correlation(i, j)));
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -Math.abs(pair.correlation())));
        for (Pair pair : pairs.subList(0, Math.min(STRONGEST, pairs.size()))) {
            System.out.printf(Locale.ROOT, "  %+.3f  %s, %s%n", pair.correlation(), pair.first(), pair.second());
        }
        System.out.printf(
                Locale.ROOT,
                "  the strongest %d of %d; --json gives all%n",
                Math.min(STRONGEST, pairs.size()),
                pairs.size());
    }
}
