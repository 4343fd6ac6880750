package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.estimator.CalibratedOdds;
import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.RatioFile;
import hep.aurum.estimator.RatioNetwork;
import hep.aurum.format.onnx.OnnxExport;
import hep.aurum.format.onnx.OnnxNetwork;
import hep.aurum.format.onnx.OnnxRatio;
import hep.aurum.param.MonomialBasis;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Write learned ratios and read them back.
 *
 * <p>A ratio is written twice: as ONNX, which everybody reads in single precision, and exactly, as the model files of the room
 * {@code estimator} with a normalisation or calibration where there is one. Where both are there the exact one is taken, after a look whether
 * they agree. A ratio that came as ONNX is copied.
 */
final class RatioCodec {

    /** Key of the exact form. */
    static final String EXACT = "exact";

    private static final String MEAN = "mean";
    private static final String WEIGHTS = "weights";
    private static final String NORMALISED = "normalised";
    private static final String CALIBRATED = "calibrated";
    private static final String SLOPE = "slope";
    private static final String SHIFT = "shift";
    private static final String EXPONENTS = "exponents";
    private static final String COEFFICIENTS = "coefficients";
    private static final int MAX_POWER = 64;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ITEMS = 10_000;

    /** How far the two forms may be from each other, relative to 1 + |log r|: many times what single precision does. */
    private static final double AGREEMENT = 1e-3;

    private RatioCodec() {}

    /**
     * Add a ratio to a node.
     *
     * @throws NotSupported if it is neither a network nor made of networks
     */
    static void write(RatioEstimator ratio, ObjectNode node, SidecarWriter files) throws IOException {
        if (ratio instanceof OnnxRatio imported) {
            byte[] bytes = imported.bytes()
                    .orElseThrow(() -> new NotSupported(
                            "a network that was imported with a signature of its own cannot be written",
                            ratio.describe(),
                            "export it from the program that trained it with the metadata of an Aurum network"));
            files.add(Sidecar.Kind.NETWORK, path -> Files.write(path, bytes)).putInto(node);
            return;
        }
        OnnxExport export = OnnxExport.of(ratio);
        files.add(Sidecar.Kind.NETWORK, export::write).putInto(node);
        exact(ratio, node.putObject(EXACT), files);
    }

    private static void exact(RatioEstimator ratio, ObjectNode node, SidecarWriter files) throws IOException {
        if (ratio instanceof NormalisedRatio normalised) {
            exact(normalised.base(), node.putObject(NORMALISED), files);
            putExponents(node, normalised.basis());
            putNumbers(node, COEFFICIENTS, normalised.coefficients());
        } else if (ratio instanceof CalibratedOdds odds) {
            exact(odds.base(), node.putObject(CALIBRATED), files);
            node.put(SLOPE, odds.slope()).put(SHIFT, odds.shift());
        } else if (ratio instanceof EnsembleRatio ensemble
                && !ensemble.members().stream().allMatch(RatioNetwork.class::isInstance)) {
            ArrayNode members = node.putArray(MEAN);
            for (RatioEstimator member : ensemble.members()) {
                exact(member, members.addObject(), files);
            }
            putNumbers(node, WEIGHTS, ensemble.weights());
        } else {
            files.add(Sidecar.Kind.RATIO, path -> RatioFile.write(ratio, path)).putInto(node);
        }
    }

    static void putExponents(ObjectNode node, MonomialBasis basis) {
        ArrayNode rows = node.putArray(EXPONENTS);
        for (int j = 0; j < basis.size(); j++) {
            ArrayNode row = rows.addArray();
            for (int a = 0; a < basis.parameters(); a++) {
                row.add(basis.exponent(j, a));
            }
        }
    }

    static void putNumbers(ObjectNode node, String key, double[] values) {
        ArrayNode array = node.putArray(key);
        for (double value : values) {
            array.add(value);
        }
    }

    /**
     * Read the ratio of a node.
     *
     * @throws BadInput if a file is missing or changed, or the two forms disagree
     */
    static RatioEstimator read(Hs3Node node, SidecarReader files) {
        OnnxRatio network =
                files.read(node, Sidecar.Kind.NETWORK, OnnxRatio.class, path -> OnnxRatio.of(OnnxNetwork.read(path)));
        if (!node.has(EXACT)) {
            return network;
        }
        RatioEstimator exact = exact(node.get(EXACT), files, 0);
        requireSame(network, exact, node);
        return exact;
    }

