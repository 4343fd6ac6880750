package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold a set of points with errors in every coordinate.
 *
 * @param title what the points show
 * @param dimension number of coordinates of each point, 1 to 16
 * @param points the points, each with {@code dimension} coordinates
 */
public record AidaPoints(String title, int dimension, List<List<Measurement>> points) {

    /**
     * Hold one coordinate.
     *
     * @param value the value
     * @param errorMinus error downwards
     * @param errorPlus error upwards
     */
    public record Measurement(double value, double errorMinus, double errorPlus) {}

    /** Check the dimension of every point. */
    public AidaPoints {
        Check.argument(dimension >= 1 && dimension <= 16, "points of dimension %d, expected 1 to 16", dimension);
        points = points.stream().map(List::copyOf).toList();
        for (List<Measurement> point : points) {
            Check.length("a point", point.size(), dimension);
        }
    }

    static AidaPoints decode(AidaElement element) {
        int dimension = (int) element.count("dimension", 0);
        List<List<Measurement>> points = new ArrayList<>();
        for (AidaElement point : element.all("dataPoint")) {
            List<Measurement> coordinates = new ArrayList<>();
            for (AidaElement m : point.all("measurement")) {
                coordinates.add(
                        new Measurement(m.number("value"), m.number("errorMinus", 0), m.number("errorPlus", 0)));
            }
            if (coordinates.size() != dimension) {
                throw new BadInput(
                        "point " + points.size() + " has " + coordinates.size() + " coordinates, expected " + dimension,
                        element.toString(),
                        "");
            }
            points.add(coordinates);
        }
        return new AidaPoints(element.text("title", ""), dimension, points);
    }

    AidaElement encode(String path, String name) {
        List<AidaElement> children = new ArrayList<>();
        for (List<Measurement> point : points) {
            List<AidaElement> coordinates = new ArrayList<>();
            for (Measurement m : point) {
                coordinates.add(AidaElement.leaf(
                        "measurement",
                        "value",
                        Double.toString(m.value),
                        "errorPlus",
                        Double.toString(m.errorPlus),
                        "errorMinus",
                        Double.toString(m.errorMinus)));
            }
            children.add(AidaElement.leaf("dataPoint").with(coordinates));
        }
        return AidaElement.leaf(
                        "dataPointSet",
                        "name",
                        name,
                        "path",
                        path,
                        "title",
                        title,
                        "dimension",
                        Integer.toString(dimension))
                .with(children);
    }
}
