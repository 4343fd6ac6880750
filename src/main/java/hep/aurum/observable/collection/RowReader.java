package hep.aurum.observable.collection;

import hep.aurum.event.Event;
import hep.aurum.event.table.TableRow;
import hep.aurum.observable.object.Reconstruction;
import hep.aurum.observable.object.RowView;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turn rows of a table, of which some columns are read, into reconstructed events. */
public final class RowReader {

    private final List<String> columns;
    private final int[] positions;
    private final ObjectCollection[] collections;
    private final @Nullable Member[] charges;

    private RowReader(List<String> columns, int[] positions, Requirements requirements) {
        this.columns = columns;
        this.positions = positions;
        this.collections = requirements.collections().toArray(new ObjectCollection[0]);
        this.charges = new Member[collections.length];
        for (int i = 0; i < collections.length; i++) {
            charges[i] = requirements.charges().contains(collections[i]) ? collections[i].member("charge") : null;
        }
    }

    /**
     * Return a reader of what is required and no more.
     *
     * @param layout what the columns mean
     * @param requirements of everything that is asked of the rows
     */
    public static RowReader of(TableLayout layout, Requirements requirements) {
        Set<Integer> read = new TreeSet<>(requirements.columns());
        requirements.collections().forEach(collection -> read.addAll(collection.momentumColumns()));
        for (ObjectCollection collection : requirements.charges()) {
            Member charge = collection.member("charge");
            if (charge != null) {
                Arrays.stream(charge.columns()).forEach(read::add);
            }
        }
        int[] positions = new int[layout.columnCount()];
        Arrays.fill(positions, -1);
        int next = 0;
        for (int column : read) {
            positions[column] = next++;
        }
        return new RowReader(read.stream().map(i -> layout.column(i).name()).toList(), positions, requirements);
    }

    /**
     * Return a reader of the same rows that builds fewer objects.
     *
     * @param fewer some of what this reader was made for
     */
    public RowReader only(Requirements fewer) {
        return new RowReader(columns, positions, fewer);
    }

    /** Return the columns that must be read, in the order in which {@link #reconstruct} expects them. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Return the objects of a row.
     *
     * @param event made of a row of these columns
     * @throws hep.aurum.base.BadInput if a momentum is not finite, or the columns of a collection differ in length
     * @throws IllegalArgumentException if the event is made of particles
     */
    public Reconstruction reconstruct(Event event) {
        TableRow row = event.row();
        if (row == null) {
            throw new IllegalArgumentException("event " + event.number() + " is no row of a table");
        }
        return reconstruct(event.number(), row);
    }

    /** Return the objects of a row; see {@link #reconstruct(Event)}. */
    public Reconstruction reconstruct(long eventNumber, TableRow row) {
        RowView view = new RowView(row, positions);
        Reconstruction.Builder event = Reconstruction.builder(eventNumber).of(view);
        for (int i = 0; i < collections.length; i++) {
            collections[i].read(view, event, eventNumber, charges[i]);
        }
        return event.build();
    }
}
