package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Translate {@code histogram1d}. */
final class Histogram1DCodec {

    private static final String SUM_W2 = "aurum.sumW2";
    private static final String SUM_WX = "aurum.sumWX";
    private static final String SUM_WX2 = "aurum.sumWX2";

    private Histogram1DCodec() {}

    static AidaElement encode(String path, String name, Histogram1D h, List<AidaElement> annotations) {
        List<AidaElement> items = new ArrayList<>();
        items.add(Codec.item("Title", h.title()));
        items.addAll(annotations);
        Codec.annotateAxis(items, h.axis(), "x");
        AidaElement plain = element(path, name, h, items);
        if (decode(plain).equals(h)) {
            return plain;
        }
        int cells = h.axis().bins() + 2;
        double[] w2 = new double[cells];
        double[] wx = new double[cells];
        double[] wx2 = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            w2[cell] = h.sumW2(cell - 1);
            wx[cell] = h.sumWX(cell - 1);
            wx2[cell] = h.sumWX2(cell - 1);
        }
        double[] entries = new double[cells];
        Arrays.setAll(entries, cell -> h.numEntries(cell - 1));
        Codec.annotateFills(items, entries, h.hasStatedTotal(), Codec.total(h.totalEntries(), h.totals()));
        items.add(Codec.item(SUM_W2, Codec.join(w2)));
        items.add(Codec.item(SUM_WX, Codec.join(wx)));
        items.add(Codec.item(SUM_WX2, Codec.join(wx2)));
        return element(path, name, h, items);
    }

    private static AidaElement element(String path, String name, Histogram1D h, List<AidaElement> items) {
        AidaElement statistics = AidaElement.leaf("statistics", "entries", Long.toString(h.entries()))
                .with(List.of(AidaElement.leaf(
                        "statistic", "direction", "x", "mean", Codec.number(h.mean()), "rms", Codec.number(h.rms()))));
        return AidaElement.leaf("histogram1d", "name", name, "path", path, "title", h.title())
                .with(List.of(
                        AidaElement.leaf("annotation").with(items),
                        Codec.encodeAxis(h.axis(), "x"),
                        statistics,
                        data(h)));
    }

    private static AidaElement data(Histogram1D h) {
        int bins = h.axis().bins();
        List<AidaElement> filled = new ArrayList<>();
        for (int i = -1; i <= bins; i++) {
            if (h.entries(i) > 0 || h.height(i) != 0 || h.sumW2(i) != 0) {
                filled.add(AidaElement.leaf(
                        "bin1d",
                        "binNum",
                        Codec.binNumber(i, bins),
                        "entries",
                        Codec.fills(h.entries(i)),
                        "height",
                        Codec.number(h.height(i)),
                        "error",
                        Codec.number(h.error(i)),
                        "weightedMean",
                        Codec.number(h.binMean(i)),
                        "weightedRms",
                        Codec.number(h.binRms(i))));
            }
        }
        return AidaElement.leaf("data1d").with(filled);
    }

    static Histogram1D decode(AidaElement object) {
        Axis axis = Codec.decodeAxis(object, "x");
        int cells = axis.bins() + 2;
        double[] entries = new double[cells];
        double[] w = new double[cells];
        double[] w2 = new double[cells];
        double[] wx = new double[cells];
        double[] wx2 = new double[cells];
        for (AidaElement bin : object.require("data1d").all("bin1d")) {
            int cell = Codec.cell(bin, "binNum", axis.bins());
            double mean = bin.number("weightedMean", Codec.position(axis, cell));
            double rms = bin.number("weightedRms", 0);
            entries[cell] = bin.count("entries", 0);
            // A writer may leave out the height of an unweighted bin, and the error that goes with it.
            w[cell] = bin.number("height", entries[cell]);
            double error = bin.number("error", Math.sqrt(Math.abs(w[cell])));
            w2[cell] = error * error;
            wx[cell] = w[cell] * mean;
            wx2[cell] = w[cell] * (rms * rms + mean * mean);
        }
        String title = object.text("title", "");
        return exact(object, title, axis, entries, w).orElseGet(() -> of(title, axis, entries, w, w2, wx, wx2));
    }

    /** Take the sums of the annotation, unless somebody has changed the bins since. */
    private static Optional<Histogram1D> exact(
            AidaElement object, String title, Axis axis, double[] entries, double[] w) {
        Optional<double[]> w2 = Codec.sums(object, SUM_W2, w.length);
        Optional<double[]> wx = Codec.sums(object, SUM_WX, w.length);
        Optional<double[]> wx2 = Codec.sums(object, SUM_WX2, w.length);
        if (w2.isEmpty() || wx.isEmpty() || wx2.isEmpty()) {
            return Optional.empty();
        }
        Histogram1D bins = of(title, axis, Codec.entries(object, entries), w, w2.get(), wx.get(), wx2.get());
        Histogram1D h = Codec.total(object, 4)
                .map(total -> bins.withTotal(total[0], Codec.tail(total)))
                .orElse(bins);
        return Optional.of(h).filter(it -> data(it).equals(object.require("data1d")));
    }

    private static Histogram1D of(String title, Axis axis, double[] entries, double[]... sums) {
        try {
            return Histogram1D.of(title, axis, entries, sums[0], sums[1], sums[2], sums[3]);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    "the histogram \"" + title + "\" has impossible bins", String.valueOf(e.getMessage()), "");
        }
    }
}
