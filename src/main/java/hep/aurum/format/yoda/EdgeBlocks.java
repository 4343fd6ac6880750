package hep.aurum.format.yoda;

import hep.aurum.hist.Axis;
import hep.aurum.hist.ErrorSource;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Read binned blocks of version 3: edges in lists, then a row per cell with flow bins, the first axis fastest. */
final class EdgeBlocks {

    private static final Pattern WORDS = Pattern.compile("Edges\\(A[0-9]\\):\\s*\\[.*\".*");

    private EdgeBlocks() {}

    static Histogram1D histogram1D(Block block) throws NotUnderstood {
        List<Axis> axes = axes(block, 1);
        double[][] columns = columns(block, axes, 5);
        return Histogram1D.of(block.title(), axes.get(0), columns[4], Arrays.copyOf(columns, 4));
    }

    static Histogram2D histogram2D(Block block) throws NotUnderstood {
        List<Axis> axes = axes(block, 2);
        double[][] columns = columns(block, axes, 8);
        return Histogram2D.of(block.title(), axes.get(0), axes.get(1), columns[7], Arrays.copyOf(columns, 7));
    }

    static Profile1D profile1D(Block block) throws NotUnderstood {
        List<Axis> axes = axes(block, 1);
        double[][] columns = columns(block, axes, 8);
        return Profile1D.of(block.title(), axes.get(0), columns[7], Arrays.copyOf(columns, 7));
    }

    static Profile2D profile2D(Block block) throws NotUnderstood {
        List<Axis> axes = axes(block, 2);
        double[][] columns = columns(block, axes, 12);
        return Profile2D.of(block.title(), axes.get(0), axes.get(1), columns[11], Arrays.copyOf(columns, 11));
    }

    static Estimate estimate(Block block, int dimension) throws NotUnderstood {
        List<String> labels = List.of();
        for (String header : block.headers()) {
            if (header.startsWith("ErrorLabels:")) {
                labels = block.words(header);
            }
        }
        List<Axis> axes = axes(block, dimension);
        double[][] columns = columns(block, axes, 1 + 2 * labels.size());
        List<ErrorSource> sources = new ArrayList<>();
        for (int s = 0; s < labels.size(); s++) {
            sources.add(ErrorSource.of(labels.get(s), columns[1 + 2 * s], columns[2 + 2 * s]));
        }
        return Estimate.of(block.title(), axes, columns[0], sources);
    }

    private static List<Axis> axes(Block block, int dimension) throws NotUnderstood {
        List<Axis> axes = new ArrayList<>();
        for (String header : block.headers()) {
            if (header.startsWith("Edges(A" + (axes.size() + 1) + "):")) {
                if (WORDS.matcher(header).matches()) {
                    throw new NotUnderstood("its bins are words");
                }
                if (axes.size() >= dimension) {
                    throw block.bad("has more than " + dimension + " lists of edges");
                }
                axes.add(BinBlocks.axis(block, BlockContent.LABELS.get(axes.size()), block.list(header)));
            } else if (!header.startsWith("ErrorLabels:")) {
                throw new NotUnderstood("it has the line " + header.substring(0, Math.min(40, header.length())));
            }
        }
        if (axes.size() != dimension) {
            throw block.bad("has " + axes.size() + " lists of edges, expected " + dimension);
        }
        return axes;
    }

    private static double[][] columns(Block block, List<Axis> axes, int fields) {
        long cells = 1;
        for (Axis axis : axes) {
            cells *= axis.bins() + 2L;
        }
        if (block.rows().size() != cells) {
            throw block.bad("has " + block.rows().size() + " rows, expected " + cells + " with the flow bins");
        }
        double[][] columns = new double[fields][(int) cells];
        for (int cell = 0; cell < cells; cell++) {
            String[] row = block.require(block.rows().get(cell), fields);
            for (int c = 0; c < fields; c++) {
                columns[c][cell] = block.number(row[c]);
            }
        }
        return columns;
    }
}
