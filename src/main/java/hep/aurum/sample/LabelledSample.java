package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.math.array.RowTable;
import hep.aurum.param.ParameterSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * Hold labelled training examples that were made once: for each event a θ0 and a law that it was drawn from, and what is known
 * of its joint ratio and joint score.
 *
 * <p>An example with \(y = 1\) was drawn from the denominator's law, at θ1 or a fixed reference, one with \(y = 0\) from the
 * numerator's at θ0. The gold is optional: without the joint ratio only hard labels can be learned from, without the joint
 * score there is no score term. Weights may be negative. Where there are no parameters, \(k = 0\), there is one law on either
 * side.
 *
 * <p>Immutable; the tables may lie on disk. Shapes: x {@code [n][d]}, theta0 and theta1 {@code [n][k]}, y, ratio and weight
 * {@code [n][1]}, score {@code [n][k]}.
 */
public final class LabelledSample {

    private final ParameterSpace space;
    private final List<String> featureNames;
    private final RowTable x;
    private final RowTable theta0;
    private final RowTable y;
    private final Optional<RowTable> theta1;
    private final Optional<RowTable> ratio;
    private final Optional<RowTable> score;
    private final Optional<RowTable> weight;
    private final IntToLongFunction origin;

    private LabelledSample(
            ParameterSpace space,
            List<String> featureNames,
            RowTable x,
            RowTable theta0,
            RowTable y,
            Optional<RowTable> theta1,
            Optional<RowTable> ratio,
            Optional<RowTable> score,
            Optional<RowTable> weight,
            IntToLongFunction origin) {
        this.space = space;
        this.featureNames = List.copyOf(featureNames);
        this.x = x;
        this.theta0 = theta0;
        this.y = y;
        this.theta1 = theta1;
        this.ratio = ratio;
        this.score = score;
        this.weight = weight;
        this.origin = origin;
    }

    /**
     * Return examples with hard labels alone.
     *
     * @throws BadInput if a table is ragged against x, or holds a number that is not finite or a label that is neither 0 nor 1
     */
    public static LabelledSample of(
            ParameterSpace space, List<String> featureNames, RowTable x, RowTable theta0, RowTable y) {
        requireTable("x", x, x.rows(), featureNames.size());
        requireTable("theta0", theta0, x.rows(), space.size());
        requireTable("y", y, x.rows(), 1);
        for (int i = 0; i < y.rows(); i++) {
            if (y.get(i, 0) != 0 && y.get(i, 0) != 1) {
                throw bad("y of example " + i + " is " + y.get(i, 0) + ", expected 0 or 1", "y");
            }
        }
        return new LabelledSample(
                space,
                featureNames,
                x,
                theta0,
                y,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                example -> example);
    }

    /**
     * Return examples of two laws without parameters, with hard labels alone.
     *
     * @throws BadInput as {@link #of(ParameterSpace, List, RowTable, RowTable, RowTable)}
     */
    public static LabelledSample ofTwoLaws(List<String> featureNames, RowTable x, RowTable y) {
        return of(ParameterSpace.of(), featureNames, x, new NoColumns(x.rows()), y);
    }

    /** Have rows of nothing. */
    private record NoColumns(int rows) implements RowTable {

        @Override
        public int columns() {
            return 0;
        }

        @Override
        public double get(int row, int column) {
            throw new IndexOutOfBoundsException(column);
        }
    }

    /** Return these examples with a θ1 each, {@code [n][k]}, for a denominator that is not fixed. */
    public LabelledSample withTheta1(RowTable table) {
        requireTable("theta1", table, size(), space.size());
        return new LabelledSample(space, featureNames, x, theta0, y, Optional.of(table), ratio, score, weight, origin);
    }

    /** Return these examples with the joint ratio \(r(x,z|\theta_0,\theta_1)\), {@code [n][1]}. */
    public LabelledSample withRatio(RowTable table) {
        requireTable("joint ratio", table, size(), 1);
        return new LabelledSample(space, featureNames, x, theta0, y, theta1, Optional.of(table), score, weight, origin);
    }

