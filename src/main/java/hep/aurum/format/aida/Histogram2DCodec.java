package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Translate {@code histogram2d}. */
final class Histogram2DCodec {

    private static final List<String> KEYS =
            List.of("aurum.sumW2", "aurum.sumWX", "aurum.sumWX2", "aurum.sumWY", "aurum.sumWY2", "aurum.sumWXY");

    private Histogram2DCodec() {}

    static AidaElement encode(String path, String name, Histogram2D h, List<AidaElement> annotations) {
        List<AidaElement> items = new ArrayList<>();
        items.add(Codec.item("Title", h.title()));
        items.addAll(annotations);
        Codec.annotateAxis(items, h.xAxis(), "x");
        Codec.annotateAxis(items, h.yAxis(), "y");
        AidaElement plain = element(path, name, h, items);
        if (decode(plain).equals(h)) {
            return plain;
        }
        double[][] sums = sums(h);
        int nx = h.xAxis().bins() + 2;
        double[] entries = new double[sums[0].length];
        Arrays.setAll(entries, cell -> h.numEntries(cell % nx - 1, cell / nx - 1));
        Codec.annotateFills(items, entries, h.hasStatedTotal(), Codec.total(h.totalEntries(), h.totals()));
        for (int c = 0; c < KEYS.size(); c++) {
            items.add(Codec.item(KEYS.get(c), Codec.join(sums[c])));
        }
        return element(path, name, h, items);
    }

    private static double[][] sums(Histogram2D h) {
        int nx = h.xAxis().bins() + 2;
        int ny = h.yAxis().bins() + 2;
        double[][] sums = new double[KEYS.size()][nx * ny];
        for (int cell = 0; cell < nx * ny; cell++) {
            int i = cell % nx - 1;
            int j = cell / nx - 1;
            sums[0][cell] = h.sumW2(i, j);
            sums[1][cell] = h.sumWX(i, j);
            sums[2][cell] = h.sumWX2(i, j);
            sums[3][cell] = h.sumWY(i, j);
            sums[4][cell] = h.sumWY2(i, j);
            sums[5][cell] = h.sumWXY(i, j);
        }
        return sums;
    }

    private static AidaElement element(String path, String name, Histogram2D h, List<AidaElement> items) {
        AidaElement statistics = AidaElement.leaf("statistics", "entries", Long.toString(h.entries()))
                .with(List.of(statistic("x", h.meanX(), h.rmsX()), statistic("y", h.meanY(), h.rmsY())));
        return AidaElement.leaf("histogram2d", "name", name, "path", path, "title", h.title())
                .with(List.of(
                        AidaElement.leaf("annotation").with(items),
                        Codec.encodeAxis(h.xAxis(), "x"),
                        Codec.encodeAxis(h.yAxis(), "y"),
                        statistics,
                        data(h)));
    }

    static AidaElement statistic(String direction, double mean, double rms) {
        return AidaElement.leaf(
                "statistic", "direction", direction, "mean", Codec.number(mean), "rms", Codec.number(rms));
    }

    private static AidaElement data(Histogram2D h) {
        List<AidaElement> filled = new ArrayList<>();
        for (int j = -1; j <= h.yAxis().bins(); j++) {
            for (int i = -1; i <= h.xAxis().bins(); i++) {
                if (h.entries(i, j) > 0 || h.height(i, j) != 0 || h.sumW2(i, j) != 0) {
                    filled.add(bin(h, i, j));
                }
            }
        }
        return AidaElement.leaf("data2d").with(filled);
    }

    private static AidaElement bin(Histogram2D h, int i, int j) {
        double w = h.height(i, j);
        double meanX = w == 0 ? 0 : h.sumWX(i, j) / w;
        double meanY = w == 0 ? 0 : h.sumWY(i, j) / w;
        return AidaElement.leaf(
                "bin2d",
                "binNumX",
                Codec.binNumber(i, h.xAxis().bins()),
                "binNumY",
                Codec.binNumber(j, h.yAxis().bins()),
                "entries",
                Codec.fills(h.entries(i, j)),
                "height",
                Codec.number(w),
                "error",
                Codec.number(h.error(i, j)),
                "weightedMeanX",
                Codec.number(meanX),
                "weightedMeanY",
                Codec.number(meanY),
                "weightedRmsX",
                Codec.number(Codec.spread(w, meanX, h.sumWX2(i, j))),
                "weightedRmsY",
                Codec.number(Codec.spread(w, meanY, h.sumWY2(i, j))));
    }

    static Histogram2D decode(AidaElement object) {
        Axis x = Codec.decodeAxis(object, "x");
        Axis y = Codec.decodeAxis(object, "y");
        int nx = x.bins() + 2;
        long cells = nx * (y.bins() + 2L);
        if (cells > Histogram2D.MAX_CELLS) {
            throw new BadInput(cells + " cells, expected at most " + Histogram2D.MAX_CELLS, object.toString(), "");
        }
        double[] entries = new double[(int) cells];
        double[][] sums = new double[7][(int) cells];
        for (AidaElement bin : object.require("data2d").all("bin2d")) {
            int cellX = Codec.cell(bin, "binNumX", x.bins());
            int cellY = Codec.cell(bin, "binNumY", y.bins());
            int cell = cellY * nx + cellX;
            entries[cell] = bin.count("entries", 0);
            decode(bin, Codec.position(x, cellX), Codec.position(y, cellY), entries[cell], sums, cell);
        }
        String title = object.text("title", "");
        return exact(object, title, x, y, entries, sums[0]).orElseGet(() -> of(title, x, y, entries, sums));
    }

    private static void decode(AidaElement bin, double x, double y, double entries, double[][] sums, int cell) {
        double meanX = bin.number("weightedMeanX", x);
        double meanY = bin.number("weightedMeanY", y);
        double rmsX = bin.number("weightedRmsX", 0);
        double rmsY = bin.number("weightedRmsY", 0);
        double w = bin.number("height", entries);
        double error = bin.number("error", Math.sqrt(Math.abs(w)));
        sums[0][cell] = w;
        sums[1][cell] = error * error;
        sums[2][cell] = w * meanX;
        sums[3][cell] = w * (rmsX * rmsX + meanX * meanX);
        sums[4][cell] = w * meanY;
        sums[5][cell] = w * (rmsY * rmsY + meanY * meanY);
        // AIDA has no mixed moment: without correlation inside a bin it is the product of the means.
        sums[6][cell] = w * meanX * meanY;
    }

    private static Optional<Histogram2D> exact(
            AidaElement object, String title, Axis x, Axis y, double[] entries, double[] w) {
        double[][] sums = new double[7][];
        sums[0] = w;
        for (int c = 0; c < KEYS.size(); c++) {
            Optional<double[]> column = Codec.sums(object, KEYS.get(c), w.length);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            sums[c + 1] = column.get();
        }
        Histogram2D cells = of(title, x, y, Codec.entries(object, entries), sums);
        Histogram2D h = Codec.total(object, 7)
                .map(total -> cells.withTotal(total[0], Codec.tail(total)))
                .orElse(cells);
        return Optional.of(h).filter(it -> data(it).equals(object.require("data2d")));
    }

    private static Histogram2D of(String title, Axis x, Axis y, double[] entries, double[][] sums) {
        try {
            return Histogram2D.of(title, x, y, entries, sums);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    "the histogram \"" + title + "\" has impossible bins", String.valueOf(e.getMessage()), "");
        }
    }
}
