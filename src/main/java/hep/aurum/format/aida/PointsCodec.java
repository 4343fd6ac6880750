package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Points;
import java.util.ArrayList;
import java.util.List;

/** Translate {@code dataPointSet}. */
final class PointsCodec {

    private PointsCodec() {}

    static AidaElement encode(String path, String name, Points points, List<AidaElement> annotations) {
        List<AidaElement> items = new ArrayList<>();
        items.add(Codec.item("Title", points.title()));
        items.addAll(annotations);
        List<AidaElement> children = new ArrayList<>();
        children.add(AidaElement.leaf("annotation").with(items));
        for (int i = 0; i < points.size(); i++) {
            List<AidaElement> coordinates = new ArrayList<>();
            for (int d = 0; d < points.dimension(); d++) {
                coordinates.add(AidaElement.leaf(
                        "measurement",
                        "value",
                        Codec.number(points.value(i, d)),
                        "errorPlus",
                        Codec.number(points.plus(i, d)),
                        "errorMinus",
                        Codec.number(points.minus(i, d))));
            }
            children.add(AidaElement.leaf("dataPoint").with(coordinates));
        }
        String dimension = Integer.toString(points.dimension());
        return AidaElement.leaf(
                        "dataPointSet", "name", name, "path", path, "title", points.title(), "dimension", dimension)
                .with(children);
    }

    static Points decode(AidaElement element) {
        List<AidaElement> points = element.all("dataPoint");
        long dimension = element.count("dimension", 0);
        if (dimension < 1 || dimension > Points.MAX_DIMENSION) {
            throw new BadInput(
                    "points of dimension " + dimension + ", expected 1 to " + Points.MAX_DIMENSION,
                    element.toString(),
                    "");
        }
        double[][] values = new double[(int) dimension][points.size()];
        double[][] minus = new double[(int) dimension][points.size()];
        double[][] plus = new double[(int) dimension][points.size()];
        for (int i = 0; i < points.size(); i++) {
            List<AidaElement> coordinates = points.get(i).all("measurement");
            if (coordinates.size() != dimension) {
                throw new BadInput(
                        "point " + i + " has " + coordinates.size() + " coordinates, expected " + dimension,
                        element.toString(),
                        "");
            }
            for (int d = 0; d < dimension; d++) {
                AidaElement m = coordinates.get(d);
                values[d][i] = m.measured("value", Double.NaN);
                minus[d][i] = m.measured("errorMinus", 0);
                plus[d][i] = m.measured("errorPlus", 0);
            }
        }
        return Points.of(element.text("title", ""), values, minus, plus);
    }
}
