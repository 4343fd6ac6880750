package hep.aurum.script;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.format.histogram.HistogramFiles;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Content;
import java.nio.file.Path;
import java.util.List;

/** Put single objects into files and find them there. */
final class HistFiles {

    private HistFiles() {}

    /** Write one object. */
    static void write(String path, Content content) {
        HistogramFiles.write(Path.of(path), List.of(named(content)));
    }

    /** Name an object for a file by its title, reduced to what every format takes. */
    static AnalysisObject named(Content content) {
        String name = content.title().strip().replaceAll("[^A-Za-z0-9_.-]+", "_");
        return AnalysisObject.of("/" + (name.isEmpty() ? "object" : name), content);
    }

    /** Find the object of a type by its path, the last part of its path, or its title. */
    static <T extends Content> T read(String path, String name, Class<T> type) {
        List<AnalysisObject> objects = HistogramFiles.read(Path.of(path)).stream()
                .filter(object -> type.isInstance(object.content()))
                .toList();
        return objects.stream()
                .filter(object -> object.path().equals(name)
                        || object.name().equals(name)
                        || object.content().title().equals(name))
                .findFirst()
                .map(object -> type.cast(object.content()))
                .orElseThrow(() -> new NotFound(
                        "no " + type.getSimpleName() + " is named \"" + name + "\" in " + path,
                        "",
                        Names.suggest(
                                name, objects.stream().map(AnalysisObject::name).toList())));
    }
}
