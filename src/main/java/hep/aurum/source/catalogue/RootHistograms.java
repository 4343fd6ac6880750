package hep.aurum.source.catalogue;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import hep.aurum.source.root.RootFile;
import hep.aurum.source.root.RootKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** List the histograms of a ROOT file; the latest cycle of each. */
final class RootHistograms {

    private static final Pattern HISTOGRAM = Pattern.compile("TH[123][CSILFD]|TProfile(2D|3D)?|THnSparse.*|TH2Poly");

    private RootHistograms() {}

    /** Return whether a file that begins like this is a ROOT file. */
    static boolean areIn(byte[] head) {
        return head.length >= 4 && head[0] == 'r' && head[1] == 'o' && head[2] == 'o' && head[3] == 't';
    }

    /**
     * List them.
     *
     * @param problems takes a sentence for each histogram that cannot be read
     * @throws BadInput if the file is damaged
     */
    static List<HistogramContents> of(Path path, List<String> problems) {
        try (RootFile file = RootFile.open(path)) {
            Map<String, RootKey> latest = new LinkedHashMap<>();
            for (RootKey key : file.keys()) {
                if (HISTOGRAM.matcher(key.className()).matches()) {
                    latest.merge(key.path(), key, (a, b) -> b.cycle() > a.cycle() ? b : a);
                }
            }
            List<HistogramContents> found = new ArrayList<>();
            for (RootKey key : latest.values()) {
                found.add(describe(file, key, problems));
            }
            return found;
        }
    }

    private static HistogramContents describe(RootFile file, RootKey key, List<String> problems) {
        try {
            return read(file, key);
        } catch (NotSupported e) {
            problems.add("the histogram \"" + key.path() + "\" is a " + key.className() + ", which is not read");
        } catch (Failure e) {
            problems.add(e.what());
        } catch (IllegalArgumentException e) {
            problems.add("the histogram \"" + key.path() + "\" is malformed: " + e.getMessage());
        }
        return HistogramContents.unread(key.path(), key.className());
    }

    private static HistogramContents read(RootFile file, RootKey key) {
        String path = key.path();
        String type = key.className();
        double entries = file.details(path).entries();
        if (type.equals("TProfile2D")) {
            Profile2D profile = file.profile2D(path);
            List<Integer> bins = List.of(profile.xAxis().bins(), profile.yAxis().bins());
            return new HistogramContents(path, type, bins, entries, profile.sumOfWeights());
        }
        if (type.startsWith("TProfile")) {
            Profile1D profile = file.profile(path);
            int bins = profile.axis().bins();
            double sum = 0;
            for (int i = 0; i < bins; i++) {
                sum += profile.sumW(i);
            }
            return new HistogramContents(path, type, List.of(bins), entries, sum);
        }
        if (type.startsWith("TH2")) {
            Histogram2D histogram = file.histogram2D(path);
            List<Integer> bins =
                    List.of(histogram.xAxis().bins(), histogram.yAxis().bins());
            return new HistogramContents(path, type, bins, entries, histogram.sumOfHeights());
        }
        Histogram1D histogram = file.histogram(path);
        return new HistogramContents(path, type, List.of(histogram.axis().bins()), entries, histogram.sumOfHeights());
    }
}
