package hep.aurum.cli;

import hep.aurum.base.Failure;
import hep.aurum.format.histogram.HistogramFiles;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.Content;
import hep.aurum.hist.Counter;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.NamedColumns;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import hep.aurum.hist.Unread;
import hep.aurum.source.Decompression;
import hep.aurum.source.Inspection;
import hep.aurum.source.catalogue.Contents;
import hep.aurum.source.catalogue.HistogramContents;
import hep.aurum.source.catalogue.Units;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Say what is in a file that holds histograms alone: AIDA, YODA and our own formats. */
final class HistogramFileContents {

    private static final int HEAD = 1 << 12;

    private HistogramFileContents() {}

    /** Look into a file; empty if it is of another kind, or a ROOT file, which may hold trees as well. */
    static Optional<Contents> of(Path file) {
        String format;
        try {
            format = HistogramFiles.format(Decompression.head(file, HEAD)).orElse("ROOT");
        } catch (Failure unreadable) {
            // Whoever looks for events says so with all the reasons.
            return Optional.empty();
        }
        return format.equals("ROOT") ? Optional.empty() : Optional.of(read(file, format));
    }

    private static Contents read(Path file, String format) {
        List<HistogramContents> histograms = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            for (AnalysisObject object : HistogramFiles.read(file)) {
                histograms.add(describe(object));
                if (object.content() instanceof Unread unread) {
                    problems.add(
                            object.path() + " is a " + unread.kind() + " and only kept as text: " + unread.reason());
                }
            }
        } catch (Failure e) {
            return contents(Inspection.unreadable(format, e), List.of());
        }
        Inspection sample = new Inspection(
                format, 0, List.of(), Map.of("", 0.0), OptionalDouble.empty(), OptionalDouble.empty(), problems, null);
        return contents(sample, histograms);
    }

    private static Contents contents(Inspection sample, List<HistogramContents> histograms) {
        return new Contents(sample, false, "", List.of(), histograms, Units.UNKNOWN);
    }

    private static HistogramContents describe(AnalysisObject object) {
        Content content = object.content();
        if (content instanceof Histogram1D h) {
            return listed(object, List.of(h.axis().bins()), h.allEntries(), h.sumOfHeights());
        }
        if (content instanceof Histogram2D h) {
            List<Integer> bins = List.of(h.xAxis().bins(), h.yAxis().bins());
            return listed(object, bins, h.allEntries(), h.sumOfHeights());
        }
        if (content instanceof Profile1D p) {
            double sum = 0;
            for (int i = 0; i < p.axis().bins(); i++) {
                sum += p.sumW(i);
            }
            return listed(object, List.of(p.axis().bins()), p.allEntries(), sum);
        }
        if (content instanceof Profile2D p) {
            List<Integer> bins = List.of(p.xAxis().bins(), p.yAxis().bins());
            return listed(object, bins, p.allEntries(), p.sumOfWeights());
        }
        if (content instanceof Counter counter) {
            return listed(object, List.of(), counter.entries(), counter.sumW());
        }
        if (content instanceof Cloud cloud) {
            return listed(object, List.of(), cloud.size(), cloud.sumW());
        }
        if (content instanceof Points points) {
            return listed(object, List.of(points.size()), Double.NaN, Double.NaN);
        }
        if (content instanceof Estimate estimate) {
            return listed(
                    object, estimate.axes().stream().map(axis -> axis.bins()).toList(), Double.NaN, Double.NaN);
        }
        if (content instanceof NamedColumns table) {
            return listed(object, List.of(), table.rows(), Double.NaN);
        }
        return listed(object, List.of(), Double.NaN, Double.NaN);
    }

    private static HistogramContents listed(AnalysisObject object, List<Integer> bins, double entries, double sum) {
        return new HistogramContents(object.path(), object.kind(), bins, entries, sum);
    }
}
