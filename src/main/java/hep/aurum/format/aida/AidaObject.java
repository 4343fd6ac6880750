package hep.aurum.format.aida;

import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.Content;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.NamedColumns;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import java.util.List;

/**
 * Hold one object of an AIDA document with its XML content as it stands.
 *
 * @param element the element, named after the kind: {@code histogram1d}, {@code histogram2d}, {@code profile1d},
 *     {@code profile2d}, {@code dataPointSet}, {@code cloud1d}, {@code tuple}
 */
public record AidaObject(AidaElement element) {

    /** Create an object from a histogram; the path is its folder, for example {@code /study/signal}. */
    public static AidaObject of(String path, String name, Histogram1D histogram) {
        return new AidaObject(Histogram1DCodec.encode(folder(path), checked(name), histogram, List.of()));
    }

    /** Create an object from a two-dimensional histogram. */
    public static AidaObject of(String path, String name, Histogram2D histogram) {
        return new AidaObject(Histogram2DCodec.encode(folder(path), checked(name), histogram, List.of()));
    }

    /** Create an object from a profile. */
    public static AidaObject of(String path, String name, Profile1D profile) {
        return new AidaObject(Profile1DCodec.encode(folder(path), checked(name), profile, List.of()));
    }

    /** Create an object from points with errors. */
    public static AidaObject of(String path, String name, Points points) {
        return new AidaObject(PointsCodec.encode(folder(path), checked(name), points, List.of()));
    }

    /**
     * Create an object from one of any format, with its annotations.
     *
     * @throws NotSupported if AIDA has no such kind
     */
    public static AidaObject of(AnalysisObject object) {
        checked(object.name());
        return new AidaObject(ObjectCodec.encode(object));
    }

    private static String checked(String name) {
        Check.argument(!name.isBlank() && !name.contains("/"), "\"%s\" cannot name an object of a tree", name);
        return name;
    }

    private static String folder(String path) {
        Check.argument(path.startsWith("/"), "the path \"%s\" does not start with /", path);
        return path;
    }

    /** Return the kind, which is the element's name. */
    public String kind() {
        return element.name();
    }

    /** Return the name without its folder. */
    public String name() {
        return element.text("name", "");
    }

    /** Return the title. */
    public String title() {
        return element.text("title", "");
    }

    /** Return folder and name, with one slash between them. */
    public String fullPath() {
        String path = element.text("path", "/");
        return path.endsWith("/") ? path + name() : path + "/" + name();
    }

    /**
     * Return the content of a {@code histogram1d}.
     *
     * @throws NotSupported if this is something else
     */
    public Histogram1D histogram1D() {
        require("histogram1d");
        return Histogram1DCodec.decode(element);
    }

    /**
     * Return the content of a {@code histogram2d}.
     *
     * @throws NotSupported if this is something else
     */
    public Histogram2D histogram2D() {
        require("histogram2d");
        return Histogram2DCodec.decode(element);
    }

    /**
     * Return the content of a {@code profile1d}.
     *
     * <p>AIDA does not store the weights of a profile; unless Aurum wrote it, they are taken to be 1.
     *
     * @throws NotSupported if this is something else
     */
    public Profile1D profile1D() {
        require("profile1d");
        return Profile1DCodec.decode(element);
    }

    /**
     * Return the content of a {@code dataPointSet}.
     *
     * @throws NotSupported if this is something else
     */
    public Points points() {
        require("dataPointSet");
        return PointsCodec.decode(element);
    }

    /**
     * Return the fills of a {@code cloud1d}, {@code cloud2d} or {@code cloud3d}.
     *
     * @throws NotSupported if this is something else, or if its program has binned it: see {@link #content()}
     */
    public Cloud cloud() {
        if (content() instanceof Cloud cloud) {
            return cloud;
        }
        throw new NotSupported(fullPath() + " is not a cloud of fills", "", "choose an object of that kind");
    }

    /**
     * Return the content of a {@code tuple} whose columns are numbers.
     *
     * @throws NotSupported if this is something else, or has columns of text
     */
    public NamedColumns columns() {
        require("tuple");
        return TupleCodec.decode(element);
    }

    /**
     * Return the content of any kind; a cloud that its program has binned is a histogram, what has no type of ours is
     * kept as text.
     */
    public Content content() {
        return ObjectCodec.decode(element);
    }

    /** Return this object as one of any format, with its annotations but for title, paths and axis labels. */
    public AnalysisObject toAnalysisObject() {
        Content content = content();
        String path = fullPath();
        return new AnalysisObject(
                path.startsWith("/") ? path : "/" + path, content, ObjectCodec.annotations(element, content));
    }

    private void require(String kind) {
        if (!kind().equals(kind)) {
            throw new NotSupported(
                    fullPath() + " is a " + kind() + ", not a " + kind, "", "choose an object of that kind");
        }
    }
}