    private static RatioEstimator exact(Hs3Node node, SidecarReader files, int depth) {
        if (depth > MAX_DEPTH) {
            throw new BadInput("a ratio is made of ratios more than " + MAX_DEPTH + " deep", node.where(), "");
        }
        if (node.has(NORMALISED)) {
            node.allowKeys(Set.of(NORMALISED, EXPONENTS, COEFFICIENTS));
            RatioEstimator base = exact(node.get(NORMALISED), files, depth + 1);
            MonomialBasis basis = basis(node, base.space().size());
            return fitted(node, () -> NormalisedRatio.of(base, basis, doubles(node.numbers(COEFFICIENTS))));
        }
        if (node.has(CALIBRATED)) {
            node.allowKeys(Set.of(CALIBRATED, SLOPE, SHIFT));
            RatioEstimator base = exact(node.get(CALIBRATED), files, depth + 1);
            return fitted(node, () -> CalibratedOdds.of(base, node.number(SLOPE), node.number(SHIFT)));
        }
        if (node.has(MEAN)) {
            node.allowKeys(Set.of(MEAN, WEIGHTS));
            List<RatioEstimator> members = new ArrayList<>();
            for (Hs3Node member : node.list(MEAN)) {
                members.add(exact(member, files, depth + 1));
            }
            return fitted(node, () -> EnsembleRatio.of(members, doubles(node.numbers(WEIGHTS))));
        }
        node.allowKeys(Set.of(Sidecar.FILE, Sidecar.SHA256));
        return files.read(node, Sidecar.Kind.RATIO, RatioEstimator.class, RatioFile::read);
    }

    /** Make something of what a document says, which may not fit together. */
    private static RatioEstimator fitted(Hs3Node node, java.util.function.Supplier<RatioEstimator> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new BadInput("a ratio contradicts itself: " + e.getMessage(), node.where(), "write it again");
        }
    }

    /** Read monomials. */
    static MonomialBasis basis(Hs3Node node, int parameters) {
        List<Hs3Node> rows = node.list(EXPONENTS);
        if (rows.isEmpty() || rows.size() > MAX_ITEMS) {
            throw new BadInput("there are " + rows.size() + " monomials", node.where(), "write it again");
        }
        int[][] exponents = new int[rows.size()][];
        for (int j = 0; j < exponents.length; j++) {
            List<Double> row = rows.get(j).elements(EXPONENTS);
            exponents[j] = row.stream().mapToInt(Double::intValue).toArray();
            boolean isWhole = row.stream().allMatch(e -> e == Math.rint(e) && e >= 0 && e <= MAX_POWER);
            if (row.size() != parameters || !isWhole) {
                throw new BadInput(
                        "a monomial has the exponents " + row,
                        node.where(),
                        "give " + parameters + " whole numbers from 0 to " + MAX_POWER);
            }
        }
        try {
            return MonomialBasis.of(parameters, exponents);
        } catch (IllegalArgumentException e) {
            throw new BadInput("the monomials are wrong: " + e.getMessage(), node.where(), "write them again");
        }
    }

    static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void requireSame(OnnxRatio network, RatioEstimator exact, Hs3Node node) {
        boolean isSame = network.featureNames().equals(exact.featureNames())
                && network.space().names().equals(exact.space().names());
        double[] theta = exact.space().parameters().stream()
                .mapToDouble(p -> p.standard())
                .toArray();
        for (double shift : new double[] {-1, 0.5}) {
            double[] x = typical(exact, shift);
            double expected = exact.logRatio(x, theta);
            isSame = isSame && Math.abs(network.logRatio(x, theta) - expected) <= AGREEMENT * (1 + Math.abs(expected));
        }
        if (!isSame) {
            throw new BadInput(
                    "the network " + node.text(Sidecar.FILE) + " and its exact form are not the same",
                    node.where(),
                    "write the document again, or remove \"" + EXACT + "\" to take the network");
        }
    }

    /** Return an event a number of standard deviations from the middle of what the first network was trained on. */
    private static double[] typical(RatioEstimator ratio, double shift) {
        RatioEstimator at = ratio;
        while (!(at instanceof RatioNetwork)) {
            if (at instanceof NormalisedRatio normalised) {
                at = normalised.base();
            } else if (at instanceof CalibratedOdds odds) {
                at = odds.base();
            } else if (at instanceof EnsembleRatio ensemble) {
                at = ensemble.members().get(0);
            } else {
                return new double[ratio.featureNames().size()];
            }
        }
        double[] x = new double[ratio.featureNames().size()];
        RatioNetwork network = (RatioNetwork) at;
        Arrays.setAll(
                x, i -> network.features().mean(i) + shift * network.features().scale(i));
        return x;
    }
}
