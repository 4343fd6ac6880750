package hep.aurum.script;

import hep.aurum.base.Progress;
import hep.aurum.format.histogram.HistogramFiles;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.source.Decompression;
import hep.aurum.source.catalogue.Contents;
import hep.aurum.source.catalogue.Contents.Depth;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Say what a file holds, as names with values. */
final class FileFacts {

    private static final int HEAD = 1 << 12;
    private static final String ROOT = "ROOT";

    private FileFacts() {}

    static Map<String, @Nullable Object> of(Path file, Progress progress) {
        String format = HistogramFiles.format(Decompression.head(file, HEAD)).orElse(ROOT);
        // A ROOT file may hold trees as well.
        return format.equals(ROOT) ? Contents.of(file, Depth.WHOLE, progress).toMap() : histograms(file, format);
    }

    private static Map<String, @Nullable Object> histograms(Path file, String format) {
        Map<String, @Nullable Object> kinds = new LinkedHashMap<>();
        for (AnalysisObject object : HistogramFiles.read(file)) {
            kinds.put(object.path(), object.kind());
        }
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("format", format);
        facts.put("histograms", kinds);
        return facts;
    }
}
