package hep.aurum.estimator;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Write learned ratios to files and read them back to the same bits; the package's page describes the format.
 *
 * <p>Reading trusts nothing: sizes are bounded before anything is allocated, the length must be what the header says, and the
 * checksum must agree.
 */
public final class RatioFile {

    private static final long MAX_BYTES = 1L << 30;
    private static final int CHECKSUM_BYTES = 32;

    private RatioFile() {}

    /**
     * Write a network or an ensemble of networks, whole or not at all, replacing a file that is there.
     *
     * @throws NotSupported if the estimator is something else, or its members were standardised differently
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(RatioEstimator estimator, Path path) {
        List<RatioNetwork> members = networks(estimator);
        byte[] header = RatioHeader.of(members, weights(estimator)).text().getBytes(StandardCharsets.UTF_8);
        int floats = members.get(0).weights().shape().parameters();
        long size = header.length + 4L * floats * members.size() + CHECKSUM_BYTES;
        if (size > MAX_BYTES) {
            throw new NotSupported(
                    "the model would take " + size + " bytes, more than " + MAX_BYTES,
                    path.toString(),
                    "use fewer members or narrower layers");
        }
        ByteBuffer data = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        data.put(header);
        for (RatioNetwork member : members) {
            data.asFloatBuffer().put(member.weights().parameters());
            data.position(data.position() + 4 * floats);
        }
        data.put(checksum(data.array(), data.position()));
        try {
            replace(path, data.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file appears whole or not at all. */
    private static void replace(Path path, byte[] bytes) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static List<RatioNetwork> networks(RatioEstimator estimator) {
        List<? extends RatioEstimator> members =
                estimator instanceof EnsembleRatio ensemble ? ensemble.members() : List.of(estimator);
        List<RatioNetwork> networks = new ArrayList<>();
        for (RatioEstimator member : members) {
            if (!(member instanceof RatioNetwork network)) {
                throw new NotSupported(
                        "only networks and ensembles of networks can be written to a file",
                        member.describe(),
                        "write the members that are networks");
            }
            networks.add(network);
        }
        return networks;
    }

    private static List<Double> weights(RatioEstimator estimator) {
        return estimator instanceof EnsembleRatio ensemble && !ensemble.isEqual()
                ? Arrays.stream(ensemble.rawWeights()).boxed().toList()
                : List.of();
    }

    /**
     * Read an estimator.
     *
     * @throws BadInput if the file is not a model file of a version that this one reads, is truncated, or does not match its checksum
     * @throws UncheckedIOException if the file cannot be read
     */
    public static RatioEstimator read(Path path) {
        try {
            long size = Files.size(path);
            if (size > MAX_BYTES) {
                throw bad(path, "has " + size + " bytes, more than a model can have");
            }
            return parse(Files.readAllBytes(path), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RatioEstimator parse(byte[] bytes, Path path) {
        int headerLength = RatioHeader.length(bytes);
        if (headerLength < 0) {
            throw bad(path, "is not a model file, or its header is cut");
        }
        String text = new String(bytes, 0, headerLength, StandardCharsets.UTF_8);
        RatioHeader header = RatioHeader.parse(text, path);
        int floats = header.shape().parameters();
        long expected = headerLength + 4L * floats * header.members() + CHECKSUM_BYTES;
        if (bytes.length != expected) {
            throw bad(path, "has " + bytes.length + " bytes, its header asks for " + expected);
        }
        int end = bytes.length - CHECKSUM_BYTES;
        if (!Arrays.equals(checksum(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw bad(path, "does not match its checksum");
        }
        ByteBuffer data =
                ByteBuffer.wrap(bytes, headerLength, end - headerLength).order(ByteOrder.LITTLE_ENDIAN);
        List<RatioNetwork> members = new ArrayList<>();
        for (int m = 0; m < header.members(); m++) {
            float[] parameters = new float[floats];
            data.asFloatBuffer().get(parameters);
            data.position(data.position() + 4 * floats);
            for (float parameter : parameters) {
                if (!Float.isFinite(parameter)) {
                    throw bad(path, "holds a parameter that is " + parameter);
                }
            }
            members.add(header.network(parameters));
        }
        if (!header.weights().isEmpty()) {
            return EnsembleRatio.of(
                    members,
                    header.weights().stream().mapToDouble(Double::doubleValue).toArray());
        }
        return members.size() == 1 ? members.get(0) : EnsembleRatio.of(members);
    }

    private static byte[] checksum(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    static BadInput bad(Path path, String complaint) {
        return new BadInput(
                "cannot read the model " + path.getFileName() + ": it " + complaint,
                path.toString(),
                "train again, or take the file from a run that finished");
    }
}
