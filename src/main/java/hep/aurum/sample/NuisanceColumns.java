package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.param.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collect nuisances from the named weights of events, as they are read.
 *
 * <p>Example, beside a {@link SampleBuilder} and for the same selected events in the same order:
 *
 * <pre>{@code
 * NuisanceColumns columns = NuisanceColumns.of(header.weightNames(), "sm");
 * columns.upDown(NuisanceWeights.nuisance("muR"), "muR_up", "muR_down");
 * columns.up(NuisanceWeights.nuisance("pdf_7"), "pdf_7");
 * for (Event e = cursor.next(); e != null; e = cursor.next()) {
 *     if (selection.accepts(e, x)) {
 *         builder.add(e.number(), e.weight(), benchmarkWeights, 1, x);
 *         columns.add(weights);
 *     }
 * }
 * SystematicEvents events = SystematicEvents.of(builder.build(scale), columns.build());
 * }</pre>
 *
 * <p>The varied weights are of the theory at which the nominal column is; the quotient is taken to be the same at every θ,
 * which is right for what the hard process knows nothing of. Not for use by several threads.
 */
public final class NuisanceColumns {

    private final List<String> names;
    private final List<Variation> variations = new ArrayList<>();

    /** The columns that are kept: the nominal one first. */
    private int[] kept;

    private double[][] columns;
    private int size;

    /** One nuisance and its columns; {@code down} is −1 where there is none. */
    private record Variation(Parameter nuisance, int up, int down) {}

    private NuisanceColumns(List<String> names, int nominal) {
        this.names = names;
        this.kept = new int[] {nominal};
        this.columns = new double[1][0];
    }

    /**
     * Start without nuisances.
     *
     * @param names of the events' weights, in the order in which {@link #add} takes them
     * @param nominal the name of the one that all others are varied from
     * @throws NotFound if there is none of that name
     */
    public static NuisanceColumns of(List<String> names, String nominal) {
        List<String> copy = List.copyOf(names);
        return new NuisanceColumns(copy, indexOf(copy, nominal));
    }

    /**
     * Take note of a nuisance known to both sides.
     *
     * @throws NotFound if a name is not known
     */
    public void upDown(Parameter nuisance, String up, String down) {
        variations.add(new Variation(nuisance, keep(indexOf(names, up)), keep(indexOf(names, down))));
    }

    /**
     * Take note of a nuisance known upwards only.
     *
     * @throws NotFound if the name is not known
     */
    public void up(Parameter nuisance, String up) {
        variations.add(new Variation(nuisance, keep(indexOf(names, up)), -1));
    }

    private int keep(int column) {
        Check.argument(size == 0, "nuisances are declared before the first event");
        kept = Arrays.copyOf(kept, kept.length + 1);
        kept[kept.length - 1] = column;
        columns = new double[kept.length][0];
        return kept.length - 1;
    }

    private static int indexOf(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new NotFound("no weight is named \"" + name + "\"", "", Names.suggest(name, names));
        }
        return index;
    }

    /**
     * Take in the weights of a selected event; of a smeared copy, those of its event once more.
     *
     * @param weights one for each name
     */
    public void add(double[] weights) {
        Check.length("weights", weights.length, names.size());
        for (int c = 0; c < columns.length; c++) {
            if (size == columns[c].length) {
                columns[c] = Arrays.copyOf(columns[c], Math.max(1024, size + size / 2));
            }
            columns[c][size] = weights[kept[c]];
        }
        size++;
    }

    /**
     * Return the nuisances of the events taken in.
     *
     * @throws BadInput if a quotient of an event's weights is not finite and positive
     */
    public NuisanceWeights build() {
        double[] base = column(0);
        NuisanceWeights weights = NuisanceWeights.none(size);
        for (Variation v : variations) {
            weights = v.down() < 0
                    ? weights.withUp(v.nuisance(), column(v.up()), base)
                    : weights.withUpDown(v.nuisance(), column(v.up()), base, column(v.down()));
        }
        return weights;
    }

    private double[] column(int index) {
        return Arrays.copyOf(columns[index], size);
    }
}
