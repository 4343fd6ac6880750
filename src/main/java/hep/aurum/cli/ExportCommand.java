package hep.aurum.cli;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.RatioFile;
import hep.aurum.format.onnx.OnnxExport;
import hep.aurum.workflow.StoredModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Write a learned ratio in a format that other programs evaluate. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Write a learned ratio as ONNX, which C++, Python and browsers evaluate.",
            "Inputs x [n, d] and theta [n, k] in the units of the study, output log_ratio [n]."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum export results/vbf/model --onnx vbf.onnx --score",
            "  aurum export results/mix/model --process signal --onnx signal.onnx",
            "  aurum export results/mix/model --process other --odds --onnx odds.onnx",
            "  aurum export ratio.aurum --onnx ratio.onnx      without normalisation"
        })
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "The folder \"model\" of a finished run, or a network file in it.")
    private @Nullable Path model;

    @Option(names = "--onnx", paramLabel = "FILE", required = true, description = "The file to write.")
    private @Nullable Path onnx;

    @Option(names = "--process", paramLabel = "P", description = "Which process of a folder; default its first.")
    private @Nullable String process;

    @Option(names = "--odds", description = "What tells the process from the first one, in place of its shape.")
    private boolean odds;

    @Option(names = "--score", description = "A second output, score [n, k]: the gradient in theta.")
    private boolean score;

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        Path from = Objects.requireNonNull(model);
        Path to = Objects.requireNonNull(onnx);
        RatioEstimator ratio = Files.isDirectory(from) ? ofFolder(from) : ofFile(from);
        OnnxExport.of(ratio).withScore(score).write(to);
        List<String> outputs = score ? List.of("log_ratio", "score") : List.of("log_ratio");
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("model", from.toString());
            object.put("onnx", to.toString());
            object.put("x", ratio.featureNames());
            object.put("theta", ratio.space().names());
            object.put("outputs", outputs);
            object.put("reference", ratio.describe());
            Json.print(object);
        } else {
            System.out.println(to + ": " + ratio.describe());
            System.out.println("  x        " + String.join(", ", ratio.featureNames()));
            System.out.println("  theta    " + String.join(", ", ratio.space().names()));
            System.out.println("  outputs  " + String.join(", ", outputs));
        }
        return 0;
    }

    private RatioEstimator ofFile(Path file) {
        if (process != null || odds) {
            throw new BadInput(
                    "a network file holds no processes",
                    file.toString(),
                    "name the folder, or leave --process and --odds out");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput("there is no model " + file, "", "name the folder \"model\" of a finished run");
        }
        return RatioFile.read(file);
    }

    private RatioEstimator ofFolder(Path folder) {
        List<ProcessComponent> processes = StoredModel.read(folder).processes();
        List<String> names = processes.stream().map(ProcessComponent::name).toList();
        String wanted = process == null ? names.get(0) : process;
        int index = names.indexOf(wanted);
        if (index < 0) {
            throw new NotFound(
                    "no process is named \"" + wanted + "\"", folder.toString(), Names.suggest(wanted, names));
        }
        ProcessComponent component = processes.get(index);
        Optional<RatioEstimator> network = odds ? component.odds() : component.shape();
        return network.orElseThrow(() -> new NotFound(
                "the process " + wanted + " has no network for its " + (odds ? "odds" : "shape"),
                folder.toString(),
                odds ? "every process but the first has odds" : "only a process that parameters shape has one"));
    }
}
