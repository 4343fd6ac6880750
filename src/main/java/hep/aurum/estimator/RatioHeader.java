package hep.aurum.estimator;

import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Describe the networks of a model file: the text part of the format on the package's page.
 *
 * @param reference which law the ratio is to
 * @param featureNames names of the features
 * @param features their standardisation
 * @param space the parameters
 * @param parameters their standardisation
 * @param polynomial how the outputs of a network of the features alone make the ratio; nothing for a network of features and parameters
 * @param shape of every member
 * @param members how many networks follow
 * @param weights of the members, empty if they are equal
 */
record RatioHeader(
        String reference,
        List<String> featureNames,
        Standardisation features,
        ParameterSpace space,
        Standardisation parameters,
        Optional<MorphedPolynomial> polynomial,
        NetworkShape shape,
        int members,
        List<Double> weights) {

    private static final String MAGIC = "aurum-ratio ";
    private static final String EQUAL = MAGIC + 1;
    private static final String WEIGHTED = MAGIC + 2;
    private static final String MORPHED = MAGIC + 3;
    private static final byte[] END = "\nend\n".getBytes(StandardCharsets.UTF_8);
    private static final int MAX_HEADER = 1 << 22;
    private static final int MAX_ENTRIES = 1 << 14;
    private static final int MAX_MEMBERS = 1 << 12;

    /** Return the header of members that differ in nothing but their weights. */
    static RatioHeader of(List<RatioNetwork> members, List<Double> weights) {
        RatioHeader first = of(members.get(0), members.size(), weights);
        for (RatioNetwork member : members) {
            RatioHeader other = of(member, members.size(), weights);
            if (!other.features().equals(first.features())
                    || !other.parameters().equals(first.parameters())
                    || !other.shape().equals(first.shape())
                    || !other.morphing().equals(first.morphing())) {
                throw new NotSupported(
                        "the members of the ensemble differ in shape or standardisation",
                        member.describe(),
                        "write each to a file of its own");
            }
        }
        return first;
    }

    private static RatioHeader of(RatioNetwork network, int members, List<Double> weights) {
        return new RatioHeader(
                network.describe(),
                network.featureNames(),
                network.features(),
                network.space(),
                network instanceof NetworkRatio plain
                        ? plain.parameters()
                        : Standardisation.ofParameters(network.space()),
                network instanceof MorphedRatio morphed ? Optional.of(morphed.polynomial()) : Optional.empty(),
                network.weights().shape(),
                members,
                weights);
    }

    RatioNetwork network(float[] values) {
        NetworkWeights network = NetworkWeights.of(shape, values);
        return polynomial.isPresent()
                ? MorphedRatio.of(space, featureNames, features, polynomial.get(), network, reference)
                : NetworkRatio.of(space, featureNames, features, parameters, network, reference);
    }

    private List<String> morphing() {
        return polynomial.map(PolynomialLines::of).orElse(List.of());
    }

    /** Return the text, from the name of the format to the line {@code end}. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(polynomial.isPresent() ? MORPHED : weights.isEmpty() ? EQUAL : WEIGHTED);
        lines.add("reference " + escape(reference));
        lines.add("features " + featureNames.size());
        for (int i = 0; i < featureNames.size(); i++) {
            lines.add(String.join(
                    " ", "feature", hex(features.mean(i)), hex(features.scale(i)), escape(featureNames.get(i))));
        }
        lines.add("parameters " + space.size());
        for (int i = 0; i < space.size(); i++) {
            Parameter p = space.get(i);
            lines.add(String.join(
                    " ",
                    "parameter",
                    hex(p.min()),
                    hex(p.max()),
                    hex(p.standard()),
                    hex(parameters.mean(i)),
                    hex(parameters.scale(i)),
                    escape(p.name())));
        }
        lines.addAll(morphing());
        lines.add("activation " + shape.activation().label());
        lines.add("hidden " + shape.hidden().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        lines.add("members " + members);
        if (polynomial.isPresent() && weights.isEmpty()) {
            lines.add("weights equal");
        }
        if (!weights.isEmpty()) {
            lines.add("weights " + weights.stream().map(RatioHeader::hex).collect(Collectors.joining(" ")));
        }
        lines.add("end");
        return String.join("\n", lines) + "\n";
    }

    /** Return the length of the header in bytes, or -1 if there is none. */
    static int length(byte[] bytes) {
        byte[] magic = MAGIC.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < magic.length || !Arrays.equals(Arrays.copyOf(bytes, magic.length), magic)) {
            return -1;
        }
        int limit = Math.min(bytes.length, MAX_HEADER) - END.length;
        for (int i = 0; i <= limit; i++) {
            if (Arrays.equals(bytes, i, i + END.length, END, 0, END.length)) {
                return i + END.length;
            }
        }
        return -1;
    }

    /** Read the text of a header. */
    static RatioHeader parse(String text, Path path) {
        Iterator<String> lines = text.lines().iterator();
        String first = lines.next();
        if (!first.equals(EQUAL) && !first.equals(WEIGHTED) && !first.equals(MORPHED)) {
            throw RatioFile.bad(
                    path, "says \"" + first + "\" where this version reads \"" + EQUAL + "\" to \"" + MORPHED + "\"");
        }
        try {
            return parseLines(lines, !first.equals(EQUAL), first.equals(MORPHED));
        } catch (IllegalArgumentException | NotFound e) {
            throw RatioFile.bad(path, "has a wrong header: " + e.getMessage());
        }
    }

    private static RatioHeader parseLines(Iterator<String> lines, boolean weighted, boolean morphed) {
        String reference = unescape(field(lines, "reference"));
        int d = count(lines, "features", 1, MAX_ENTRIES);
        List<String> names = new ArrayList<>();
        double[] mean = new double[d];
        double[] scale = new double[d];
        for (int i = 0; i < d; i++) {
            String[] part = parts(field(lines, "feature"), 3);
            mean[i] = Double.parseDouble(part[0]);
            scale[i] = Double.parseDouble(part[1]);
            names.add(unescape(part[2]));
        }
        int k = count(lines, "parameters", 0, MAX_ENTRIES);
        List<Parameter> parameters = new ArrayList<>();
        double[] centre = new double[k];
        double[] width = new double[k];
        for (int i = 0; i < k; i++) {
            String[] part = parts(field(lines, "parameter"), 6);
            parameters.add(new Parameter(
                    unescape(part[5]),
                    Double.parseDouble(part[0]),
                    Double.parseDouble(part[1]),
                    Double.parseDouble(part[2])));
            centre[i] = Double.parseDouble(part[3]);
            width[i] = Double.parseDouble(part[4]);
        }
        Optional<MorphedPolynomial> polynomial =
                morphed ? Optional.of(PolynomialLines.parse(lines, k)) : Optional.empty();
        Activation activation = Activation.parse(field(lines, "activation"));
        List<Integer> hidden = new ArrayList<>();
        for (String part : field(lines, "hidden").split(" ", MAX_ENTRIES)) {
            hidden.add(Integer.parseInt(part));
        }
        int members = count(lines, "members", 1, MAX_MEMBERS);
        return new RatioHeader(
                reference,
                names,
                Standardisation.of(mean, scale),
                new ParameterSpace(parameters),
                Standardisation.of(centre, width),
                polynomial,
                polynomial.isPresent()
                        ? NetworkShape.of(d, 0, hidden, activation)
                                .withOutputs(polynomial.get().outputs())
                        : NetworkShape.of(d, k, hidden, activation),
                members,
                weighted ? weights(lines, members) : List.of());
    }

    private static List<Double> weights(Iterator<String> lines, int members) {
        String text = field(lines, "weights");
        if (text.equals("equal")) {
            return List.of();
        }
        List<Double> weights = new ArrayList<>();
        for (String part : text.split(" ", MAX_ENTRIES)) {
            double weight = Double.parseDouble(part);
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("the weight of a member is " + part);
            }
            weights.add(weight);
        }
        if (weights.size() != members || weights.stream().noneMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException(weights.size() + " weights of " + members + " members");
        }
        return weights;
    }

    static String field(Iterator<String> lines, String key) {
        String line = lines.hasNext() ? lines.next() : "";
        if (!line.startsWith(key + " ")) {
            throw new IllegalArgumentException("\"" + line + "\" where \"" + key + "\" belongs");
        }
        return line.substring(key.length() + 1);
    }

    private static int count(Iterator<String> lines, String key, int least, int most) {
        int value = Integer.parseInt(field(lines, key));
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " " + key + ", expected " + least + " to " + most);
        }
        return value;
    }

    static String[] parts(String text, int expected) {
        String[] parts = text.split(" ", expected);
        if (parts.length != expected) {
            throw new IllegalArgumentException("\"" + text + "\" has too few fields");
        }
        return parts;
    }

    /** Decimal digits of a double differ between Java releases, hexadecimal ones do not. */
    static String hex(double value) {
        return Double.toHexString(value);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = switch (text.charAt(i)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> text.charAt(i);
                };
            }
            result.append(c);
        }
        return result.toString();
    }
}
