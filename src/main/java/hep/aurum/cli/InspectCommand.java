package hep.aurum.cli;

import hep.aurum.source.Inspection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Say what is in event files. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Say what is in event files: format, events, weights and their sums, cross-section, problems.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum inspect events.lhe.gz",
            "  aurum inspect --json events.lhe.gz     one file: one object; several: {\"files\": [objects]}"
        })
final class InspectCommand implements Callable<Integer> {

    private static final int FEW = 20;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Event files (LHE, plain or gzip).")
    private @Nullable List<Path> files;

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        List<Inspection> inspections = new ArrayList<>();
        Objects.requireNonNull(files).forEach(file -> inspections.add(Inspection.of(file)));
        if (json) {
            List<Map<String, @Nullable Object>> objects =
                    inspections.stream().map(Inspection::toMap).toList();
            Json.print(objects.size() == 1 ? objects.get(0) : Map.of("files", objects));
        } else {
            for (int i = 0; i < inspections.size(); i++) {
                print(files.get(i), inspections.get(i));
            }
        }
        inspections.forEach(Inspection::requireComplete);
        return 0;
    }

    private static void print(Path file, Inspection inspection) {
        System.out.println(file);
        System.out.println("  format         " + inspection.format());
        System.out.println("  events         " + inspection.events());
        inspection.crossSectionPb().ifPresent(x -> System.out.printf(Locale.ROOT, "  cross-section  %.6g pb%n", x));
        System.out.println(
                "  weights        nominal and " + inspection.weights().size() + " named");
        int shown = 0;
        for (Map.Entry<String, Double> sum : inspection.sumOfWeights().entrySet()) {
            if (shown++ < FEW) {
                String name = sum.getKey().isEmpty() ? "(nominal)" : sum.getKey();
                System.out.printf(Locale.ROOT, "    %-20s sum %.8g%n", name, sum.getValue());
            }
        }
        if (shown > FEW) {
            System.out.println("    ... and " + (shown - FEW) + " more (all with --json)");
        }
        inspection.problems().forEach(problem -> System.out.println("  problem: " + problem));
    }
}
