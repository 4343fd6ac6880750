package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Profile1D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Translate {@code profile1d}; its bins say nothing of the weights, which the annotation keeps. */
final class Profile1DCodec {

    private static final List<String> KEYS = List.of(
            "aurum.sumW", "aurum.sumW2", "aurum.sumWX", "aurum.sumWX2", "aurum.sumWY", "aurum.sumWY2", "aurum.sumWXY");

    /** The sums without the mixed moment. */
    private static final int PLAIN = 6;

    private Profile1DCodec() {}

    static AidaElement encode(String path, String name, Profile1D p, List<AidaElement> annotations) {
        List<AidaElement> items = new ArrayList<>();
        items.add(Codec.item("Title", p.title()));
        items.addAll(annotations);
        Codec.annotateAxis(items, p.axis(), "x");
        AidaElement plain = element(path, name, p, items);
        if (decode(plain).equals(p)) {
            return plain;
        }
        int cells = p.axis().bins() + 2;
        double[][] sums = new double[KEYS.size()][cells];
        for (int cell = 0; cell < cells; cell++) {
            sums[0][cell] = p.sumW(cell - 1);
            sums[1][cell] = p.sumW2(cell - 1);
            sums[2][cell] = p.sumWX(cell - 1);
            sums[3][cell] = p.sumWX2(cell - 1);
            sums[4][cell] = p.sumWY(cell - 1);
            sums[5][cell] = p.sumWY2(cell - 1);
            sums[6][cell] = p.sumWXY(cell - 1);
        }
        double[] entries = new double[cells];
        Arrays.setAll(entries, cell -> p.numEntries(cell - 1));
        Codec.annotateFills(items, entries, p.hasStatedTotal(), Codec.total(p.totalEntries(), p.totals()));
        for (int c = 0; c < KEYS.size(); c++) {
            items.add(Codec.item(KEYS.get(c), Codec.join(sums[c])));
        }
        return element(path, name, p, items);
    }

    private static AidaElement element(String path, String name, Profile1D p, List<AidaElement> items) {
        AidaElement statistics = AidaElement.leaf("statistics", "entries", Long.toString(p.entries()))
                .with(List.of(AidaElement.leaf(
                        "statistic", "direction", "x", "mean", Codec.number(p.mean()), "rms", Codec.number(p.rms()))));
        return AidaElement.leaf("profile1d", "name", name, "path", path, "title", p.title())
                .with(List.of(
                        AidaElement.leaf("annotation").with(items),
                        Codec.encodeAxis(p.axis(), "x"),
                        statistics,
                        data(p)));
    }

    private static AidaElement data(Profile1D p) {
        int bins = p.axis().bins();
        List<AidaElement> filled = new ArrayList<>();
        for (int i = -1; i <= bins; i++) {
            if (p.entries(i) > 0) {
                filled.add(AidaElement.leaf(
                        "bin1d",
                        "binNum",
                        Codec.binNumber(i, bins),
                        "entries",
                        Codec.fills(p.entries(i)),
                        "height",
                        Codec.number(p.height(i)),
                        "error",
                        Codec.number(p.error(i)),
                        "rms",
                        Codec.number(p.spread(i)),
                        "weightedMean",
                        Codec.number(p.binMean(i))));
            }
        }
        return AidaElement.leaf("data1d").with(filled);
    }

    static Profile1D decode(AidaElement object) {
        Axis axis = Codec.decodeAxis(object, "x");
        double[] entries = new double[axis.bins() + 2];
        double[][] sums = new double[PLAIN][axis.bins() + 2];
        for (AidaElement bin : object.require("data1d").all("bin1d")) {
            int cell = Codec.cell(bin, "binNum", axis.bins());
            double n = bin.count("entries", 0);
            double x = bin.number("weightedMean", Codec.position(axis, cell));
            double y = bin.number("height", 0);
            double spread = bin.number("rms", 0);
            entries[cell] = n;
            sums[0][cell] = n;
            sums[1][cell] = n;
            sums[2][cell] = n * x;
            sums[3][cell] = n * x * x;
            sums[4][cell] = n * y;
            sums[5][cell] = n * (spread * spread + y * y);
        }
        String title = object.text("title", "");
        return exact(object, title, axis, entries).orElseGet(() -> of(title, axis, entries, sums));
    }

    private static Optional<Profile1D> exact(AidaElement object, String title, Axis axis, double[] entries) {
        double[][] sums = new double[KEYS.size()][];
        for (int c = 0; c < KEYS.size(); c++) {
            Optional<double[]> column = Codec.sums(object, KEYS.get(c), entries.length);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            sums[c] = column.get();
        }
        Profile1D bins = of(title, axis, Codec.entries(object, entries), sums);
        Profile1D p = Codec.total(object, KEYS.size())
                .map(total -> bins.withTotal(total[0], Codec.tail(total)))
                .orElse(bins);
        return Optional.of(p).filter(it -> data(it).equals(object.require("data1d")));
    }

    private static Profile1D of(String title, Axis axis, double[] entries, double[][] sums) {
        try {
            return Profile1D.of(title, axis, entries, sums);
        } catch (IllegalArgumentException e) {
            throw new BadInput("the profile \"" + title + "\" has impossible bins", String.valueOf(e.getMessage()), "");
        }
    }
}
