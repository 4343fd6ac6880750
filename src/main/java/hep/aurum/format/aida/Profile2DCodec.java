package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Profile2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Translate {@code profile2d}; its bins say nothing of the weights, which the annotation keeps.
 *
 * <p>JAIDA takes {@code rms} of a bin for the spread of the mean's variable, unless there is a {@code weightedRmsX}: so there
 * is none.
 */
final class Profile2DCodec {

    private static final List<String> KEYS = List.of(
            "aurum.sumW",
            "aurum.sumW2",
            "aurum.sumWX",
            "aurum.sumWX2",
            "aurum.sumWY",
            "aurum.sumWY2",
            "aurum.sumWZ",
            "aurum.sumWZ2",
            "aurum.sumWXY",
            "aurum.sumWXZ",
            "aurum.sumWYZ");

    /** The sums without the mixed moments of z. */
    private static final int PLAIN = 9;

    private Profile2DCodec() {}

    static AidaElement encode(String path, String name, Profile2D p, List<AidaElement> annotations) {
        List<AidaElement> items = new ArrayList<>();
        items.add(Codec.item("Title", p.title()));
        items.addAll(annotations);
        Codec.annotateAxis(items, p.xAxis(), "x");
        Codec.annotateAxis(items, p.yAxis(), "y");
        AidaElement plain = element(path, name, p, items);
        if (decode(plain).equals(p)) {
            return plain;
        }
        double[] column = new double[p.cells()];
        Arrays.setAll(column, p::cellEntries);
        Codec.annotateFills(items, column, p.hasStatedTotal(), Codec.total(p.totalEntries(), p.totals()));
        for (int c = 0; c < KEYS.size(); c++) {
            int moment = c;
            Arrays.setAll(column, cell -> p.cellSum(moment, cell));
            items.add(Codec.item(KEYS.get(c), Codec.join(column)));
        }
        return element(path, name, p, items);
    }

    private static AidaElement element(String path, String name, Profile2D p, List<AidaElement> items) {
        AidaElement statistics = AidaElement.leaf("statistics", "entries", Long.toString(p.entries()))
                .with(List.of(
                        Histogram2DCodec.statistic("x", p.meanX(), p.rmsX()),
                        Histogram2DCodec.statistic("y", p.meanY(), p.rmsY())));
        return AidaElement.leaf("profile2d", "name", name, "path", path, "title", p.title())
                .with(List.of(
                        AidaElement.leaf("annotation").with(items),
                        Codec.encodeAxis(p.xAxis(), "x"),
                        Codec.encodeAxis(p.yAxis(), "y"),
                        statistics,
                        data(p)));
    }

    private static AidaElement data(Profile2D p) {
        List<AidaElement> filled = new ArrayList<>();
        for (int j = -1; j <= p.yAxis().bins(); j++) {
            for (int i = -1; i <= p.xAxis().bins(); i++) {
                if (p.entries(i, j) > 0) {
                    filled.add(bin(p, i, j));
                }
            }
        }
        return AidaElement.leaf("data2d").with(filled);
    }

    private static AidaElement bin(Profile2D p, int i, int j) {
        return AidaElement.leaf(
                "bin2d",
                "binNumX",
                Codec.binNumber(i, p.xAxis().bins()),
                "binNumY",
                Codec.binNumber(j, p.yAxis().bins()),
                "entries",
                Codec.fills(p.entries(i, j)),
                "height",
                Codec.number(p.height(i, j)),
                "error",
                Codec.number(p.error(i, j)),
                "rms",
                Codec.number(p.spread(i, j)),
                "weightedMeanX",
                Codec.number(p.binMeanX(i, j)),
                "weightedMeanY",
                Codec.number(p.binMeanY(i, j)));
    }

    static Profile2D decode(AidaElement object) {
        Axis x = Codec.decodeAxis(object, "x");
        Axis y = Codec.decodeAxis(object, "y");
        int nx = x.bins() + 2;
        long cells = nx * (y.bins() + 2L);
        if (cells > Histogram2D.MAX_CELLS) {
            throw new BadInput(cells + " cells, expected at most " + Histogram2D.MAX_CELLS, object.toString(), "");
        }
        double[] entries = new double[(int) cells];
        double[][] sums = new double[PLAIN][(int) cells];
        for (AidaElement bin : object.require("data2d").all("bin2d")) {
            int cellX = Codec.cell(bin, "binNumX", x.bins());
            int cellY = Codec.cell(bin, "binNumY", y.bins());
            int cell = cellY * nx + cellX;
            entries[cell] = bin.count("entries", 0);
            decode(bin, Codec.position(x, cellX), Codec.position(y, cellY), entries[cell], sums, cell);
        }
        String title = object.text("title", "");
        return exact(object, title, x, y, entries).orElseGet(() -> of(title, x, y, entries, sums));
    }

    private static void decode(AidaElement bin, double x, double y, double entries, double[][] sums, int cell) {
        double meanX = bin.number("weightedMeanX", x);
        double meanY = bin.number("weightedMeanY", y);
        double z = bin.number("height", 0);
        double spread = bin.number("weightedRmsX", bin.number("rms", 0));
        double[] moments = {
            entries,
            entries,
            entries * meanX,
            entries * meanX * meanX,
            entries * meanY,
            entries * meanY * meanY,
            entries * z,
            entries * (spread * spread + z * z),
            entries * meanX * meanY
        };
        for (int c = 0; c < PLAIN; c++) {
            sums[c][cell] = moments[c];
        }
    }

    /** Take the sums of the annotation, unless somebody has changed the bins since. */
    private static Optional<Profile2D> exact(AidaElement object, String title, Axis x, Axis y, double[] entries) {
        double[][] sums = new double[KEYS.size()][];
        for (int c = 0; c < KEYS.size(); c++) {
            Optional<double[]> column = Codec.sums(object, KEYS.get(c), entries.length);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            sums[c] = column.get();
        }
        Profile2D bins = of(title, x, y, Codec.entries(object, entries), sums);
        Profile2D p = Codec.total(object, KEYS.size())
                .map(total -> bins.withTotal(total[0], Codec.tail(total)))
                .orElse(bins);
        return Optional.of(p).filter(it -> data(it).equals(object.require("data2d")));
    }

    private static Profile2D of(String title, Axis x, Axis y, double[] entries, double[][] sums) {
        try {
            return Profile2D.of(title, x, y, entries, sums);
        } catch (IllegalArgumentException e) {
            throw new BadInput("the profile \"" + title + "\" has impossible bins", String.valueOf(e.getMessage()), "");
        }
    }
}
