package hep.aurum.format.yoda;

import hep.aurum.base.NotSupported;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Content;
import hep.aurum.hist.Counter;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Unread;
import hep.aurum.source.text.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

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
        if (content instanceof Histogram1D h) {
            return List.of(h.axis());
        }
        if (content instanceof Profile1D p) {
            return List.of(p.axis());
        }
        if (content instanceof Histogram2D h) {
            return List.of(h.xAxis(), h.yAxis());
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
        if (content instanceof Histogram1D h) {
            out.append("# ID\t ID\t sumw\t sumw2\t sumwx\t sumwx2\t numEntries\n");
            named(h.axis().bins(), h.totals(), 4, h.totalEntries(), cell -> sums(h, cell));
            out.append("# xlow\t xhigh\t sumw\t sumw2\t sumwx\t sumwx2\t numEntries\n");
            binned(h.axis(), cell -> sums(h, cell));
        } else if (content instanceof Profile1D p) {
            out.append("# ID\t ID\t sumw\t sumw2\t sumwx\t sumwx2\t sumwy\t sumwy2\t numEntries\n");
            named(p.axis().bins(), p.totals(), 6, p.totalEntries(), cell -> sums(p, cell));
            out.append("# xlow\t xhigh\t sumw\t sumw2\t sumwx\t sumwx2\t sumwy\t sumwy2\t numEntries\n");
            binned(p.axis(), cell -> sums(p, cell));
        } else if (content instanceof Histogram2D h) {
            plane(h);
        } else if (content instanceof Estimate estimate) {
            points(estimate.points());
        } else if (content instanceof Points points) {
            points(points);
        } else if (content instanceof Counter counter) {
            out.append("# sumW\t sumW2\t numEntries\n");
            row(counter.sumW(), counter.sumW2(), counter.entries());
        }
    }

    private void sums(Histogram1D h, int i) {
        row(h.height(i), h.sumW2(i), h.sumWX(i), h.sumWX2(i), h.numEntries(i));
    }

    private void sums(Profile1D p, int i) {
        row(p.sumW(i), p.sumW2(i), p.sumWX(i), p.sumWX2(i), p.sumWY(i), p.sumWY2(i), p.numEntries(i));
    }

    private void named(int bins, double[] totals, int columns, double entries, IntConsumer cell) {
        out.append("Total   \tTotal   \t");
        fields(totals, columns);
        row(entries);
        out.append("Underflow\tUnderflow\t");
        cell.accept(-1);
        out.append("Overflow\tOverflow\t");
        cell.accept(bins);
    }

    private void binned(Axis axis, IntConsumer cell) {
        for (int i = 0; i < axis.bins(); i++) {
            fields(new double[] {axis.edge(i), axis.edge(i + 1)}, 2);
            cell.accept(i);
        }
    }

    private void plane(Histogram2D h) {
        String columns = "sumw\t sumw2\t sumwx\t sumwx2\t sumwy\t sumwy2\t sumwxy\t numEntries\n";
        out.append("# ID\t ID\t ").append(columns);
        out.append("Total   \tTotal   \t");
        fields(h.totals(), 7);
        row(h.totalEntries());
        out.append("# xlow\t xhigh\t ylow\t yhigh\t ").append(columns);
        for (int i = 0; i < h.xAxis().bins(); i++) {
            for (int j = 0; j < h.yAxis().bins(); j++) {
                row(
                        h.xAxis().edge(i),
                        h.xAxis().edge(i + 1),
                        h.yAxis().edge(j),
                        h.yAxis().edge(j + 1),
                        h.height(i, j),
                        h.sumW2(i, j),
                        h.sumWX(i, j),
                        h.sumWX2(i, j),
                        h.sumWY(i, j),
                        h.sumWY2(i, j),
                        h.sumWXY(i, j),
                        h.numEntries(i, j));
            }
        }
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
