package hep.aurum.jas.host;

import hep.aida.IDataPoint;
import hep.aida.IMeasurement;
import java.util.ArrayList;
import java.util.List;

/** Answers for {@code IDataPointSet}. */
public final class PointSet {

    private final String name;
    private final int dimension;
    private final List<Point> points = new ArrayList<>();
    private String title;

    PointSet(String name, String title, int dimension) {
        this.name = name;
        this.title = title;
        this.dimension = dimension;
    }

    void add(double[] values, double[] plus, double[] minus) {
        Point point = new Point(dimension);
        for (int i = 0; i < dimension; i++) {
            point.numbers.get(i).setValue(values[i]);
            point.numbers.get(i).setErrorPlus(plus[i]);
            point.numbers.get(i).setErrorMinus(minus[i]);
        }
        points.add(point);
    }

    /** Return a copy under another name. */
    PointSet copy(String newName) {
        PointSet copy = new PointSet(newName, title, dimension);
        for (Point point : points) {
            copy.add(
                    point.numbers.stream().mapToDouble(Number::value).toArray(),
                    point.numbers.stream().mapToDouble(Number::errorPlus).toArray(),
                    point.numbers.stream().mapToDouble(Number::errorMinus).toArray());
        }
        return copy;
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public int dimension() {
        return dimension;
    }

    public int size() {
        return points.size();
    }

    public void clear() {
        points.clear();
    }

    public IDataPoint point(int index) {
        return StandIn.of(IDataPoint.class, points.get(index));
    }

    public IDataPoint addPoint() {
        points.add(new Point(dimension));
        return point(size() - 1);
    }

    /** Answers for {@code IDataPoint}. */
    public static final class Point {

        private final List<Number> numbers = new ArrayList<>();

        Point(int dimension) {
            for (int i = 0; i < dimension; i++) {
                numbers.add(new Number());
            }
        }

        public int dimension() {
            return numbers.size();
        }

        public IMeasurement coordinate(int coordinate) {
            return StandIn.of(IMeasurement.class, numbers.get(coordinate));
        }
    }

    /** Answers for {@code IMeasurement}. */
    public static final class Number {

        private double value;
        private double errorPlus;
        private double errorMinus;

        public double value() {
            return value;
        }

        public double errorPlus() {
            return errorPlus;
        }

        public double errorMinus() {
            return errorMinus;
        }

        public void setValue(double value) {
            this.value = value;
        }

        public void setErrorPlus(double errorPlus) {
            this.errorPlus = errorPlus;
        }

        public void setErrorMinus(double errorMinus) {
            this.errorMinus = errorMinus;
        }
    }
}
