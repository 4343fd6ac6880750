package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import hep.aurum.source.TableSources;
import hep.aurum.workflow.study.HistogramStudy;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Read the values of a column of a table. */
final class TableValues {

    private TableValues() {}

    /**
     * Hand out the values of a column, in order.
     *
     * @throws BadInput if the column holds text, or a value is not a number
     */
    static void forEach(HistogramStudy.Content content, DoubleConsumer taker) {
        TableSource table = content.table().isEmpty()
                ? TableSources.open(content.file())
                : TableSources.open(content.file(), content.table());
        try (TableCursor rows = table.open(List.of(content.column()))) {
            for (TableBatch batch = rows.next(); batch != null; batch = rows.next()) {
                ColumnData values = batch.column(0);
                if (values.column().type() == ColumnType.TEXT) {
                    throw new BadInput(
                            "the column \"" + content.column() + "\" of " + content.file() + " holds text",
                            "",
                            "name a column of numbers");
                }
                for (int i = 0; i < values.start(batch.rows()); i++) {
                    taker.accept(number(values.real(i), content, batch));
                }
            }
        }
    }

    private static double number(double value, HistogramStudy.Content content, TableBatch batch) {
        if (Double.isNaN(value)) {
            throw new BadInput(
                    "the column \"" + content.column() + "\" of " + content.file()
                            + " has a value that is not a number",
                    "among the " + batch.rows() + " rows from row " + (batch.first() + 1),
                    "remove or mend the row");
        }
        return value;
    }
}
