package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.math.array.RowTable;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Read what a simulator mined from its traces, event by event, out of a table of any format.
 *
 * <pre>{@code
 * LabelledSample sample = TraceTable.read(
 *         TableSources.open(Path.of("traces.parquet")),
 *         space,
 *         TraceColumns.of(List.of("pt", "eta"), List.of("theta0"), "y").withLogRatio("log_r").withScore(List.of("t")));
 * TraceAudit.of(sample).require();
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1805.12244">Brehmer, Louppe, Pavez, Cranmer: Mining gold from implicit models</a>
 */
public final class TraceTable {

    /** Beyond it \(e^{\log r}\) is no double. */
    private static final double MAX_LOG = 709;

    private static final int MAX_WIDTH = 100_000;

    private final TableSource table;
    private final ParameterSpace space;
    private final TraceColumns columns;

    /** The columns as they are read, and how many numbers a row of them has. */
    private final List<Column> declared;

    private final int width;
    private double[] numbers = {};
    private int rows;

    /** Columns and numbers of a row that were given a meaning already. */
    private int column;

    private int number;

    private TraceTable(TableSource table, ParameterSpace space, TraceColumns columns) {
        this.table = table;
        this.space = space;
        this.columns = columns;
        this.declared = Arrays.stream(table.header().positions(columns.all()))
                .mapToObj(position -> table.header().columns().get(position))
                .toList();
        declared.forEach(this::requireNumbers);
        long numbersOfRow = declared.stream().mapToLong(Column::width).sum();
        if (numbersOfRow > MAX_WIDTH) {
            throw new BadInput(
                    "the columns hold " + numbersOfRow + " numbers in a row, expected at most " + MAX_WIDTH,
                    table.header().origin(),
                    "");
        }
        this.width = (int) numbersOfRow;
    }

    /**
     * Read all rows into memory. A feature is called by its column, or by column and position, {@code x[0]}, where a column
     * holds several.
     *
     * @throws hep.aurum.base.NotFound if there is no such column; the message suggests the nearest
     * @throws BadInput if a column is of text or lists or there are not as many as parameters, or a row holds a number that is
     *     not finite, a label that is neither 0 nor 1, a θ0 outside its range, or a ratio that is none; names the row
     */
    public static LabelledSample read(TableSource table, ParameterSpace space, TraceColumns columns) {
        return new TraceTable(table, space, columns).read();
    }

    private LabelledSample read() {
        fill();
        int k = space.size();
        List<String> features = featureNames();
        RowTable x = take("features", columns.features(), features.size());
        RowTable theta0 = take("theta0", columns.theta0(), k);
        RowTable label = take("the label", List.of(columns.label()), 1);
        requireLabels(label);
        requireInside(theta0);
        LabelledSample sample = k == 0
                ? LabelledSample.ofTwoLaws(features, x, label)
                : LabelledSample.of(space, features, x, theta0, label);
        if (!columns.theta1().isEmpty()) {
            sample = sample.withTheta1(take("theta1", columns.theta1(), k));
        }
        if (columns.logRatio().isPresent()) {
            RowTable log = take("the log ratio", List.of(columns.logRatio().get()), 1);
            sample = sample.withRatio(ratio(log, label));
        }
        if (!columns.score().isEmpty()) {
            sample = sample.withScore(take("the score", columns.score(), k));
        }
        return columns.weight().isPresent()
                ? sample.withWeight(take("the weight", List.of(columns.weight().get()), 1))
                : sample;
    }

    /** Take the next columns. */
    private RowTable take(String what, List<String> names, int expected) {
        int count = 0;
        for (int i = 0; i < names.size(); i++) {
            count += declared.get(column++).width();
        }
        if (count != expected) {
            throw new BadInput(
                    "the columns of " + what + " hold " + count + " numbers in a row, expected " + expected,
                    table.header().origin(),
                    "name the columns in the order of the parameters");
        }
        number += count;
        return new Slice(numbers, rows, width, number - count, count);
    }

    private List<String> featureNames() {
        List<String> names = new ArrayList<>();
        for (Column feature : declared.subList(0, columns.features().size())) {
            for (int i = 0; i < feature.width(); i++) {
                names.add(feature.width() == 1 ? feature.name() : feature.name() + "[" + i + "]");
            }
        }
        return names;
    }

    private void requireNumbers(Column column) {
        if (column.type() == ColumnType.TEXT || column.layout() == Column.Layout.LIST) {
            throw new BadInput(
                    "the column \"" + column.name() + "\" of " + table.header().origin() + " is " + column.typeLabel()
                            + ", expected numbers, as many in every row",
                    "",
                    "name another column");
        }
    }

    private void fill() {
        try (TableCursor cursor = table.open(columns.all())) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                reserve(batch.rows());
                int at = rows * width;
                for (ColumnData values : batch.columns()) {
                    copy(values, batch, at);
                    at += values.column().width();
                }
                rows += batch.rows();
            }
        }
        if (rows == 0) {
            throw new BadInput(table.header().origin() + " has no rows", "", "");
        }
    }

    private void reserve(int more) {
        long needed = ((long) rows + more) * width;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new BadInput(
                    table.header().origin() + " has more than " + rows + " rows of " + width
                            + " numbers, which do not fit in one array",
                    "",
                    "write them with LabelledFolder, which is read where it lies");
        }
        if (needed > numbers.length) {
            numbers = Arrays.copyOf(numbers, (int) Math.min(Integer.MAX_VALUE - 8, 2 * needed));
        }
    }

    private void copy(ColumnData values, TableBatch batch, int at) {
        String name = values.column().name();
        boolean isLogRatio = columns.logRatio().filter(name::equals).isPresent();
        int count = values.column().width();
        for (int r = 0; r < batch.rows(); r++) {
            for (int j = 0; j < count; j++) {
                double value = values.real(values.start(r) + j);
                boolean isRatioOfZero = isLogRatio && value == Double.NEGATIVE_INFINITY;
                if (!Double.isFinite(value) && !isRatioOfZero) {
                    throw bad(batch.first() + r, "the column \"" + name + "\" is " + value, "expected a finite number");
                }
                numbers[at + r * width + j] = value;
            }
        }
    }

    private void requireLabels(RowTable label) {
        for (int i = 0; i < rows; i++) {
            if (label.get(i, 0) != 0 && label.get(i, 0) != 1) {
                throw bad(
                        i,
                        "the label is " + label.get(i, 0) + ", expected 0 or 1",
                        "1 for an event drawn from the denominator, 0 for one drawn at theta0");
            }
        }
    }

    private void requireInside(RowTable theta0) {
        for (int a = 0; a < space.size(); a++) {
            Parameter parameter = space.get(a);
            for (int i = 0; i < rows; i++) {
                double value = theta0.get(i, a);
                if (value < parameter.min() || value > parameter.max()) {
                    throw bad(
                            i,
                            String.format(
                                    Locale.ROOT,
                                    "theta0 has %s = %s, outside the range from %s to %s",
                                    parameter.name(),
                                    value,
                                    parameter.min(),
                                    parameter.max()),
                            "correct the columns, or widen the range");
                }
            }
        }
    }

    /** The exponential of the log ratio; it may vanish, but not where the event was drawn from the numerator. */
    private RowTable ratio(RowTable log, RowTable label) {
        double[] ratio = new double[rows];
        for (int i = 0; i < rows; i++) {
            double value = log.get(i, 0);
            ratio[i] = StrictMath.exp(value);
            boolean isNumerator = label.get(i, 0) == 0;
            if (value > MAX_LOG || isNumerator && value < -MAX_LOG) {
                throw bad(
                        i,
                        "the log ratio is " + value
                                + (isNumerator ? " for an event drawn from the numerator" : ", beyond a double"),
                        "the column holds the logarithm of numerator over denominator");
            }
        }
        return ArrayTable.of(ratio, 1);
    }

    private BadInput bad(long row, String what, String fix) {
        return new BadInput(what, table.header().origin() + ", row " + (row + 1), fix);
    }

    /** Some neighbouring columns of all numbers. */
    private record Slice(double[] numbers, int rows, int width, int from, int columns) implements RowTable {

        @Override
        public double get(int row, int column) {
            return numbers[row * width + from + column];
        }
    }
}
