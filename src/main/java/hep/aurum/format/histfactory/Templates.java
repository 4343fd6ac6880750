package hep.aurum.format.histfactory;

import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.source.root.RootFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Read histograms, opening every file once. */
final class Templates implements AutoCloseable {

    private final BaseFolder base;
    private final Map<Path, RootFile> files = new HashMap<>();

    Templates(BaseFolder base) {
        this.base = base;
    }

    /**
     * Read the histogram that a scope names.
     *
     * @param element that asks for it, for messages
     */
    Template read(Scope scope, XmlElement element) {
        if (scope.inputFile().isEmpty() || scope.histoName().isEmpty()) {
            throw element.bad(
                    "<" + element.name() + "> has no " + (scope.inputFile().isEmpty() ? "InputFile" : "HistoName"),
                    "give it here or in an element around it");
        }
        Path path = base.resolve(element, scope.inputFile());
        RootFile file = files.computeIfAbsent(path, RootFile::open);
        String name = path(scope, file, element);
        String full = path.getFileName() + ":" + name;
        int unknown = file.details(name).unknownVariances();
        return file.key(name).className().startsWith("TH2")
                ? template(full, file.histogram2D(name), unknown)
                : template(full, file.histogram(name), unknown);
    }

    /** Histograms are also found at the top of the file, as pyhf finds them. */
    private static String path(Scope scope, RootFile file, XmlElement element) {
        String folder = scope.histoPath().replaceAll("^/+|/+$", "");
        String full = folder.isEmpty() ? scope.histoName() : folder + "/" + scope.histoName();
        if (file.contains(full) || !file.contains(scope.histoName())) {
            return present(full, file, element);
        }
        return scope.histoName();
    }

    private static String present(String name, RootFile file, XmlElement element) {
        if (!file.contains(name)) {
            List<String> known =
                    file.keys().stream().map(key -> key.path()).distinct().toList();
            throw element.bad(
                    "there is no histogram \"" + name + "\" in " + file, hep.aurum.base.Names.suggest(name, known));
        }
        return name;
    }

    private static Template template(String name, Histogram1D histogram, int unknown) {
        List<Double> heights = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < histogram.axis().bins(); i++) {
            heights.add(histogram.height(i));
            errors.add(histogram.error(i));
        }
        return new Template(name, heights, errors, unknown);
    }

    private static Template template(String name, Histogram2D histogram, int unknown) {
        List<Double> heights = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int j = 0; j < histogram.yAxis().bins(); j++) {
            for (int i = 0; i < histogram.xAxis().bins(); i++) {
                heights.add(histogram.height(i, j));
                errors.add(histogram.error(i, j));
            }
        }
        return new Template(name, heights, errors, unknown);
    }

    @Override
    public void close() {
        files.values().forEach(RootFile::close);
    }
}
