package hep.aurum.script;

import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Content;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import org.jspecify.annotations.Nullable;

/** Go between the objects that a script handles, such as {@link H1D}, and those of {@code hist} behind them. */
final class ScriptObjects {

    private ScriptObjects() {}

    /** Return the object for a script; itself, where scripts have no name for it. */
    static Object of(Content content) {
        if (content instanceof Histogram1D h) {
            return H1D.of(h);
        }
        if (content instanceof Histogram2D h) {
            return H2D.of(h);
        }
        if (content instanceof Profile1D p) {
            return HProf1D.of(p);
        }
        return content instanceof Points p ? P1D.of(p) : content;
    }

    /** Return the content behind an object. */
    static Content content(String what, @Nullable Object value) {
        if (value instanceof H1D h) {
            return h.get();
        }
        if (value instanceof H2D h) {
            return h.get();
        }
        if (value instanceof HProf1D p) {
            return p.get();
        }
        if (value instanceof P1D p) {
            return p.get();
        }
        if (value instanceof AnalysisObject object) {
            return object.content();
        }
        if (value instanceof Content content) {
            return content;
        }
        throw Values.refuse(what, "a histogram, a profile or points", value);
    }

    /** Return the histogram in one variable behind an object. */
    static Histogram1D histogram(String what, @Nullable Object value) {
        if (content(what, value) instanceof Histogram1D histogram) {
            return histogram;
        }
        throw Values.refuse(what, "a histogram in one variable", value);
    }

    /** Return an object for a file, under a path. */
    static AnalysisObject named(String path, @Nullable Object value) {
        return AnalysisObject.of(
                path.startsWith("/") ? path : "/" + path, content("the object \"" + path + "\"", value));
    }

    /** Return an object for a file, under its title, reduced to what every format takes. */
    static AnalysisObject titled(@Nullable Object value) {
        return value instanceof AnalysisObject object ? object : HistFiles.named(content("an object to write", value));
    }
}
