package hep.aurum.format.yoda;

import hep.aurum.base.NotSupported;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Binned;
import hep.aurum.hist.Content;
import hep.aurum.hist.Counter;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import hep.aurum.hist.Unread;
import hep.aurum.source.text.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Write an object as a block. */
final class BlockWriter {

    private static final String AXES = "xyzt";

    private final NumberText out;
    private final YodaVersion version;

    BlockWriter(NumberText out, YodaVersion version) {
        this.out = out;
        this.version = version;
    }

    /** Return the axes whose labels are annotations. */
    static List<Axis> axes(Content content) {
        if (content instanceof Binned binned) {
            return binned.axes();
        }
        return content instanceof Estimate e ? e.axes() : List.of();
    }

    void write(AnalysisObject object) {
        if (object.content() instanceof Unread unread && unread.format().equals("YODA")) {
            out.append(unread.text()).append('\n');
            return;
        }
        String type = type(object);
        String tag = "YODA_" + type.toUpperCase(Locale.ROOT) + "_" + version;
        out.append("BEGIN ").append(tag).append(' ').append(object.path()).append('\n');
        annotations(object, type);
        out.append("---\n");
        if (version == YodaVersion.V3) {
            new CellTable(out).write(object.content());
        } else {
            table(object.content());
        }
        out.append("END ").append(tag).append("\n\n");
    }

    private String type(AnalysisObject object) {
        Content content = object.content();
        if (content instanceof Counter) {
            return "Counter";
        }
        if (content instanceof Histogram1D) {
            return "Histo1D";
        }
        if (content instanceof Histogram2D) {
            return "Histo2D";
        }
        if (content instanceof Profile1D) {
            return "Profile1D";
        }
        if (content instanceof Profile2D) {
            return "Profile2D";
        }
        if (content instanceof Estimate estimate) {
            int dimension = estimate.axes().size();
            return version == YodaVersion.V3 ? "Estimate" + dimension + "D" : "Scatter" + (dimension + 1) + "D";
        }
        if (content instanceof Points points && points.dimension() <= (version == YodaVersion.V3 ? 4 : 3)) {
            return "Scatter" + points.dimension() + "D";
        }
        throw new NotSupported(
                object.path() + " is of the kind " + object.kind() + ", which YODA files do not have",
                "",
                "bin it, or write an AIDA file");
    }

    private void annotations(AnalysisObject object, String type) {
        Map<String, String> all = new TreeMap<>(object.annotations());
        all.put("Path", object.path());
        all.put("Title", object.content().title());
        all.put("Type", type);
        List<Axis> axes = axes(object.content());
        for (int d = 0; d < axes.size(); d++) {
            String label = axes.get(d).label();
            if (!label.isEmpty()) {
                all.put(BlockContent.LABELS.get(d), label);
            }
        }
        all.forEach((key, value) -> out.append(key.replaceAll("[:\\p{Cntrl}]", "_"))
                .append(": ")
                .append(YodaText.encoded(value))
                .append('\n'));
    }

    private void table(Content content) {
        if (content instanceof Binned binned) {
            binned(binned);
        } else if (content instanceof Estimate estimate) {
            points(estimate.points());
        } else if (content instanceof Points points) {
            points(points);
        } else if (content instanceof Counter counter) {
            out.append("# sumW\t sumW2\t numEntries\n");
            row(counter.sumW(), counter.sumW2(), counter.entries());
        }
    }

    private void binned(Binned binned) {
        String sums = sums(binned);
        int columns = sums.split("\t", -1).length;
        boolean isFlat = binned.axes().size() == 1;
        out.append("# ID\t ID\t ").append(sums).append("\t numEntries\n");
        out.append("Total   \tTotal   \t");
        fields(binned.totals(), columns);
        row(binned.totalEntries());
        if (isFlat) {
            // Of two variables these versions have no flow bins.
            out.append("Underflow\tUnderflow\t");
            cell(binned, 0, columns);
            out.append("Overflow\tOverflow\t");
            cell(binned, binned.cells() - 1, columns);
        }
        out.append("# xlow\t xhigh\t ").append(isFlat ? "" : "ylow\t yhigh\t ");
        out.append(sums).append("\t numEntries\n");
        Axis x = binned.axes().get(0);
        for (int i = 0; i < x.bins(); i++) {
            for (int j = 0; j < (isFlat ? 1 : binned.axes().get(1).bins()); j++) {
                edges(x, i);
                if (!isFlat) {
                    edges(binned.axes().get(1), j);
                }
                cell(binned, (isFlat ? 0 : j + 1) * (x.bins() + 2) + i + 1, columns);
            }
        }
    }

    /** Return the names of the sums that these versions keep: of profiles not all mixed moments. */
    private static String sums(Binned binned) {
        if (binned instanceof Histogram1D) {
            return "sumw\t sumw2\t sumwx\t sumwx2";
        }
        String two = "sumw\t sumw2\t sumwx\t sumwx2\t sumwy\t sumwy2";
        if (binned instanceof Profile1D) {
            return two;
        }
        return binned instanceof Histogram2D ? two + "\t sumwxy" : two + "\t sumwz\t sumwz2\t sumwxy";
    }

    private void edges(Axis axis, int bin) {
        fields(new double[] {axis.edge(bin), axis.edge(bin + 1)}, 2);
    }

    private void cell(Binned binned, int cell, int columns) {
        for (int c = 0; c < columns; c++) {
            CellTable.number(out, binned.cellSum(c, cell)).append('\t');
        }
        row(binned.cellEntries(cell));
    }

    private void points(Points points) {
        out.append('#');
        for (int d = 0; d < points.dimension(); d++) {
            char x = AXES.charAt(d);
            out.append(d == 0 ? " " : "\t ")
                    .append(x)
                    .append("val\t ")
                    .append(x)
                    .append("err-\t ");
            out.append(x).append("err+");
        }
        out.append('\n');
        for (int i = 0; i < points.size(); i++) {
            CellTable.point(out, points, i);
        }
    }

    private void fields(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            CellTable.number(out, values[i]).append('\t');
        }
    }

    private void row(double... values) {
        CellTable.row(out, values);
    }
}
