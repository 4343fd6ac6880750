package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.math.array.NpyTable;
import hep.aurum.math.array.NpyWriter;
import hep.aurum.math.array.RowTable;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * Keep labelled examples in a folder, under the names that MadMiner gives its files.
 *
 * <p>{@code x.npy} {@code [n][d]}, {@code theta0.npy} {@code [n][k]} and {@code y.npy} {@code [n]}; where they exist also
 * {@code theta1.npy} {@code [n][k]}, {@code r_xz.npy} {@code [n]}, {@code t_xz.npy} {@code [n][k]}, {@code weight.npy}
 * {@code [n]} and {@code origin.npy} {@code [n]}. All with the same suffix: {@code x_train.npy} has {@code _train}. Parameters
 * and features are named in {@code parameters.txt} and {@code features.txt}, which MadMiner does not write: for its folders
 * give them by {@link #withNames}. The examples are read where they lie and need not fit in memory. Immutable.
 *
 * <pre>{@code
 * LabelledSample training = LabelledFolder.of(Path.of("data/samples"))
 *         .withSuffix("_train")
 *         .withNames(space, List.of("pt_j1", "delta_phi_jj"))
 *         .open();
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1907.10621">Brehmer, Kling, Espejo, Cranmer: MadMiner</a>
 */
public final class LabelledFolder {

    private final TableFolder files;
    private final Optional<Names> names;

    private LabelledFolder(TableFolder files, Optional<Names> names) {
        this.files = files;
        this.names = names;
    }

    private record Names(ParameterSpace space, List<String> features) {}

    /** Return a folder whose files have no suffix. */
    public static LabelledFolder of(Path folder) {
        return new LabelledFolder(new TableFolder(folder, ""), Optional.empty());
    }

    /** Return this folder with files of another suffix, such as {@code _train}. */
    public LabelledFolder withSuffix(String suffix) {
        return new LabelledFolder(new TableFolder(files.folder(), suffix), names);
    }

    /** Return this folder with the names of parameters and features, for one that does not say them. */
    public LabelledFolder withNames(ParameterSpace space, List<String> features) {
        return new LabelledFolder(files, Optional.of(new Names(space, List.copyOf(features))));
    }

    /**
     * Open the examples; every number is looked at in constant memory.
     *
     * <p>A joint ratio is a ratio of densities and may be negative only where events have signed weights, so a negative one is
     * refused where there is no {@code weight.npy}.
     *
     * @throws BadInput if a file is missing or ragged, or holds a number that is not finite, a label that is neither 0 nor 1,
     *     or a negative ratio; names file, row and column
     */
    public LabelledSample open() {
        ParameterSpace space = names.isPresent() ? names.get().space : files.space();
        List<String> features = names.isPresent() ? names.get().features : files.featureNames();
        NpyTable x = files.open("x", -1, features);
        int n = x.rows();
        NpyTable y = files.open("y", n, List.of("y"));
        requireLabels(y);
        boolean points = space.size() > 0;
        RowTable theta0 = points ? files.open("theta0", n, space.names()) : LabelledSample.noColumns(n);
        Optional<RowTable> theta1 = optional(points, "theta1", n, space.names());
        Optional<RowTable> score = optional(points, "t_xz", n, space.names());
        Optional<RowTable> weight = optional(true, "weight", n, List.of("weight"));
        Optional<RowTable> ratio = optional(true, "r_xz", n, List.of("r_xz"));
        if (ratio.isPresent() && weight.isEmpty()) {
            requireNonNegative(ratio.get());
        }
        return LabelledSample.examined(space, features, x, theta0, y, theta1, ratio, score, weight, files.origins(n));
    }

    private Optional<RowTable> optional(boolean wanted, String table, int rows, List<String> columns) {
        return wanted && files.has(table) ? Optional.of(files.open(table, rows, columns)) : Optional.empty();
    }

    private void requireLabels(RowTable y) {
        for (int i = 0; i < y.rows(); i++) {
            if (y.get(i, 0) != 0 && y.get(i, 0) != 1) {
                throw files.bad("y", i, "0 (y)", y.get(i, 0) + ", expected 0 or 1");
            }
        }
    }

    private void requireNonNegative(RowTable ratio) {
        for (int i = 0; i < ratio.rows(); i++) {
            if (ratio.get(i, 0) < 0) {
                throw files.bad("r_xz", i, "0 (r_xz)", ratio.get(i, 0) + ", which without signed weights no ratio is");
            }
        }
    }

    /**
     * Write examples, in constant memory.
     *
     * @throws BadInput if one of the files exists, or cannot be written; nothing is left then
     */
    public void write(LabelledSample sample) {
        try (TableFolder.Draft draft = files.draft(sample.space(), sample.featureNames())) {
            copy(draft, "x", Optional.of(sample.x()));
            copy(draft, "y", Optional.of(sample.y()));
            copy(draft, "theta0", sample.space().size() == 0 ? Optional.empty() : Optional.of(sample.theta0()));
            copy(draft, "theta1", sample.theta1());
            copy(draft, "r_xz", sample.ratio());
            copy(draft, "t_xz", sample.score());
            copy(draft, "weight", sample.weight());
            origins(draft.longs("origin"), sample.size(), sample::origin);
            draft.finish();
        } catch (IOException e) {
            throw files.cannotWrite(e);
        }
    }

    private static void copy(TableFolder.Draft draft, String name, Optional<RowTable> table) throws IOException {
        if (table.isEmpty()) {
            return;
        }
        NpyWriter writer = draft.table(name, table.get().columns());
        double[] row = new double[table.get().columns()];
        for (int i = 0; i < table.get().rows(); i++) {
            for (int j = 0; j < row.length; j++) {
                row[j] = table.get().get(i, j);
            }
            writer.append(row);
        }
    }

    private static void origins(NpyWriter writer, int rows, IntToLongFunction origin) throws IOException {
        for (int i = 0; i < rows; i++) {
            writer.appendLong(origin.applyAsLong(i));
        }
    }
}
