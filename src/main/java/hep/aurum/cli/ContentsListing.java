package hep.aurum.cli;

import hep.aurum.source.Inspection;
import hep.aurum.source.catalogue.Contents;
import hep.aurum.source.catalogue.HistogramContents;
import hep.aurum.source.catalogue.TableContents;
import hep.aurum.source.catalogue.Units;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Print what is in a file for people: one fact a line, long lists folded.
 *
 * <p>Columns with a common beginning ({@code Jet_pt}, {@code Jet_eta}) are folded into one line; {@code --branches} lists
 * each with its type.
 */
final class ContentsListing {

    private static final int FEW = 20;
    private static final int FEW_PROBLEMS = 8;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean everyColumn;

    ContentsListing(PrintStream out, boolean everyColumn) {
        this.out = out;
        this.everyColumn = everyColumn;
    }

    void print(Path file, Contents contents) {
        Inspection sample = contents.sample();
        out.println(file);
        fact("format", sample.format());
        boolean hasTables = !contents.tables().isEmpty();
        if (contents.hasEvents() || hasTables || contents.histograms().isEmpty()) {
            boolean several = contents.tables().size() > 1;
            String where = several && !contents.mainTable().isEmpty() ? " in " + contents.mainTable() : "";
            fact("events", sample.events() + where);
        }
        sample.crossSectionPb().ifPresent(x -> fact("cross-section", String.format(Locale.ROOT, "%.6g pb", x)));
        units(contents.units());
        weights(contents);
        contents.tables().forEach(this::table);
        histograms(contents.histograms());
        if (sample.failure() != null && sample.events() > 0) {
            fact("good", sample.events() + " events before the damage (save them with --recover OUT)");
        }
        sample.problems().stream().limit(FEW_PROBLEMS).forEach(problem -> out.println("  problem: " + problem));
        if (sample.problems().size() > FEW_PROBLEMS) {
            out.println("  problem: ... and " + (sample.problems().size() - FEW_PROBLEMS) + " more (all with --json)");
        }
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

    private void weights(Contents contents) {
        Inspection sample = contents.sample();
        if (!contents.hasEvents() && sample.weights().isEmpty()) {
            if (!contents.tables().isEmpty()) {
                fact("weights", "none that is clearly one");
            }
            return;
        }
        fact("weights", "nominal and " + sample.weights().size() + " named");
        int shown = 0;
        for (Map.Entry<String, Double> sum : sample.sumOfWeights().entrySet()) {
            if (shown++ < FEW) {
                String name = sum.getKey().isEmpty() ? "(nominal)" : sum.getKey();
                out.printf(Locale.ROOT, "    %-20s sum %.8g%n", name, sum.getValue());
            }
        }
        if (shown > FEW) {
            out.println("    ... and " + (shown - FEW) + " more (all with --json)");
        }
    }

    private void table(TableContents table) {
        String name = table.name().isEmpty() ? "(unnamed)" : table.name();
        out.printf(
                Locale.ROOT,
                "  table %s  %d rows, %d columns%n",
                name,
                table.entries(),
                table.columns().size());
        if (everyColumn || table.columns().size() <= FEW) {
            int width = table.columns().keySet().stream()
                    .mapToInt(String::length)
                    .max()
                    .orElse(1);
            table.columns()
                    .forEach((column, type) ->
                            out.printf(Locale.ROOT, "    %-" + Math.min(48, width) + "s  %s%n", column, type));
        } else {
            folded(table.columns());
        }
    }

    /** Print columns that begin alike in one line. */
    private void folded(Map<String, String> columns) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String column : columns.keySet()) {
            groups.computeIfAbsent(beginning(column), beginning -> new ArrayList<>())
                    .add(column);
        }
        List<String> single = new ArrayList<>();
        groups.forEach((beginning, members) -> {
            if (members.size() == 1) {
                single.add(members.get(0));
            } else {
                String rest = members.stream()
                        .map(member -> member.substring(beginning.length()))
                        .collect(Collectors.joining(", "));
                line(beginning + "*", members.size(), rest);
            }
        });
        if (!single.isEmpty()) {
            line("others", single.size(), String.join(", ", single));
        }
    }

    private void line(String name, int count, String members) {
        String line = String.format(Locale.ROOT, "    %-24s %4d  %s", name, count, members);
        out.println(line.length() <= WIDTH ? line : line.substring(0, WIDTH - 4) + " ...");
    }

    /** Return a name up to its first separator, with it; the whole name where it has none. */
    private static String beginning(String column) {
        for (int i = 1; i < column.length() - 1; i++) {
            if (column.charAt(i) == '_' || column.charAt(i) == '.' || column.charAt(i) == '/') {
                return column.substring(0, i + 1);
            }
        }
        return column;
    }

    private void histograms(List<HistogramContents> histograms) {
        if (histograms.isEmpty()) {
            return;
        }
        out.println("  histograms  " + histograms.size());
        int shown = 0;
        for (HistogramContents histogram : histograms) {
            if (shown++ < FEW || everyColumn) {
                String bins = histogram.bins().stream().map(String::valueOf).collect(Collectors.joining("x"));
                out.printf(
                        Locale.ROOT,
                        "    %-36s %-8s %7s bins %10s entries  sum %s%n",
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

    /** Print a count without a fraction, and anything else with eight digits. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.8g", value);
    }
}
