package hep.aurum.format.histogram;

import hep.aurum.base.NotSupported;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Content;
import hep.aurum.hist.Unread;
import hep.aurum.source.root.RootFile;
import hep.aurum.source.root.RootKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Read the histograms of a ROOT file, the latest cycle of each. */
final class RootObjects {

    private static final Pattern HISTOGRAM = Pattern.compile("TH[123][CSILFD]|TProfile(2D|3D)?|THnSparse.*|TH2Poly");

    private RootObjects() {}

    static boolean accepts(byte[] head) {
        return head.length >= 4 && head[0] == 'r' && head[1] == 'o' && head[2] == 'o' && head[3] == 't';
    }

    static List<AnalysisObject> read(Path path) {
        try (RootFile file = RootFile.open(path)) {
            Map<String, RootKey> latest = new LinkedHashMap<>();
            for (RootKey key : file.keys()) {
                if (HISTOGRAM.matcher(key.className()).matches()) {
                    latest.merge(key.path(), key, (a, b) -> b.cycle() > a.cycle() ? b : a);
                }
            }
            List<AnalysisObject> objects = new ArrayList<>();
            for (RootKey key : latest.values()) {
                objects.add(AnalysisObject.of("/" + key.path(), content(file, key)));
            }
            return objects;
        }
    }

    private static Content content(RootFile file, RootKey key) {
        String type = key.className();
        try {
            if (type.equals("TProfile2D")) {
                return file.profile2D(key.path());
            }
            if (type.startsWith("TProfile")) {
                return file.profile(key.path());
            }
            return type.startsWith("TH2") ? file.histogram2D(key.path()) : file.histogram(key.path());
        } catch (NotSupported e) {
            return new Unread(key.title(), "ROOT", type, e.what(), "");
        } catch (IllegalArgumentException e) {
            return new Unread(key.title(), "ROOT", type, String.valueOf(e.getMessage()), "");
        }
    }
}
