package hep.aurum.cli;

import hep.aurum.base.Failure;
import hep.aurum.source.catalogue.Contents;
import hep.aurum.source.catalogue.Contents.Depth;
import hep.aurum.source.convert.Conversion;
import hep.aurum.source.convert.ConversionResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Say what is in files, and save what is good in a damaged one. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Say what is in files: format, events, weights and their sums, cross-section, trees with their "
                + "branches, histograms, units, problems.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum inspect events.lhe.gz",
            "  aurum inspect --branches nano.root       every branch with its type",
            "  aurum inspect --json events.lhe.gz       one file: one object; several: {\"files\": [objects]}",
            "  aurum inspect damaged.lhe.gz --recover good.lhe.gz   the events before the damage"
        })
final class InspectCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of events, tables or histograms.")
    private @Nullable List<Path> files;

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Option(names = "--branches", description = "List every branch of a tree or column of a table with its type.")
    private boolean branches;

    @Option(names = "--quick", description = "Do not read every value of a table to see whether it is sound.")
    private boolean quick;

    @Option(
            names = "--recover",
            paramLabel = "OUT",
            description = "Write the good events of a damaged file; the format follows from the ending.")
    private @Nullable Path recovered;

    @Override
    public Integer call() {
        List<Path> paths = Objects.requireNonNull(files);
        if (paths.size() == 1 && JointReading.isCertain(paths.get(0))) {
            JointListing.of(paths.get(0)).print(json);
            return 0;
        }
        if (recovered != null && paths.size() > 1) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--recover is for one file, there are " + paths.size());
        }
        List<Contents> all = new ArrayList<>();
        try (ProgressListener progress = progressOptions.open(json)) {
            for (Path file : paths) {
                all.add(HistogramFileContents.of(file)
                        .orElseGet(() -> Contents.of(file, quick ? Depth.QUICK : Depth.WHOLE, progress)));
            }
        }
        if (json) {
            List<Map<String, @Nullable Object>> objects =
                    all.stream().map(Contents::toMap).toList();
            Json.print(objects.size() == 1 ? objects.get(0) : Map.of("files", objects));
        } else {
            for (int i = 0; i < all.size(); i++) {
                new ContentsListing(System.out, branches).print(paths.get(i), all.get(i));
            }
        }
        if (recovered != null) {
            recover(paths.get(0), recovered, all.get(0));
        }
        all.forEach(contents -> contents.sample().requireComplete());
        return 0;
    }

    /** Save the good events; the file's failure is reported by the caller all the same. */
    private void recover(Path file, Path out, Contents contents) {
        Failure failure = contents.sample().failure();
        if (contents.sample().events() == 0) {
            System.err.println("nothing is written to " + out + ": " + file + " has no good event");
            return;
        }
        ConversionResult result;
        try (ProgressListener progress = progressOptions.open(json)) {
            result = Conversion.of(file, out).keepingWhatIsGood().run(progress);
        }
        System.err.println(result.events() + (result.events() == 1 ? " good event of " : " good events of ") + file
                + (result.events() == 1 ? " is" : " are") + " saved in " + out
                + (failure == null ? " (the file is sound)" : ""));
        result.losses().forEach(loss -> System.err.println("  lost: " + loss));
    }
}
