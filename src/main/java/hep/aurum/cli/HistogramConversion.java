package hep.aurum.cli;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.format.histogram.HistogramFiles;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.source.Decompression;
import hep.aurum.source.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Write the histograms of a file in another format.
 *
 * @param objects how many were read
 * @param losses what the other format does not keep, a sentence each
 */
record HistogramConversion(int objects, List<String> losses) {

    private static final int HEAD = 1 << 12;

    /**
     * Return whether histograms are meant: the file holds nothing else, or the output cannot hold what else is in it.
     */
    static boolean accepts(Path in, Path out) {
        String format;
        try {
            format = HistogramFiles.format(Decompression.head(in, HEAD)).orElse("");
        } catch (Failure unreadable) {
            // Whoever reads events says so with all the reasons.
            return false;
        }
        return switch (format) {
            case "" -> false;
            case "ROOT" -> HistogramFiles.isWritable(out) && (!isCsv(out) || !hasTables(in));
            // Our CSV is a table, too.
            case "CSV" -> HistogramFiles.isWritable(out);
            default -> true;
        };
    }

    private static boolean isCsv(Path out) {
        return String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.\\w+)?");
    }

    private static boolean hasTables(Path in) {
        return Formats.installed()
                .recognise(in)
                .tables()
                .map(tables -> !tables.tables(in).isEmpty())
                .orElse(false);
    }

    static HistogramConversion run(Path in, Path out) {
        try {
            if (Files.exists(out) && Files.isSameFile(in, out)) {
                throw new BadInput(in + " and " + out + " are the same file", "", "choose another name");
            }
        } catch (IOException e) {
            throw new BadInput("cannot compare " + in + " with " + out + ": " + e.getMessage(), "", "");
        }
        List<AnalysisObject> objects = HistogramFiles.read(in);
        return new HistogramConversion(objects.size(), HistogramFiles.writeWhatFits(out, objects));
    }

    Map<String, Object> toMap(Path in, Path out) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("input", in.toString());
        object.put("output", out.toString());
        object.put("objects", objects);
        object.put("losses", losses);
        return object;
    }
}
