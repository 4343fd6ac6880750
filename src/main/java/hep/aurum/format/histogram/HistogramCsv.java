package hep.aurum.format.histogram;

import hep.aurum.base.NotSupported;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import hep.aurum.source.OutputFile;
import hep.aurum.source.text.NumberText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Write our CSV of histograms; the package says what is in it. */
final class HistogramCsv {

    private static final String EDGES = "path,x_low,x_high,";
    private static final String POINT = "path,c1,c1_minus,c1_plus";

    private HistogramCsv() {}

    static boolean accepts(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith(EDGES) || text.startsWith(POINT);
    }

    /** Return the header of objects of a type; of points the dimension follows from it. */
    static String header(String type) {
        StringBuilder header = new StringBuilder(EDGES);
        if (BinnedCells.dimension(type) == 2) {
            header.append("y_low,y_high,");
        }
        header.append("height,error,entries");
        BinnedCells.names(type).forEach(name -> header.append(",sum_").append(name));
        return header.toString();
    }

    static String header(int dimension) {
        StringBuilder header = new StringBuilder("path");
        for (int d = 1; d <= dimension; d++) {
            header.append(",c" + d + ",c" + d + "_minus,c" + d + "_plus");
        }
        return header.toString();
    }

    static List<String> write(Path path, List<AnalysisObject> objects) {
        List<String> losses = new ArrayList<>();
        try (OutputFile file = OutputFile.create(path)) {
            NumberText text = new NumberText();
            String first = "";
            for (AnalysisObject object : objects) {
                String header = headerOf(object);
                if (first.isEmpty()) {
                    first = header;
                    text.append(header).append('\n');
                } else if (!first.equals(header)) {
                    throw new NotSupported(
                            object.path() + " is of another kind than those before it, which one CSV file cannot hold",
                            path.toString(),
                            "write JSON, or a file for each kind");
                }
                append(text, object);
                flush(text, file);
                loss(object).ifPresent(losses::add);
            }
            file.finish();
        }
        return losses;
    }

    private static void flush(NumberText text, OutputFile file) {
        try {
            file.stream().write(text.bytes(), 0, text.length());
            text.clear();
        } catch (IOException e) {
            throw file.failed("write", e);
        }
    }

    static String headerOf(AnalysisObject object) {
        if (object.content() instanceof Points points) {
            return header(points.dimension());
        }
        return BinnedCells.of(object.content())
                .map(cells -> header(cells.type()))
                .orElseThrow(() -> new NotSupported(
                        object.path() + " is of the kind " + object.kind() + ", which our CSV does not have",
                        "",
                        "write JSON"));
    }

    private static Optional<String> loss(AnalysisObject object) {
        List<String> lost = new ArrayList<>();
        if (!object.content().title().isEmpty()) {
            lost.add("title");
        }
        if (!object.annotations().isEmpty()) {
            lost.add("annotations");
        }
        BinnedCells.of(object.content()).ifPresent(cells -> {
            if (cells.axes().stream().anyMatch(axis -> !axis.label().isEmpty())) {
                lost.add("labels of the axes");
            }
            if (cells.total().length > 0) {
                lost.add("total, which is not the sum of the bins");
            }
        });
        if (object.content() instanceof Points points && !points.sources().isEmpty()) {
            lost.add("sources of the errors");
        }
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(object.path() + ": left out are " + String.join(", ", lost));
    }

    private static void append(NumberText text, AnalysisObject object) {
        String path = quoted(object.path());
        if (object.content() instanceof Points points) {
            for (int i = 0; i < points.size(); i++) {
                text.append(path);
                for (int d = 0; d < points.dimension(); d++) {
                    numbers(text, points.value(i, d), points.minus(i, d), points.plus(i, d));
                }
                text.append('\n');
            }
            return;
        }
        BinnedCells cells = BinnedCells.of(object.content()).orElseThrow();
        Axis x = cells.axes().get(0);
        int nx = x.bins() + 2;
        for (int cell = 0; cell < cells.entries().length; cell++) {
            text.append(path);
            edges(text, x, cell % nx - 1);
            if (cells.axes().size() > 1) {
                edges(text, cells.axes().get(1), cell / nx - 1);
            }
            if (object.content() instanceof Profile1D p) {
                numbers(text, p.height(cell - 1), p.error(cell - 1));
            } else if (object.content() instanceof Profile2D p) {
                numbers(text, p.height(cell % nx - 1, cell / nx - 1), p.error(cell % nx - 1, cell / nx - 1));
            } else {
                numbers(text, cells.sums()[0][cell], Math.sqrt(cells.sums()[1][cell]));
            }
            numbers(text, cells.entries()[cell]);
            for (double[] column : cells.sums()) {
                numbers(text, column[cell]);
            }
            text.append('\n');
        }
    }

    private static void edges(NumberText text, Axis axis, int bin) {
        numbers(
                text,
                bin < 0 ? Double.NEGATIVE_INFINITY : axis.edge(bin),
                bin >= axis.bins() ? Double.POSITIVE_INFINITY : axis.edge(bin + 1));
    }

    private static void numbers(NumberText text, double... values) {
        for (double value : values) {
            text.append(',');
            if (Double.isNaN(value)) {
                text.append("nan");
            } else if (Double.isInfinite(value)) {
                text.append(value > 0 ? "inf" : "-inf");
            } else {
                text.append(value);
            }
        }
    }

    private static String quoted(String path) {
        boolean isPlain = path.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return isPlain ? path : '"' + path.replace("\"", "\"\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
