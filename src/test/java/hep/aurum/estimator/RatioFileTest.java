package hep.aurum.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioFileTest {

    private static final ParameterSpace SPACE =
            ParameterSpace.of(new Parameter("cHW", -1, 2, 0), new Parameter("a name \\ of\ntwo lines", 0, 5, 1));

    @TempDir
    private Path folder;

    private Path file;
    private final EnsembleRatio ensemble = EnsembleRatio.of(List.of(network(0), network(1)));

    @BeforeEach
    void writeAnEnsemble() {
        file = folder.resolve("ratio.aurum");
        RatioFile.write(ensemble, file);
    }

    private static NetworkRatio network(int member) {
        NetworkShape shape = NetworkShape.of(3, 2, List.of(9, 17), Activation.SILU);
        return NetworkRatio.of(
                SPACE,
                List.of("jet1_pt", "delta phi", "x"),
                Standardisation.of(new double[] {40, 0.1, -3}, new double[] {25, 1.0 / 3, 1}),
                Standardisation.ofParameters(SPACE),
                NetworkWeights.random(shape, RandomStreams.of(4).stream("weights", member)),
                "to the law\nof a test");
    }

    @Test
    void whatIsReadIsWhatWasWrittenToTheBit() throws IOException {
        EnsembleRatio read = (EnsembleRatio) RatioFile.read(file);

        assertThat(read.space()).isEqualTo(SPACE);
        assertThat(read.featureNames()).isEqualTo(ensemble.featureNames());
        assertThat(read.describe()).isEqualTo("to the law\nof a test");
        double[] x = {55, -0.2, 0};
        double[] theta = {0.7, 1.1};
        double[] score = new double[2];
        double[] scoreRead = new double[2];
        assertThat(read.logRatioAndScore(x, theta, scoreRead)).isEqualTo(ensemble.logRatioAndScore(x, theta, score));
        assertThat(scoreRead).containsExactly(score);
        Path again = folder.resolve("again.aurum");
        RatioFile.write(read, again);
        assertThat(again).hasBinaryContent(Files.readAllBytes(file));
    }

    @Test
    void weightsOfTheMembersSurvive() throws IOException {
        // Three weights whose sum is not 1 and whose shares are not exact.
        EnsembleRatio weighted =
                EnsembleRatio.of(List.of(network(0), network(1), network(2)), new double[] {0.1, 0.7, 0.1});
        RatioFile.write(weighted, file);
        EnsembleRatio read = (EnsembleRatio) RatioFile.read(file);

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("aurum-ratio 2\n");
        assertThat(read.weights()).containsExactly(weighted.weights());
        double[] x = {55, -0.2, 0};
        double[] theta = {0.7, 1.1};
        assertThat(read.logRatio(x, theta)).isEqualTo(weighted.logRatio(x, theta));
        assertThat(read.spread(x, theta)).isEqualTo(weighted.spread(x, theta));
        Path again = folder.resolve("again.aurum");
        RatioFile.write(read, again);
        assertThat(again).hasBinaryContent(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void morphedRatiosSurviveToTheBit(boolean square) throws IOException {
        for (double[] weights : List.of(new double[] {1, 1}, new double[] {0.1, 0.7})) {
            EnsembleRatio morphed = EnsembleRatio.of(List.of(morphed(0, square), morphed(1, square)), weights);
            RatioFile.write(morphed, file);

            EnsembleRatio read = (EnsembleRatio) RatioFile.read(file);

            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("aurum-ratio 3\n");
            double[] x = {55, -0.2, 0};
            double[] theta = {0.7, 1.1};
            double[] score = new double[2];
            double[] scoreRead = new double[2];
            assertThat(read.logRatioAndScore(x, theta, scoreRead)).isEqualTo(morphed.logRatioAndScore(x, theta, score));
            assertThat(scoreRead).containsExactly(score);
            Path again = folder.resolve("again.aurum");
            RatioFile.write(read, again);
            assertThat(again).hasBinaryContent(Files.readAllBytes(file));
        }
    }

    private static MorphedRatio morphed(int member, boolean square) {
        double[] total = {2, 1, -1, 3, 0.5, 2};
        MonomialBasis basis = MonomialBasis.complete(2, 2);
        MorphedPolynomial polynomial = square
                ? MorphedPolynomial.square(basis, 4, total).orElseThrow()
                : MorphedPolynomial.additive(basis, 4, total, new double[] {1, 2, 3, 0.1, 5, 6});
        NetworkShape shape =
                NetworkShape.of(3, 0, List.of(9, 17), Activation.SILU).withOutputs(6);
        return MorphedRatio.of(
                SPACE,
                List.of("jet1_pt", "delta phi", "x"),
                Standardisation.of(new double[] {40, 0.1, -3}, new double[] {25, 1.0 / 3, 1}),
                polynomial,
                NetworkWeights.random(shape, RandomStreams.of(4).stream("weights", member)),
                "to the law of a test");
    }

    @ParameterizedTest
    @CsvSource({
        "morphing square, morphing round, neither square nor additive",
        "morphing square 0x1.0p2 6, morphing square 0x1.0p2 60000, 60000 monomials",
        "morphing square 0x1.0p2, morphing square -0x1.0p2, -0x1.0p2 events",
        "monomial 0x1.0p1, monomial -0x1.0p1, no sum of squares",
        "monomial 0x1.0p1, monomial NaN, NaN",
        "0x0.0p0 2 0, 0x0.0p0 -2 0, the power -2",
        "0x0.0p0 2 0, 0x0.0p0 1 0, repeat",
        "0x0.0p0 2 0, 0x0.0p0 2, too few fields",
    })
    void hostilePolynomialsAreRefused(String old, String changed, String complaint)
            throws IOException, NoSuchAlgorithmException {
        RatioFile.write(morphed(0, true), file);
        replacePart(old, changed);

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> RatioFile.read(file))
                .withMessageContaining(complaint);
    }

    @Test
    void ratiosOfTwoLawsWithoutParametersSurvive() {
        NetworkRatio two = NetworkRatio.of(
                ParameterSpace.of(),
                List.of("x"),
                Standardisation.of(new double[] {1}, new double[] {2}),
                Standardisation.ofParameters(ParameterSpace.of()),
                NetworkWeights.random(
                        NetworkShape.of(1, 0, List.of(5), Activation.TANH), RandomStreams.of(4).stream("weights", 0)),
                "of two laws");
        RatioFile.write(two, file);

        assertThat(RatioFile.read(file).logRatio(new double[] {3}, new double[0]))
                .isEqualTo(two.logRatio(new double[] {3}, new double[0]));
    }

    @Test
    void equalWeightsAreWrittenAsVersionOne() throws IOException {
        byte[] plain = Files.readAllBytes(file);
        RatioFile.write(EnsembleRatio.of(ensemble.members(), new double[] {0.5, 0.5}), file);

        assertThat(file).hasBinaryContent(plain);
        assertThat(new String(plain, 0, 13, StandardCharsets.US_ASCII)).isEqualTo("aurum-ratio 1");
    }

    @ParameterizedTest
    @CsvSource({
        "0x1.0p0 0x1.8p1, 0x1.0p0, 1 weights of 2 members",
        "0x1.0p0 0x1.8p1, 0x1.0p0 0x1.8p1 0x1.0p0, 3 weights of 2 members",
        "0x1.0p0 0x1.8p1, 0x1.0p0 -0x1.8p1, weight of a member is -0x1.8p1",
        "0x1.0p0 0x1.8p1, 0x1.0p0 NaN, weight of a member is NaN",
        "0x1.0p0 0x1.8p1, 0x0.0p0 0x0.0p0, 2 weights of 2 members",
        "0x1.0p0 0x1.8p1, one two, one",
    })
    void hostileWeightsAreRefused(String old, String changed, String complaint)
            throws IOException, NoSuchAlgorithmException {
        RatioFile.write(EnsembleRatio.of(ensemble.members(), new double[] {1, 3}), file);
        replace("weights " + old, "weights " + changed);

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> RatioFile.read(file))
                .withMessageContaining(complaint);
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(BadInput.class).isThrownBy(() -> RatioFile.read(file));
        }
    }

    @Test
    void everyFlippedByteIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i += 11) {
            byte[] wrong = whole.clone();
            wrong[i] ^= 0x10;
            Files.write(file, wrong);
            assertThatExceptionOfType(BadInput.class).isThrownBy(() -> RatioFile.read(file));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aurum-ratio 1, aurum-ratio 4, this version reads",
        "aurum-ratio 1, aurum-ratio 2, weights",
        "features 3, features 2000000000, features",
        "features 3, features -1, features",
        "hidden 9 17, hidden 16000 16000 16000, parameters",
        "hidden 9 17, hidden 0, hidden layer",
        "members 2, members 4000, asks for",
        "activation silu, activation relux, activation",
        "members 2, members two, two",
    })
    void hostileHeadersAreRefusedEvenWithARightChecksum(String old, String changed, String complaint)
            throws IOException, NoSuchAlgorithmException {
        replace(old, changed);

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> RatioFile.read(file))
                .withMessageContaining(complaint);
    }

    /** Change a line of the header and put the checksum right. */
    private void replace(String old, String changed) throws IOException, NoSuchAlgorithmException {
        replacePart(old + "\n", changed + "\n");
    }

    private void replacePart(String old, String changed) throws IOException, NoSuchAlgorithmException {
        byte[] whole = Files.readAllBytes(file);
        String text = new String(whole, 0, whole.length - 32, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(old);
        byte[] body = text.replace(old, changed).getBytes(StandardCharsets.ISO_8859_1);
        byte[] wrong = Arrays.copyOf(body, body.length + 32);
        System.arraycopy(MessageDigest.getInstance("SHA-256").digest(body), 0, wrong, body.length, 32);
        Files.write(file, wrong);
    }

    @Test
    void batchesGiveTheNumbersOfSingleEvents() {
        NetworkRatio network = network(0);
        int n = 1500;
        double[] events = new double[3 * n];
        for (int i = 0; i < events.length; i++) {
            events[i] = StrictMath.sin(i) * 30;
        }
        double[] thetas = {0.1, 0.2, -0.7, 3, 1.5, 4.5};
        double[] ratios = new double[3 * n];
        double[] scores = new double[2 * n];
        double[] first = new double[n];
        network.logRatios(events, thetas, ratios, 2);
        network.logRatiosAndScores(events, new double[] {0.1, 0.2}, first, scores, 2);

        double[] score = new double[2];
        for (int i = 0; i < n; i += 97) {
            double[] x = Arrays.copyOfRange(events, 3 * i, 3 * i + 3);
            for (int j = 0; j < 3; j++) {
                double[] theta = Arrays.copyOfRange(thetas, 2 * j, 2 * j + 2);
                assertThat(network.logRatio(x, theta)).isEqualTo(ratios[3 * i + j]);
            }
            assertThat(network.logRatioAndScore(x, new double[] {0.1, 0.2}, score))
                    .isEqualTo(first[i]);
            assertThat(Arrays.copyOfRange(scores, 2 * i, 2 * i + 2)).containsExactly(score);
        }
    }

    @Test
    void scoreIsTheSlopeOfTheLogRatioPerUnitOfTheParameter() {
        NetworkRatio network = network(0);
        double[] x = {10, 0.4, -2};
        double[] score = new double[2];
        network.logRatioAndScore(x, new double[] {0.3, 2}, score);

        // Single precision leaves about 1e-7 / 0.1 in the difference.
        double step = 0.05;
        double up = network.logRatio(x, new double[] {0.3 + step, 2});
        double down = network.logRatio(x, new double[] {0.3 - step, 2});
        assertThat((up - down) / (2 * step)).isCloseTo(score[0], within(3e-3 * Math.abs(score[0]) + 1e-5));
    }

    @Test
    void featuresThatAreNotFiniteAreRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> ensemble.logRatio(new double[] {1, bad, 0}, new double[] {0, 1}))
                    .withMessageContaining("delta phi");
        }
    }
}
