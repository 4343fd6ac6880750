package hep.aurum.cli;

import hep.aurum.source.convert.Conversion;
import hep.aurum.source.convert.ConversionResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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

/** Write events, a table or histograms in another format. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Write the events, a table or the histograms of a file in another format, and say what is lost.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum convert events.lhe.gz events.parquet            the format follows from the ending",
            "  aurum convert events.hepmc first.lhe --maximum 100    the first 100 events",
            "  aurum convert nano.root muons.csv --tree Events --columns run,nMuon,MET_pt",
            "  aurum convert events.lhe part.h5 --events 101:200     events 101 to 200",
            "  aurum convert rivet.yoda.gz plots.aida                histograms: AIDA, YODA, JSON, CSV; ROOT is read",
            "",
            "Formats: aurum convert --formats"
        })
final class ConvertCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", arity = "0..1", description = "A file of events, tables or histograms.")
    private @Nullable Path input;

    @Parameters(index = "1", paramLabel = "OUT", arity = "0..1", description = "The file to write.")
    private @Nullable Path output;

    @Option(names = "--format", paramLabel = "F", description = "The format to write, in place of the ending's.")
    private @Nullable String format;

    @Option(names = "--events", paramLabel = "FROM:TO", description = "Events or rows to take, counted from 1.")
    private @Nullable String events;

    @Option(names = "--maximum", paramLabel = "N", description = "Take the first N events or rows.")
    private @Nullable Long maximum;

    @Option(names = "--tree", paramLabel = "NAME", description = "The tree or table of a file that has several.")
    private @Nullable String tree;

    @Option(
            names = "--columns",
            paramLabel = "A,B",
            split = ",",
            description = "The columns to take; of events, those of their table of particles.")
    private @Nullable List<String> columns;

    @Option(names = "--formats", description = "List the formats with their endings, and leave.")
    private boolean listFormats;

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        if (listFormats) {
            FormatListing.print(System.out, json);
            return 0;
        }
        if (input == null || output == null) {
            throw usage("convert needs two files, IN and OUT");
        }
        if (HistogramConversion.accepts(input, output)) {
            convertHistograms(input, output);
            return 0;
        }
        ConversionResult result;
        try (ProgressListener progress = progressOptions.open(json)) {
            result = conversion(input, output).run(progress);
        }
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("input", input.toString());
            object.put("output", output.toString());
            object.put("format", result.format());
            object.put(result.unit(), result.events());
            object.put("losses", result.losses());
            Json.print(object);
        } else {
            System.out.println(output + ": " + result.events() + " " + result.unit() + ", " + result.format());
            result.losses().forEach(loss -> System.err.println("  " + loss));
        }
        return 0;
    }

    private void convertHistograms(Path in, Path out) {
        if (format != null || tree != null || columns != null || events != null || maximum != null) {
            throw usage("a file of histograms is converted as a whole, in the format of the ending");
        }
        HistogramConversion result;
        try (ProgressListener progress = progressOptions.open(json)) {
            result = progress.during("converting " + in.getFileName(), () -> HistogramConversion.run(in, out));
        }
        if (json) {
            Json.print(result.toMap(in, out));
        } else {
            System.out.println(out + ": " + result.objects() + " objects");
            result.losses().forEach(loss -> System.err.println("  " + loss));
        }
    }

    private Conversion conversion(Path in, Path out) {
        Conversion conversion = Conversion.of(in, out);
        if (format != null) {
            conversion = conversion.inFormat(format);
        }
        if (tree != null) {
            conversion = conversion.ofTable(tree);
        }
        if (columns != null) {
            conversion = conversion.ofColumns(columns);
        }
        if (events != null && maximum != null) {
            throw usage("--events and --maximum exclude each other");
        }
        if (maximum != null) {
            if (maximum < 1) {
                throw usage("--maximum is " + maximum + ", expected a number that is at least 1");
            }
            conversion = conversion.between(1, maximum);
        }
        return events == null ? conversion : between(conversion, events);
    }

    /** Read {@code FROM:TO}, either of which may be left off. */
    private Conversion between(Conversion conversion, String text) {
        String[] ends = text.split(":", -1);
        if (ends.length == 2) {
            try {
                long first = ends[0].isEmpty() ? 1 : Long.parseLong(ends[0]);
                long last = ends[1].isEmpty() ? Long.MAX_VALUE : Long.parseLong(ends[1]);
                if (first >= 1 && first <= last) {
                    return conversion.between(first, last);
                }
            } catch (NumberFormatException e) {
                throw range(text);
            }
        }
        throw range(text);
    }

    private ParameterException range(String text) {
        return usage("--events is \"" + text + "\", expected FROM:TO with 1 <= FROM <= TO, such as 101:200");
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
