package hep.aurum.bench.cases;

import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Write the rates of a channel of events as a channel with one bin for each process, without data. */
final class RateModels {

    static final String CHANNEL = "events";

    private final Map<String, Double> rates = new LinkedHashMap<>();
    private final Map<String, List<Modifier>> modifiers = new LinkedHashMap<>();

    /** Add a process whose rate is the number of events times a free factor, or fixed where the factor is empty. */
    RateModels with(String process, double events, String factor) {
        return with(process, events, factor, List.of());
    }

    /** Add a process with further modifiers. */
    RateModels with(String process, double events, String factor, List<Modifier> further) {
        List<Modifier> all = new ArrayList<>(further);
        if (!factor.isEmpty()) {
            all.add(new Modifier.NormFactor(factor));
        }
        rates.put(process, events);
        modifiers.put(process, all);
        return this;
    }

    /** Return the model; the factor {@code poi} is of interest and goes from {@code lower} to {@code upper}. */
    BinnedModel model(String poi, double init, double lower, double upper) {
        List<Sample> samples = new ArrayList<>();
        int size = rates.size();
        rates.forEach((process, events) -> {
            Double[] bins = new Double[size];
            Arrays.fill(bins, 0.0);
            bins[samples.size()] = events;
            samples.add(new Sample(process, List.of(bins), modifiers.getOrDefault(process, List.of())));
        });
        List<Double> none = samples.stream().map(s -> 0.0).toList();
        ParameterSettings settings = ParameterSettings.of(poi).withRange(init, lower, upper);
        return BinnedModel.of(new Workspace(
                List.of(new Channel(CHANNEL, samples)),
                List.of(new Observation(CHANNEL, none)),
                List.of(new Measurement("bench", poi, List.of(settings)))));
    }
}
