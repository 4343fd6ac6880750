package hep.aurum.format.histogram;

import hep.aurum.base.BadInput;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Content;
import hep.aurum.hist.Points;
import hep.aurum.source.Decompression;
import hep.aurum.source.text.Decimals;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Read our CSV of histograms. */
final class CsvReader {

    private static final long MAX_BYTES = 1L << 28;

    private final LineReader lines;
    private final List<AnalysisObject> objects = new ArrayList<>();
    private String type = "";
    private int fields;

    private CsvReader(LineReader lines) {
        this.lines = lines;
    }

    static List<AnalysisObject> read(Path path) {
        try (LineReader lines = new LineReader(Decompression.open(path), path.toString())) {
            return new CsvReader(lines).read();
        } catch (IOException e) {
            throw new BadInput(
                    path + " cannot be read to its end: " + Decompression.reason(e), "", "the file may be truncated");
        }
    }

    private List<AnalysisObject> read() throws IOException {
        header(lines.next() ? lines.text() : "");
        String path = "";
        List<double[]> rows = new ArrayList<>();
        while (lines.next()) {
            if (lines.position() > MAX_BYTES) {
                throw bad("has more than " + MAX_BYTES + " bytes of text");
            }
            String line = lines.text();
            int comma = endOfPath(line);
            String rowPath = unquoted(line.substring(0, comma));
            if (!rowPath.equals(path) && !rows.isEmpty()) {
                add(path, rows);
                rows = new ArrayList<>();
            }
            path = rowPath;
            rows.add(numbers(line.substring(comma + 1)));
        }
        if (!rows.isEmpty()) {
            add(path, rows);
        }
        return List.copyOf(objects);
    }

    private void header(String header) {
        fields = header.split(",", -1).length - 1;
        for (String known : BinnedCells.TYPES) {
            if (header.equals(HistogramCsv.header(known))) {
                type = known;
                return;
            }
        }
        int dimension = fields / 3;
        if (dimension < 1 || dimension > Points.MAX_DIMENSION || !header.equals(HistogramCsv.header(dimension))) {
            throw bad("has a header that is not one of histograms");
        }
    }

    private int endOfPath(String line) {
        int i = 0;
        if (line.startsWith("\"")) {
            i = 1;
            while (i < line.length() && (line.charAt(i) != '"' || line.startsWith("\"\"", i))) {
                i += line.charAt(i) == '"' ? 2 : 1;
            }
        }
        int comma = line.indexOf(',', i);
        if (comma < 0) {
            throw bad("has a line without numbers");
        }
        return comma;
    }

    private static String unquoted(String path) {
        return path.length() >= 2 && path.startsWith("\"")
                ? path.substring(1, path.length() - 1).replace("\"\"", "\"")
                : path;
    }

    private double[] numbers(String text) {
        String[] words = text.split(",", -1);
        if (words.length != fields) {
            throw bad("has a line of " + words.length + " numbers, expected " + fields);
        }
        return Arrays.stream(words).mapToDouble(this::number).toArray();
    }

    private double number(String word) {
        switch (word) {
            case "nan" -> {
                return Double.NaN;
            }
            case "inf" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                double value = Decimals.parse(bytes, 0, bytes.length);
                if (Double.isNaN(value)) {
                    throw bad("has a field that is not a number");
                }
                return value;
            }
        }
    }

    private void add(String path, List<double[]> rows) {
        try {
            objects.add(AnalysisObject.of(path, type.isEmpty() ? points(rows) : binned(rows)));
        } catch (IllegalArgumentException e) {
            throw bad("has the object " + path + " that is impossible: " + e.getMessage());
        }
    }

    private Content binned(List<double[]> rows) {
        boolean isPlane = BinnedCells.dimension(type) == 2;
        int nx = 1;
        while (nx < rows.size() && rows.get(nx - 1)[1] != Double.POSITIVE_INFINITY) {
            nx++;
        }
        List<Axis> axes = new ArrayList<>();
        axes.add(axis(rows, 0, 1, nx));
        if (isPlane) {
            axes.add(axis(rows, 2, nx, rows.size() / nx));
        }
        BinnedCells cells = BinnedCells.empty(type, axes, new double[0]);
        if (cells.entries().length != rows.size()) {
            throw new IllegalArgumentException(rows.size() + " lines, expected " + cells.entries().length);
        }
        int sums = isPlane ? 7 : 5;
        for (int cell = 0; cell < rows.size(); cell++) {
            double[] row = rows.get(cell);
            cells.entries()[cell] = row[sums - 1];
            for (int c = 0; c < cells.sums().length; c++) {
                cells.sums()[c][cell] = row[sums + c];
            }
        }
        return cells.content("");
    }

    /** Return the axis whose bins are {@code count} rows, {@code step} apart, flow bins first and last. */
    private static Axis axis(List<double[]> rows, int column, int step, int count) {
        if (count < 3) {
            throw new IllegalArgumentException("no bins between underflow and overflow");
        }
        double[] edges = new double[count - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = rows.get(i * step)[column + 1];
        }
        return Axis.of("", "", edges);
    }

    private Points points(List<double[]> rows) {
        int dimension = fields / 3;
        double[][][] columns = new double[3][dimension][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int f = 0; f < fields; f++) {
                columns[f % 3][f / 3][i] = rows.get(i)[f];
            }
        }
        return Points.of("", columns[0], columns[1], columns[2]);
    }

    private BadInput bad(String what) {
        return new BadInput(lines.origin() + " " + what, lines.where(), "check the file");
    }
}
