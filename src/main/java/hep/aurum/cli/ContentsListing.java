package hep.aurum.cli;

import hep.aurum.source.Inspection;
import hep.aurum.source.catalogue.Contents;
import hep.aurum.source.catalogue.HistogramContents;
import hep.aurum.source.catalogue.Units;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Print what is in a file for people: one fact a line, long lists folded. */
final class ContentsListing {

    private static final int FEW = 20;
    private static final int FEW_PROBLEMS = 8;
    private static final int WIDEST = 48;
    private static final double WHOLE = 1e15;
    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final String NOMINAL = "(nominal)";

    private final PrintStream out;
    private final boolean everyColumn;

    ContentsListing(PrintStream out, boolean everyColumn) {
        this.out = out;
        this.everyColumn = everyColumn;
    }

    void print(Path file, Contents contents) {
        Inspection sample = contents.sample();
        boolean isUnread = sample.failure() != null && sample.events() == 0;
        boolean hasRows = contents.hasEvents() || !contents.tables().isEmpty();
        out.println(file);
        fact("format", sample.format());
        if (hasRows || contents.histograms().isEmpty() && !isUnread) {
            boolean several = contents.tables().size() > 1;
            String where = several && !contents.mainTable().isEmpty() ? " in " + contents.mainTable() : "";
            fact("events", sample.events() + where);
        }
        crossSection(sample);
        units(contents.units());
        if (hasRows && !isUnread) {
            weights(contents);
        }
        boolean isRoot = sample.format().contains("ROOT");
        contents.tables().forEach(table -> new ColumnListing(out, everyColumn).print(table, isRoot));
        histograms(contents.histograms());
        if (sample.failure() != null && sample.events() > 0) {
            fact(
                    "good",
                    sample.events() + (sample.events() == 1 ? " event" : " events")
                            + " before the damage (save them with --recover OUT)");
        }
        sample.problems().stream().limit(FEW_PROBLEMS).forEach(problem -> out.println("  problem: " + problem));
        if (sample.problems().size() > FEW_PROBLEMS) {
            out.println("  problem: ... and " + (sample.problems().size() - FEW_PROBLEMS) + " more (all with --json)");
        }
    }

    private void crossSection(Inspection sample) {
        if (sample.crossSectionPb().isEmpty()) {
            return;
        }
        double error = sample.crossSectionErrorPb().orElse(0);
        String range = Double.isFinite(error) && error > 0
                ? " +- " + number(BigDecimal.valueOf(error).round(TWO_DIGITS).doubleValue())
                : "";
        fact("cross-section", number(sample.crossSectionPb().getAsDouble()) + range + " pb");
    }

    private void fact(String name, String value) {
        out.printf(Locale.ROOT, "  %-14s %s%n", name, value);
    }

    private void units(Units units) {
        if (units.energy().isEmpty()) {
            return;
        }
        boolean same =
                units.energy().equals(units.energyInFile()) && units.length().equals(units.lengthInFile());
        String converted = same ? "" : " (" + units.energyInFile() + ", " + units.lengthInFile() + " in the file)";
        fact("units", units.energy() + ", " + units.length() + converted);
    }

    /** Print sums and means: which of them is the cross-section depends on the generator. */
    private void weights(Contents contents) {
        Inspection sample = contents.sample();
        if (!contents.hasEvents() && sample.weights().isEmpty()) {
            fact("weights", "no column is clearly one, each row counts 1");
            return;
        }
        fact(
                "weights",
                sample.weights().isEmpty()
                        ? "nominal"
                        : "nominal and " + sample.weights().size() + " named");
        List<String> names = sample.sumOfWeights().keySet().stream().limit(FEW).toList();
        int width =
                Math.min(WIDEST, names.stream().mapToInt(String::length).max().orElse(0));
        for (String name : names) {
            double sum = sample.sumOfWeights().getOrDefault(name, 0.0);
            out.printf(
                    Locale.ROOT,
                    "    %-" + Math.max(NOMINAL.length(), width) + "s  sum %-14s mean %s%n",
                    name.isEmpty() ? NOMINAL : name,
                    number(sum),
                    sample.events() == 0 ? "-" : number(sum / sample.events()));
        }
        int more = sample.sumOfWeights().size() - names.size();
        if (more > 0) {
            out.println("    ... and " + more + " more (all with --json)");
        }
    }

    private void histograms(List<HistogramContents> histograms) {
        if (histograms.isEmpty()) {
            return;
        }
        out.println("  histograms  " + histograms.size());
        int shown = 0;
        for (HistogramContents histogram : histograms) {
            if (shown++ < FEW || everyColumn) {
                String bins = histogram.bins().isEmpty()
                        ? ""
                        : histogram.bins().stream().map(String::valueOf).collect(Collectors.joining("x")) + " bins";
                out.printf(
                        Locale.ROOT,
                        "    %-36s %-12s %12s %10s entries  sum %s%n",
                        histogram.name(),
                        histogram.type(),
                        bins,
                        number(histogram.entries()),
                        number(histogram.sum()));
            }
        }
        if (shown > FEW && !everyColumn) {
            out.println("    ... and " + (shown - FEW) + " more (all with --branches or --json)");
        }
    }

    /** Print a number with eight digits, zeros at the end left off. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Long.toString((long) value);
        }
        String text = String.format(Locale.ROOT, "%.8g", value);
        return text.replaceFirst("\\.?0+(?=e|$)", "");
    }
}
