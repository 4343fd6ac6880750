package hep.aurum.source.root;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Write small ROOT files of histograms for tests of other packages. */
public final class RootHistograms {

    private RootHistograms() {}

    /** Write histograms from 0 to 10 in GeV, by name, with nothing beyond their bins and a squared error of the content. */
    public static Path write(Path file, Map<String, double[]> contents) throws IOException {
        RootFileBuilder builder = RootFileBuilder.small();
        contents.forEach((name, bins) -> {
            double[] withFlow = new double[bins.length + 2];
            System.arraycopy(bins, 0, withFlow, 1, bins.length);
            builder.top().add(name, 1, "TH1D", RootFileBuilder.histogram(name, withFlow));
        });
        return builder.write(file);
    }
}
