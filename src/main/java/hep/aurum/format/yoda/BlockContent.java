package hep.aurum.format.yoda;

import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Content;
import hep.aurum.hist.Counter;
import hep.aurum.hist.Points;
import hep.aurum.hist.Unread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turn a block into an object. */
final class BlockContent {

    /** Annotations that label axes; those of binned objects go into their axes. */
    static final List<String> LABELS = List.of("XLabel", "YLabel");

    private static final int POINT_FIELDS = 3;

    private BlockContent() {}

    static AnalysisObject read(Block block) {
        Map<String, String> annotations = new LinkedHashMap<>(block.annotations());
        try {
            Content content = content(block);
            LABELS.subList(0, BlockWriter.axes(content).size()).forEach(annotations::remove);
            return new AnalysisObject(block.path(), content, annotations);
        } catch (NotUnderstood e) {
            return unread(block, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            // Sums that cannot be, such as nan: the user may still want the rest of the file.
            return unread(block, String.valueOf(e.getMessage()));
        }
    }

    private static AnalysisObject unread(Block block, String reason) {
        Unread content = new Unread(block.title(), "YODA", block.type(), reason, block.text());
        return new AnalysisObject(block.path(), content, block.annotations());
    }

    private static Content content(Block block) throws NotUnderstood {
        if (block.version() > 3) {
            throw new NotUnderstood("version " + block.version() + " of its block is not known");
        }
        boolean hasEdges = block.version() == 3;
        return switch (block.type()) {
            case "COUNTER" -> counter(block);
            case "SCATTER1D", "SCATTER2D", "SCATTER3D", "SCATTER4D" -> points(block);
            case "HISTO1D", "BINNEDHISTO<D>" -> hasEdges ? EdgeBlocks.histogram1D(block) : BinBlocks.histogram1D(block);
            case "HISTO2D", "BINNEDHISTO<D,D>" ->
                hasEdges ? EdgeBlocks.histogram2D(block) : BinBlocks.histogram2D(block);
            case "PROFILE1D", "BINNEDPROFILE<D>" -> hasEdges ? EdgeBlocks.profile1D(block) : BinBlocks.profile1D(block);
            case "PROFILE2D", "BINNEDPROFILE<D,D>" ->
                hasEdges ? EdgeBlocks.profile2D(block) : BinBlocks.profile2D(block);
            case "ESTIMATE0D", "ESTIMATE" -> EdgeBlocks.estimate(block, 0);
            case "ESTIMATE1D", "BINNEDESTIMATE<D>" -> EdgeBlocks.estimate(block, 1);
            case "ESTIMATE2D", "BINNEDESTIMATE<D,D>" -> EdgeBlocks.estimate(block, 2);
            default -> throw new NotUnderstood("there is no type for it");
        };
    }

    private static Counter counter(Block block) throws NotUnderstood {
        requireNoHeaders(block);
        if (block.rows().size() != 1) {
            throw block.bad("has " + block.rows().size() + " rows, expected 1");
        }
        double[] row = block.numbers(block.require(block.rows().get(0), 3), 0);
        return new Counter(block.title(), row[2], row[0], row[1]);
    }

    private static Points points(Block block) throws NotUnderstood {
        requireNoHeaders(block);
        int dimension = block.type().charAt("SCATTER".length()) - '0';
        int size = block.rows().size();
        double[][] values = new double[dimension][size];
        double[][] minus = new double[dimension][size];
        double[][] plus = new double[dimension][size];
        for (int i = 0; i < size; i++) {
            // A point may be followed by the errors of variations, which the annotations name: files of YODA 1.7.
            String[] row = block.rows().get(i);
            if (row.length > POINT_FIELDS * dimension) {
                throw new NotUnderstood("its points have " + row.length + " fields");
            }
            block.require(row, POINT_FIELDS * dimension);
            for (int d = 0; d < dimension; d++) {
                values[d][i] = block.number(row[POINT_FIELDS * d]);
                minus[d][i] = block.number(row[POINT_FIELDS * d + 1]);
                plus[d][i] = block.number(row[POINT_FIELDS * d + 2]);
            }
        }
        return Points.of(block.title(), values, minus, plus);
    }

    private static void requireNoHeaders(Block block) throws NotUnderstood {
        if (!block.headers().isEmpty()) {
            throw new NotUnderstood("it has the line " + block.headers().get(0));
        }
    }
}
