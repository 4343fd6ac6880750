package hep.aurum.event.table;

/** Point to one row of a batch; valid as long as the batch. */
public record TableRow(TableBatch batch, int row) {

    /** Return how many values the row has in a column of the batch. */
    public int count(int column) {
        return batch.column(column).count(row);
    }

    /** Return a number of the row: value {@code item} of a column of the batch. */
    public double real(int column, int item) {
        ColumnData data = batch.column(column);
        return data.real(data.start(row) + item);
    }

    /** Return an integer of the row: value {@code item} of a column of the batch. */
    public long integer(int column, int item) {
        ColumnData data = batch.column(column);
        return data.integer(data.start(row) + item);
    }
}
