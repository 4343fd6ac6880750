package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Give a histogram, or anything of its kind, its place in a file.
 *
 * @param path folders and name, each after a slash: {@code /study/signal/mass}
 * @param content what is there
 * @param annotations what else the file says about it, in its order; title and axis labels are in the content
 */
public record AnalysisObject(String path, Content content, Map<String, String> annotations) {

    /** Check the path and copy the annotations. */
    public AnalysisObject {
        Check.argument(path.startsWith("/"), "the path \"%s\" does not start with /", path);
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    /** Create an object without annotations. */
    public static AnalysisObject of(String path, Content content) {
        return new AnalysisObject(path, content, Map.of());
    }

    /** Return the part of the path behind its last slash. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Return the part of the path before its last slash; {@code /} for the top. */
    public String folder() {
        int end = path.lastIndexOf('/');
        return end == 0 ? "/" : path.substring(0, end);
    }

    /** Return the kind of the content, such as {@code Histogram1D}. */
    public String kind() {
        return content instanceof Unread unread
                ? unread.kind()
                : content.getClass().getSimpleName();
    }
}