    /** Return these examples with the joint score \(t(x,z|\theta_0)\), {@code [n][k]}. */
    public LabelledSample withScore(RowTable table) {
        requireTable("joint score", table, size(), space.size());
        return new LabelledSample(space, featureNames, x, theta0, y, theta1, ratio, Optional.of(table), weight, origin);
    }

    /** Return these examples with signed weights, {@code [n][1]}. */
    public LabelledSample withWeight(RowTable table) {
        requireTable("weight", table, size(), 1);
        return new LabelledSample(space, featureNames, x, theta0, y, theta1, ratio, score, Optional.of(table), origin);
    }

    /**
     * Return these examples with the identifiers of the generator events behind them, for examples that share one; without,
     * every example is an event of its own.
     *
     * @param origins {@code [n]}
     */
    public LabelledSample withOrigins(long[] origins) {
        Check.length("origins", origins.length, size());
        long[] own = origins.clone();
        return new LabelledSample(
                space, featureNames, x, theta0, y, theta1, ratio, score, weight, example -> own[example]);
    }

    /** Return examples whose tables were examined already. */
    static LabelledSample examined(
            ParameterSpace space,
            List<String> featureNames,
            RowTable x,
            RowTable theta0,
            RowTable y,
            Optional<RowTable> theta1,
            Optional<RowTable> ratio,
            Optional<RowTable> score,
            Optional<RowTable> weight,
            IntToLongFunction origin) {
        return new LabelledSample(space, featureNames, x, theta0, y, theta1, ratio, score, weight, origin);
    }

    /** Return n rows of nothing. */
    static RowTable noColumns(int rows) {
        return new NoColumns(rows);
    }

    private static void requireTable(String name, RowTable table, int rows, int columns) {
        if (table.rows() != rows || table.columns() != columns) {
            throw bad(
                    name + " has " + table.rows() + " rows of " + table.columns() + " numbers, expected " + rows
                            + " of " + columns,
                    name);
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (!Double.isFinite(table.get(i, j))) {
                    throw bad(name + " of example " + i + " is " + table.get(i, j) + " in column " + j, name);
                }
            }
        }
    }

    /**
     * Open examples in a folder that {@link LabelledFolder#write} filled, where they lie.
     *
     * @throws BadInput if files are missing, ragged, or hold what is no label
     */
    public static LabelledSample open(Path folder) {
        return LabelledFolder.of(folder).open();
    }

    private static BadInput bad(String what, String where) {
        return new BadInput(what, where, "check what wrote the labelled examples");
    }

    /** Return the parameters. */
    public ParameterSpace space() {
        return space;
    }

    /** Return the names of the features. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Return the number n of examples. */
    public int size() {
        return x.rows();
    }

    /** Return the features, {@code [n][d]}. */
    public RowTable x() {
        return x;
    }

    /** Return the numerators' points, {@code [n][k]}. */
    public RowTable theta0() {
        return theta0;
    }

    /** Return the labels, {@code [n][1]}: 1 where the example is from the denominator. */
    public RowTable y() {
        return y;
    }

    /** Return the denominators' points, {@code [n][k]}; none if the denominator is fixed. */
    public Optional<RowTable> theta1() {
        return theta1;
    }

    /** Return the joint ratios, {@code [n][1]}. */
    public Optional<RowTable> ratio() {
        return ratio;
    }

    /** Return the joint scores at θ0, {@code [n][k]}. */
    public Optional<RowTable> score() {
        return score;
    }

    /** Return the weights, {@code [n][1]}; without, all examples count once. */
    public Optional<RowTable> weight() {
        return weight;
    }

    /** Return the identifier of the generator event behind an example. */
    public long origin(int example) {
        return origin.applyAsLong(example);
    }
}
