package hep.aurum.script;

import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Content;
import hep.aurum.hist.Histogram1D;
import org.jspecify.annotations.Nullable;

/** Find the histogram behind what a script hands over. */
final class ScriptObjects {

    private ScriptObjects() {}

    /** Return a content, of any kind. */
    static Content of(String what, @Nullable Object value) {
        if (value instanceof AnalysisObject object) {
            return object.content();
        }
        if (value instanceof Content content) {
            return content;
        }
        throw Values.refuse(what, "a histogram, such as H1D", value);
    }

    /** Return a histogram in one variable. */
    static Histogram1D histogram(String what, @Nullable Object value) {
        if (of(what, value) instanceof Histogram1D histogram) {
            return histogram;
        }
        throw Values.refuse(what, "a histogram in one variable", value);
    }

    /** Return an object for a file, under a path. */
    static AnalysisObject named(String path, @Nullable Object value) {
        return AnalysisObject.of(path.startsWith("/") ? path : "/" + path, of("the object \"" + path + "\"", value));
    }

    /** Return an object for a file, under its title, reduced to what every format takes. */
    static AnalysisObject titled(@Nullable Object value) {
        if (value instanceof AnalysisObject object) {
            return object;
        }
        Content content = of("an object to write", value);
        String name = content.title().strip().replaceAll("[^A-Za-z0-9_.-]+", "_");
        return named(name.isEmpty() ? "object" : name, content);
    }
}
