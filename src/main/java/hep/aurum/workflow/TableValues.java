package hep.aurum.workflow;

import hep.aurum.base.NotSupported;
import hep.aurum.workflow.study.HistogramStudy;

/** Read the values of a column of a table. */
final class TableValues {

    private TableValues() {}

    static double[] of(HistogramStudy.Content content) {
        throw new NotSupported("cannot read the column " + content.column() + " of " + content.file(), "", "");
    }
}
