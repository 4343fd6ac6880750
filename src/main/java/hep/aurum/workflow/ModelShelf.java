package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.RatioFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keep the networks of a study in its output folder: {@code model/NAME.aurum} each, and {@code model/model.json} that says
 * how they compose the ratio of the mixture.
 */
final class ModelShelf implements Learning.Shelf {

    private static final String FOLDER = "model/";
    private static final int FORMAT = 1;

    private final OutputFolder output;

    ModelShelf(OutputFolder output) {
        this.output = output;
    }

    static String file(String network) {
        return FOLDER + network + ".aurum";
    }

    @Override
    public Optional<RatioEstimator> find(String name) {
        if (!output.has(file(name))) {
            return Optional.empty();
        }
        try {
            return Optional.of(RatioFile.read(output.path(file(name))));
        } catch (BadInput e) {
            // A file that was cut off by the interruption is trained again.
            return Optional.empty();
        }
    }

    @Override
    public void keep(Learning.Network network) {
        RatioFile.write(network.estimator(), output.path(file(network.name())));
    }

    String checksum(String network) {
        return Checksums.ofFile(output.path(file(network)));
    }

    /** Write how the networks compose the ratio. */
    void describe(Learning.Learned learned) {
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
            }
            if (process.odds().isPresent()) {
                entry.put("odds", network("odds-" + process.name()));
            }
            processes.add(entry);
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("aurum_model", FORMAT);
        model.put("parameters", learned.ratio().space().parameters());
        model.put("features", learned.ratio().featureNames());
        model.put("processes", processes);
        output.write(FOLDER + "model.json", JsonText.of(model) + "\n");
    }

    private Map<String, String> network(String name) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("file", name + ".aurum");
        entry.put("sha256", checksum(name));
        return entry;
    }
}
