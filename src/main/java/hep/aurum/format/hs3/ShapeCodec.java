package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.ConstantShape;
import hep.aurum.likelihood.joint.EnsembleShape;
import hep.aurum.likelihood.joint.FixedShape;
import hep.aurum.likelihood.joint.LearnedShape;
import hep.aurum.likelihood.joint.ProductShape;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.likelihood.joint.ShiftedShape;
import hep.aurum.likelihood.joint.VariedShape;
import hep.aurum.param.MonomialBasis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Write densities as trees and read them back: a new kind of density adds its case to {@link #write} and to {@link #read}.
 *
 * <p>The kinds are on the page {@code formats/joint-likelihood}.
 */
final class ShapeCodec {

    private static final String TYPE = "type";

    /** The point whose law is the reference law, where that is not the network's own. */
    private static final String DENOMINATOR = "denominator";

    /** The calibration of the logarithm, 1 and 0 where they are not given. */
    private static final String SLOPE = "slope";

    private static final String SHIFT = "shift";
    private static final int MAX_DEPTH = 16;
    private static final int MAX_PARTS = 1000;

    private final List<String> features;
    private final SidecarReader files;

    private ShapeCodec(List<String> features, SidecarReader files) {
        this.features = features;
        this.files = files;
    }

    /**
     * Write a density into a node.
     *
     * @throws NotSupported if it is a function of Java
     */
    static void write(ShapeRatio shape, ObjectNode node, SidecarWriter files) throws IOException {
        if (shape instanceof FixedShape fixed && fixed.isReference()) {
            node.put(TYPE, "reference");
        } else if (shape instanceof LearnedShape learned) {
            RatioCodec.write(learned.estimator(), node.put(TYPE, "network"), files);
            learned.names().forEach(node.putArray("parameters")::add);
        } else if (shape instanceof ConstantShape constant) {
            RatioCodec.write(constant.estimator(), node.put(TYPE, "network"), files);
            constant.theta().forEach(node.putArray("theta")::add);
            if (!constant.denominator().isEmpty()) {
                constant.denominator().forEach(node.putArray(DENOMINATOR)::add);
            }
            if (constant.slope() != 1 || constant.shift() != 0) {
                node.put(SLOPE, constant.slope()).put(SHIFT, constant.shift());
            }
        } else if (shape instanceof ProductShape product) {
            writeAll(product.factors(), node.put(TYPE, "product").putArray("factors"), files);
        } else if (shape instanceof VariedShape varied) {
            writeVaried(varied, node.put(TYPE, "varied"), files);
        } else if (shape instanceof EnsembleShape ensemble) {
            writeAll(ensemble.members(), node.put(TYPE, "ensemble").putArray("members"), files);
            ensemble.nuisances().forEach(node.putArray("nuisances")::add);
        } else if (shape instanceof ShiftedShape shifted) {
            writeShifted(shifted, node.put(TYPE, "shifted"), files);
        } else {
            throw new NotSupported(
                    "a density that is a function of Java cannot be written",
                    shape.getClass().getSimpleName() + " of " + String.join(", ", shape.features()),
                    "learn it from simulated events, or make it the reference law of its channel");
        }
    }

    private static void writeAll(List<? extends ShapeRatio> shapes, ArrayNode list, SidecarWriter files)
            throws IOException {
        for (ShapeRatio shape : shapes) {
            write(shape, list.addObject(), files);
        }
    }

    private static void writeShifted(ShiftedShape shifted, ObjectNode node, SidecarWriter files) throws IOException {
        writeAll(shifted.members(), node.putArray("members"), files);
        shifted.nuisances().forEach(node.putArray("nuisances")::add);
        RatioCodec.putExponents(node, shifted.basis());
        ArrayNode biases = node.putArray("biases");
        shifted.biases().forEach(bias -> bias.forEach(biases.addArray()::add));
        shifted.lower().forEach(node.putArray("lower")::add);
        shifted.upper().forEach(node.putArray("upper")::add);
    }

    private static void writeVaried(VariedShape varied, ObjectNode node, SidecarWriter files) throws IOException {
        write(varied.nominal(), node.putObject("nominal"), files);
        ArrayNode list = node.putArray("variations");
        for (VariedShape.Variation variation : varied.variations()) {
            ObjectNode entry = list.addObject().put("nuisance", variation.nuisance());
            write(variation.down(), entry.putObject("down"), files);
            write(variation.centre(), entry.putObject("centre"), files);
            write(variation.up(), entry.putObject("up"), files);
            entry.put("down_rate", variation.downRate()).put("up_rate", variation.upRate());
        }
    }

    /**
     * Read the density of a node.
     *
     * @throws BadInput if it is not what the format says
     */
    static ShapeRatio read(Hs3Node node, List<String> features, SidecarReader files) {
        return new ShapeCodec(features, files).read(node, 0);
    }

    private ShapeRatio read(Hs3Node node, int depth) {
        if (depth > MAX_DEPTH) {
            throw new BadInput("densities are made of densities more than " + MAX_DEPTH + " deep", node.where(), "");
        }
        try {
            String type = node.text(TYPE);
            return switch (type) {
                case "reference" -> {
                    node.allowKeys(Set.of(TYPE));
                    yield FixedShape.reference(features);
                }
                case "network" -> network(node);
                case "product" -> {
                    node.allowKeys(Set.of(TYPE, "factors"));
                    yield new ProductShape(readAll(node, "factors", depth));
                }
                case "varied" -> varied(node, depth);
                case "ensemble" -> {
                    node.allowKeys(Set.of(TYPE, "members", "nuisances"));
                    yield new EnsembleShape(readAll(node, "members", depth), node.texts("nuisances"));
                }
                case "shifted" -> shifted(node, depth);
                default -> throw Hs3Reader.notSupported("the density of type \"" + type + "\"", node);
            };
        } catch (IllegalArgumentException e) {
            throw new BadInput("a density contradicts itself: " + e.getMessage(), node.where(), "write it again");
        }
    }

    private ShapeRatio shifted(Hs3Node node, int depth) {
        node.allowKeys(Set.of(TYPE, "members", "nuisances", "exponents", "biases", "lower", "upper"));
        List<LearnedShape> members = new ArrayList<>();
        for (ShapeRatio member : readAll(node, "members", depth)) {
            Check.argument(
                    member instanceof LearnedShape, "a member of a shifted ensemble is no network with parameters");
            members.add((LearnedShape) member);
        }
        MonomialBasis basis = RatioCodec.basis(node, members.get(0).parameters().size());
        Check.argument(basis.degree() <= 2, "biases have the degree %d, expected at most 2", basis.degree());
        List<List<Double>> biases = node.list("biases").stream()
                .map(bias -> bias.elements("biases"))
                .toList();
        return new ShiftedShape(
                members, node.texts("nuisances"), basis, biases, node.numbers("lower"), node.numbers("upper"));
    }

    private List<ShapeRatio> readAll(Hs3Node node, String key, int depth) {
        List<Hs3Node> nodes = node.list(key);
        if (nodes.isEmpty() || nodes.size() > MAX_PARTS) {
            throw new BadInput(
                    "\"" + key + "\" has " + nodes.size() + " densities, expected 1 to " + MAX_PARTS, node.where(), "");
        }
        List<ShapeRatio> shapes = new ArrayList<>();
        for (Hs3Node one : nodes) {
            shapes.add(read(one, depth + 1));
        }
        return shapes;
    }

    private ShapeRatio network(Hs3Node node) {
        node.allowKeys(Set.of(
                TYPE,
                Sidecar.FILE,
                Sidecar.SHA256,
                RatioCodec.EXACT,
                "parameters",
                "theta",
                DENOMINATOR,
                SLOPE,
                SHIFT));
        RatioEstimator ratio = RatioCodec.read(node, files);
        if (!ratio.featureNames().equals(features)) {
            throw new BadInput(
                    node.text(Sidecar.FILE) + " takes the features " + ratio.featureNames() + ", the channel has "
                            + features,
                    node.where(),
                    "name the network of this channel");
        }
        if (node.has("theta")) {
            return new ConstantShape(
                    ratio,
                    node.numbers("theta"),
                    node.has(DENOMINATOR) ? node.numbers(DENOMINATOR) : List.of(),
                    node.has(SLOPE) ? node.number(SLOPE) : 1,
                    node.has(SHIFT) ? node.number(SHIFT) : 0);
        }
        if (node.has(DENOMINATOR) || node.has(SLOPE) || node.has(SHIFT)) {
            throw new BadInput(
                    "a network in parameters has a denominator or a calibration",
                    node.where(),
                    "give \"theta\" as well");
        }
        List<String> names = node.texts("parameters");
        if (names.size() != ratio.space().size()) {
            throw new BadInput(
                    node.text(Sidecar.FILE) + " has the parameters "
                            + ratio.space().names() + ", the document names " + names,
                    node.where(),
                    "name one parameter of the model for each, or give \"theta\"");
        }
        return new LearnedShape(ratio, names, 1);
    }

    private ShapeRatio varied(Hs3Node node, int depth) {
        node.allowKeys(Set.of(TYPE, "nominal", "variations"));
        List<VariedShape.Variation> variations = new ArrayList<>();
        for (Hs3Node entry : node.list("variations")) {
            entry.allowKeys(Set.of("nuisance", "down", "centre", "up", "down_rate", "up_rate"));
            variations.add(new VariedShape.Variation(
                    entry.text("nuisance"),
                    read(entry.get("down"), depth + 1),
                    read(entry.get("centre"), depth + 1),
                    read(entry.get("up"), depth + 1),
                    entry.number("down_rate"),
                    entry.number("up_rate")));
        }
        return new VariedShape(read(node.get("nominal"), depth + 1), variations);
    }
}
