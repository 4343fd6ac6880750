package hep.aurum.format.aida;

import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Profile1D;

/**
 * Hold one object of an AIDA document with its XML content as it stands.
 *
 * @param element the element, named after the kind: {@code histogram1d}, {@code histogram2d}, {@code profile1d},
 *     {@code dataPointSet}, {@code cloud1d}, {@code tuple}
 */
public record AidaObject(AidaElement element) {

    /** Create an object from a histogram; the path is its folder, for example {@code /study/signal}. */
    public static AidaObject of(String path, String name, Histogram1D histogram) {
        return new AidaObject(Histogram1DCodec.encode(folder(path), checked(name), histogram));
    }

    /** Create an object from a two-dimensional histogram. */
    public static AidaObject of(String path, String name, Histogram2D histogram) {
        return new AidaObject(Histogram2DCodec.encode(folder(path), checked(name), histogram));
    }

    /** Create an object from a profile. */
    public static AidaObject of(String path, String name, Profile1D profile) {
        return new AidaObject(Profile1DCodec.encode(folder(path), checked(name), profile));
    }

    /** Create an object from points with errors. */
    public static AidaObject of(String path, String name, AidaPoints points) {
        return new AidaObject(points.encode(folder(path), checked(name)));
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
    public AidaPoints points() {
        require("dataPointSet");
        return AidaPoints.decode(element);
    }

    private void require(String kind) {
        if (!kind().equals(kind)) {
            throw new NotSupported(
                    fullPath() + " is a " + kind() + ", not a " + kind, "", "choose an object of that kind");
        }
    }
}
