package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.math.array.NpyTable;
import hep.aurum.math.array.NpyWriter;
import hep.aurum.math.array.RowTable;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Leave weighted events on disk, as many as there may be, and label them at any θ as an {@link EventSample} does.
 *
 * <p>A folder holds {@code x.npy} {@code [n][d]}, {@code coefficients.npy} {@code [n][m]} in pb, {@code monomials.npy} with
 * the powers {@code [m][k]}, {@code origin.npy} {@code [n]} (without it every event is a generator event of its own), and the
 * names in {@code features.txt} and {@code parameters.txt}. Training on it gives the bits of training on the same events in
 * memory. Weights at benchmarks become coefficients by {@link hep.aurum.param.Morphing#coefficients}.
 *
 * <pre>{@code
 * try (StoredEvents.Writer writer = StoredEvents.writer(folder, space, featureNames, basis)) {
 *     for (Path file : files) {
 *         writer.append(read(file));
 *     }
 *     writer.finish();
 * }
 * StoredEvents events = StoredEvents.open(folder);
 * }</pre>
 *
 * <p>Immutable; any number of threads may read. Processes are not kept.
 */
public final class StoredEvents implements MinedEvents {

    private static final String X = "x";
    private static final String COEFFICIENTS = "coefficients";
    private static final String ORIGIN = "origin";
    private static final String MONOMIALS = "monomials";

    private final ParameterSpace space;
    private final List<String> featureNames;
    private final MonomialBasis basis;
    private final RowTable x;
    private final RowTable coefficients;
    private final double[] total;
    private final IntToLongFunction origin;

    private StoredEvents(
            ParameterSpace space,
            List<String> featureNames,
            MonomialBasis basis,
            RowTable x,
            RowTable coefficients,
            double[] total,
            IntToLongFunction origin) {
        this.space = space;
        this.featureNames = featureNames;
        this.basis = basis;
        this.x = x;
        this.coefficients = coefficients;
        this.total = total;
        this.origin = origin;
    }

    /**
     * Open a folder; every number is looked at once, in constant memory.
     *
     * @throws BadInput if a file is missing or ragged, or holds a number that is not finite; names file, row and column
     */
    public static StoredEvents open(Path folder) {
        TableFolder files = new TableFolder(folder, "");
        ParameterSpace space = files.space();
        List<String> names = List.copyOf(files.featureNames());
        MonomialBasis basis = basis(files, space);
        NpyTable x = files.open(X, -1, names);
        NpyTable coefficients = files.openUnseen(COEFFICIENTS, x.rows(), basis.size());
        IntToLongFunction origin = files.origins(x.rows());
        double[] total = PolynomialLabeller.total(
                coefficients, origin, files.path(COEFFICIENTS).toString());
        return new StoredEvents(space, names, basis, x, coefficients, total, origin);
    }

    private static MonomialBasis basis(TableFolder files, ParameterSpace space) {
        NpyTable table = files.open(MONOMIALS, -1, space.names());
        int[][] powers = new int[table.rows()][table.columns()];
        for (int j = 0; j < powers.length; j++) {
            for (int i = 0; i < powers[j].length; i++) {
                powers[j][i] = (int) table.get(j, i);
                if (powers[j][i] < 0 || powers[j][i] != table.get(j, i)) {
                    throw files.bad(MONOMIALS, j, Integer.toString(i), table.get(j, i) + ", expected a power");
                }
            }
        }
        try {
            return MonomialBasis.of(space.size(), powers);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    MONOMIALS + ".npy: " + e.getMessage(), files.path(MONOMIALS).toString(), "give each of them once");
        }
    }

    /**
     * Write a sample.
     *
     * @throws BadInput if the folder holds events already, or cannot be written to; nothing is left then
     */
    public static void write(EventSample sample, Path folder) {
        try (Writer writer = writer(folder, sample.space(), sample.featureNames(), sample.basis())) {
            writer.append(sample);
            writer.finish();
        }
    }

    /**
     * Begin to write a folder of events that are never in memory all at once.
     *
     * @throws BadInput if the folder holds events already, or cannot be written to
     */
    public static Writer writer(Path folder, ParameterSpace space, List<String> featureNames, MonomialBasis basis) {
        Check.argument(space.size() >= 1, "events without parameters have no labels");
        Check.length("the powers of a monomial", basis.parameters(), space.size());
        return new Writer(new TableFolder(folder, ""), space, List.copyOf(featureNames), basis);
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public List<String> featureNames() {
        return featureNames;
    }

    /** Return the monomials of the event weights. */
    public MonomialBasis basis() {
        return basis;
    }

    @Override
    public int size() {
        return x.rows();
    }

    @Override
    public double feature(int event, int index) {
        return x.get(event, index);
    }

    /** Return the coefficient of a monomial in an event's weight, in pb. */
    public double coefficient(int event, int monomial) {
        return coefficients.get(event, monomial);
    }

    @Override
    public long origin(int event) {
        return origin.applyAsLong(event);
    }

    @Override
    public Labeller labeller() {
        return new PolynomialLabeller(space, basis, coefficients, total);
    }

    /** Write events one after the other; closed before it is finished, nothing is left. For one thread. */
    public static final class Writer implements AutoCloseable {

        private final TableFolder files;
        private final ParameterSpace space;
        private final List<String> featureNames;
        private final MonomialBasis basis;
        private final TableFolder.Draft draft;
        private final NpyWriter x;
        private final NpyWriter coefficients;
        private final NpyWriter origins;

        private Writer(TableFolder files, ParameterSpace space, List<String> featureNames, MonomialBasis basis) {
            this.files = files;
            this.space = space;
            this.featureNames = featureNames;
            this.basis = basis;
            try {
                this.draft = files.draft(space, featureNames);
                draft.requireNew(X, COEFFICIENTS, ORIGIN, MONOMIALS);
                this.x = draft.table(X, featureNames.size());
                this.coefficients = draft.table(COEFFICIENTS, basis.size());
                this.origins = draft.longs(ORIGIN);
                NpyWriter monomials = draft.table(MONOMIALS, space.size());
                for (int j = 0; j < basis.size(); j++) {
                    double[] powers = new double[space.size()];
                    for (int i = 0; i < powers.length; i++) {
                        powers[i] = basis.exponent(j, i);
                    }
                    monomials.append(powers);
                }
            } catch (IOException e) {
                throw files.cannotWrite(e);
            }
        }

        /**
         * Append an event; copies of one generator event follow each other.
         *
         * @param features {@code [d]}, finite
         * @param weight {@code [m]}, coefficients in pb, finite
         * @param origin an identifier of the generator event
         */
        public void append(double[] features, double[] weight, long origin) {
            requireFinite("feature", features, origin);
            requireFinite("coefficient", weight, origin);
            try {
                x.append(features);
                coefficients.append(weight);
                origins.appendLong(origin);
            } catch (IOException e) {
                throw files.cannotWrite(e);
            }
        }

        private static void requireFinite(String what, double[] values, long origin) {
            for (int j = 0; j < values.length; j++) {
                if (!Double.isFinite(values[j])) {
                    throw new BadInput(
                            what + " " + j + " of generator event " + origin + " is " + values[j],
                            "events to write",
                            "cut such events before");
                }
            }
        }

        /** Append the events of a sample of the same parameters, features and monomials. */
        public void append(EventSample sample) {
            Check.argument(sample.space().equals(space), "the events to append have other parameters");
            Check.argument(sample.featureNames().equals(featureNames), "the events to append have other features");
            Check.argument(sample.basis().equals(basis), "the events to append have other monomials");
            double[] features = new double[featureNames.size()];
            double[] weight = new double[basis.size()];
            for (int i = 0; i < sample.size(); i++) {
                sample.features(i, features);
                for (int j = 0; j < weight.length; j++) {
                    weight[j] = sample.coefficient(i, j);
                }
                append(features, weight, sample.origin(i));
            }
        }

        /** Move the finished files into place. */
        public void finish() {
            try {
                draft.finish();
            } catch (IOException e) {
                throw files.cannotWrite(e);
            }
        }

        @Override
        public void close() {
            try {
                draft.close();
            } catch (IOException e) {
                throw files.cannotWrite(e);
            }
        }
    }
}
