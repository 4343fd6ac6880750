package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.estimator.CalibratedOdds;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keep the networks of a study in its output folder: {@code model/NAME.aurum} each, how its training went in
 * {@code model/NAME.history.json}, and {@code model/model.json} that says how they compose the ratio of the mixture.
 * {@link StoredModel} reads them back.
 */
final class ModelShelf implements Learning.Shelf {

    private static final String FOLDER = "model/";

    private final OutputFolder output;

    ModelShelf(OutputFolder output) {
        this.output = output;
    }

    static String file(String network) {
        return FOLDER + network + ".aurum";
    }

    private static String history(String network) {
        return FOLDER + network + ".history.json";
    }

    @Override
    public Optional<Learning.Network> find(String name) {
        if (!output.has(file(name)) || !output.has(history(name))) {
            return Optional.empty();
        }
        try {
            TrainingHistory history = TrainingHistory.parse(output.read(history(name)), checksum(name));
            return Optional.of(new Learning.Network(name, history, RatioFile.read(output.path(file(name)))));
        } catch (BadInput e) {
            // What was cut off by the interruption is trained again.
            return Optional.empty();
        }
    }

    /** The history goes last: it names the checksum of the network, so that the two belong together. */
    @Override
    public void keep(Learning.Network network) {
        String name = network.name();
        RatioFile.write(network.estimator(), output.path(file(name)));
        output.write(history(name), network.history().toJson(checksum(name)));
    }

    String checksum(String network) {
        return Checksums.ofFile(output.path(file(network)));
    }

    /** Write how the networks compose the ratio. */
    void describe(Learning.Learned learned) {
        int format = StoredModel.UNCALIBRATED;
        List<Map<String, Object>> processes = new ArrayList<>();
        for (ProcessComponent process : learned.ratio().processes()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", process.name());
            List<List<Integer>> exponents = new ArrayList<>();
            for (int j = 0; j < process.basis().size(); j++) {
                List<Integer> row = new ArrayList<>();
                for (int a = 0; a < process.basis().parameters(); a++) {
                    row.add(process.basis().exponent(j, a));
                }
                exponents.add(row);
            }
            entry.put("exponents", exponents);
            entry.put("cross_section_pb", Lists.of(process.coefficients()));
            if (process.shape().isPresent()) {
                entry.put("shape", network("shape-" + process.name()));
                entry.put("shape_parameters", process.shapeParameters());
                if (process.shape().get() instanceof NormalisedRatio normalised) {
                    entry.put("normalisation_degree", normalised.basis().degree());
                    entry.put("normalisation", normalised.coefficients());
                }
            }
            if (process.odds().isPresent()) {
                entry.put("odds", network("odds-" + process.name()));
                if (process.odds().get() instanceof CalibratedOdds odds) {
                    entry.put("odds_slope", odds.slope());
                    entry.put("odds_shift", odds.shift());
                    format = StoredModel.FORMAT;
                }
            }
            processes.add(entry);
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("aurum_model", format);
        model.put("parameters", learned.ratio().space().parameters());
        model.put("features", learned.ratio().featureNames());
        model.put("processes", processes);
        output.write(FOLDER + StoredModel.DOCUMENT, JsonText.of(model) + "\n");
    }

    private Map<String, String> network(String name) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("file", name + ".aurum");
        entry.put("sha256", checksum(name));
        return entry;
    }
}
