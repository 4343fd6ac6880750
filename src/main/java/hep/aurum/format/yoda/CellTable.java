package hep.aurum.format.yoda;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Binned;
import hep.aurum.hist.Content;
import hep.aurum.hist.Counter;
import hep.aurum.hist.ErrorSource;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile2D;
import hep.aurum.source.text.NumberText;

/** Write the table of a block of version 3: lists of edges, then a row per cell, flow bins included. */
final class CellTable {

    private final NumberText out;

    CellTable(NumberText out) {
        this.out = out;
    }

    void write(Content content) {
        int axis = 1;
        for (Axis a : BlockWriter.axes(content)) {
            edges(axis++, a);
        }
        if (content instanceof Binned binned) {
            cells(binned);
        } else if (content instanceof Estimate estimate) {
            estimate(estimate);
        } else if (content instanceof Points points) {
            points(points);
        } else if (content instanceof Counter counter) {
            out.append("# sumW\tsumW2\tnumEntries\n");
            row(out, counter.sumW(), counter.sumW2(), counter.entries());
        }
    }

    private void edges(int number, Axis axis) {
        out.append("Edges(A").append(number).append("): [");
        for (int i = 0; i <= axis.bins(); i++) {
            out.append(i == 0 ? "" : ", ").append(axis.edge(i));
        }
        out.append("]\n");
    }

    private void cells(Binned binned) {
        out.append(header(binned));
        for (int cell = 0; cell < binned.cells(); cell++) {
            for (int c = 0; c < binned.columns(); c++) {
                number(out, binned.cellSum(c, cell)).append('\t');
            }
            row(out, binned.cellEntries(cell));
        }
    }

    private static String header(Binned binned) {
        if (binned instanceof Histogram1D) {
            return "# sumW\tsumW2\tsumW(A1)\tsumW2(A1)\tnumEntries\n";
        }
        String two = "# sumW\tsumW2\tsumW(A1)\tsumW2(A1)\tsumW(A2)\tsumW2(A2)\t";
        return binned instanceof Profile2D
                ? two + "sumW(A3)\tsumW2(A3)\tsumW(A1,A2)\tsumW(A1,A3)\tsumW(A2,A3)\tnumEntries\n"
                : two + "sumW(A1,A2)\tnumEntries\n";
    }

    private void estimate(Estimate estimate) {
        out.append("ErrorLabels: [");
        String separator = "";
        for (ErrorSource source : estimate.sources()) {
            String name = source.name().replace("\\", "\\\\").replace("\"", "\\\"");
            out.append(separator).append('"').append(name).append('"');
            separator = ", ";
        }
        out.append("]\n# value");
        for (int s = 1; s <= estimate.sources().size(); s++) {
            out.append("\terrDn(").append(s).append(")\terrUp(").append(s).append(")");
        }
        out.append('\n');
        for (int cell = 0; cell < estimate.cells(); cell++) {
            number(out, estimate.value(cell));
            for (ErrorSource source : estimate.sources()) {
                change(source.down(cell));
                change(source.up(cell));
            }
            out.append('\n');
        }
    }

    private void change(double value) {
        out.append('\t');
        if (Double.isNaN(value)) {
            out.append("---");
        } else {
            number(out, value);
        }
    }

    private void points(Points points) {
        out.append('#');
        for (int d = 1; d <= points.dimension(); d++) {
            out.append(d == 1 ? " val" : "\tval").append(d).append("\terr").append(d);
            out.append("-\terr").append(d).append('+');
        }
        out.append('\n');
        for (int i = 0; i < points.size(); i++) {
            point(out, points, i);
        }
    }

    static void point(NumberText out, Points points, int i) {
        for (int d = 0; d < points.dimension(); d++) {
            number(out.append(d == 0 ? "" : "\t"), points.value(i, d)).append('\t');
            number(out, points.minus(i, d)).append('\t');
            number(out, points.plus(i, d));
        }
        out.append('\n');
    }

    static void row(NumberText out, double... values) {
        for (int i = 0; i < values.length; i++) {
            number(out, values[i]).append(i + 1 < values.length ? '\t' : '\n');
        }
    }

    /** Append a number as C++ reads it. */
    static NumberText number(NumberText out, double value) {
        if (Double.isNaN(value)) {
            return out.append("nan");
        }
        return Double.isInfinite(value) ? out.append(value > 0 ? "inf" : "-inf") : out.append(value);
    }
}
