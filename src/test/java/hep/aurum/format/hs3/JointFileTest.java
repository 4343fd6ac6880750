package hep.aurum.format.hs3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.base.Sha256;
import hep.aurum.estimator.NetworkRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.Standardisation;
import hep.aurum.format.onnx.OnnxExport;
import hep.aurum.infer.fit.Profile;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.FixedShape;
import hep.aurum.likelihood.joint.JointModel;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.math.optim.Objective;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JointFileTest {

    @TempDir
    Path folder;

    private static JointWorkspace example() {
        return JointExample.of(EventData.of(JointExample.events(60, 21), 2));
    }

    private JointWorkspace written(JointWorkspace joint, String name) {
        Path file = folder.resolve(name);
        JointFile.write(file, joint);
        return JointFile.read(file);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertSame(StatisticalModel actual, StatisticalModel expected, double relative) {
        assertThat(actual.parameters()).isEqualTo(expected.parameters());
        assertThat(actual.poi()).isEqualTo(expected.poi());
        Objective one = expected.twiceNll();
        Objective two = actual.twiceNll();
        UniformRandomProvider random = RandomStreams.of(3).stream("points", 0);
        double[] start = expected.initialPoint();
        for (int i = 0; i < 10; i++) {
            double[] theta = start.clone();
            Arrays.setAll(theta, j -> start[j] + 0.6 * random.nextDouble() - 0.3);
            double value = one.value(theta);
            assertThat(two.value(theta)).isCloseTo(value, within(relative * Math.abs(value)));
        }
    }

    @Test
    void everyKindOfDensityComesBackWithTheSameLikelihood() {
        JointWorkspace joint = example();

        JointWorkspace read = written(joint, "model.hs3.json");

        assertSame(read.model(), joint.model(), 0);
        assertThat(read.workspace()).isEqualTo(joint.workspace());
        assertThat(read.parts().get(0).dataDriven()).containsExactly("fakes");
        assertThat(read.parts().get(0).data()).isEqualTo(joint.parts().get(0).data());
        assertThat(read.extra()).isEqualTo(joint.extra());
    }

    @Test
    void aSecondTripChangesNoByte() throws IOException {
        JointWorkspace read = written(example(), "model.hs3.json");
        List<String> names = names();
        byte[] before = Files.readAllBytes(folder.resolve("model.hs3.json"));

        JointFile.write(folder.resolve("model.hs3.json"), read);

        assertThat(Files.readAllBytes(folder.resolve("model.hs3.json"))).isEqualTo(before);
        assertThat(names()).isEqualTo(names);
    }

    @Test
    void toysAreThoseOfTheSamePools() {
        JointWorkspace joint = example();
        JointModel expected = (JointModel) joint.model();
        JointModel actual = (JointModel) written(joint, "model.hs3.json").model();
        double[] theta = expected.initialPoint();

        assertThat(actual.toy(theta, RandomStreams.of(5).stream("toy", 0)).data(0))
                .isEqualTo(expected.toy(theta, RandomStreams.of(5).stream("toy", 0))
                        .data(0));
        assertThat(actual.asimov(theta).data(0))
                .isEqualTo(expected.asimov(theta).data(0));
    }

    @Test
    void networksAloneGiveTheSameLikelihoodInSinglePrecision() throws IOException {
        JointWorkspace joint = example();
        Path file = folder.resolve("model.hs3.json");
        JointFile.write(file, joint);
        String text = Files.readString(file);
        while (text.contains("\"exact\"")) {
            text = withoutExact(text);
        }
        Files.writeString(file, text);

        JointWorkspace read = JointFile.read(file);
        assertSame(read.model(), joint.model(), 1e-6);
        JointFile.write(folder.resolve("again.hs3.json"), read);
        assertSame(JointFile.read(folder.resolve("again.hs3.json")).model(), read.model(), 0);
    }

    /** Remove one value of the key with its braces, and the comma before it. */
    private static String withoutExact(String text) {
        int key = text.indexOf("\"exact\"");
        int from = text.lastIndexOf(',', key);
        int depth = 0;
        int to = text.indexOf('{', key);
        do {
            depth += text.charAt(to) == '{' ? 1 : text.charAt(to) == '}' ? -1 : 0;
            to++;
        } while (depth > 0);
        return text.substring(0, from) + text.substring(to);
    }

    @Test
    void functionsComeBack() {
        JointWorkspace joint = JointExample.withFunctions(example());

        JointWorkspace read = written(joint, "model.hs3.json");

        assertThat(read.functions()).isEqualTo(joint.functions());
        assertThat(Hs3.read(folder.resolve("model.hs3.json"), "m_binned_only").channels())
                .hasSize(1);
        assertSame(read.model(), joint.model(), 0);
    }

    @Test
    void largeDataLieInAFile() throws IOException {
        EventData data = EventData.of(JointExample.events(JointWriter.MOST_INSIDE + 1, 22), 2);

        JointWorkspace read = written(JointExample.of(data), "model.hs3.json");

        assertThat(read.parts().get(0).data()).isEqualTo(data);
        assertThat(Files.size(folder.resolve("model.hs3.json"))).isLessThan(50_000);
    }

    @Test
    void weightsComeBack() {
        double[] weights =
                RandomStreams.of(23).stream("weights", 0).doubles(50, -0.1, 2).toArray();
        EventData data = new EventData(JointExample.events(50, 23), weights);

        assertThat(written(JointExample.of(data), "model.hs3.json")
                        .parts()
                        .get(0)
                        .data())
                .isEqualTo(data);
    }

    @Test
    void aReaderOfTheStandardFindsTheChannelsOfBins() {
        JointWorkspace joint = example();
        JointFile.write(folder.resolve("model.hs3.json"), joint);

        BinnedModel standard = BinnedModel.of(Hs3.read(folder.resolve("model.hs3.json"), "m_binned_only"));

        assertThat(standard.bins()).isEqualTo(2);
        assertThat(standard.counts()).containsExactly(92, 41);
        assertThat(standard.parameters().stream().map(ModelParameter::name))
                .containsExactlyInAnyOrder("lumi", "scale", "fakes");
        assertThat(((JointModel) joint.model()).parameters().stream().map(ModelParameter::name))
                .contains("cHW", "network_fakes_4");
        assertThatThrownBy(() -> Hs3.read(folder.resolve("model.hs3.json"), "m"))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("aurum_mixture_dist");
    }

    @Test
    void aLikelihoodOfBinsAloneIsAPlainDocument() throws IOException {
        JointWorkspace joint = example();
        JointWorkspace plain = new JointWorkspace(
                joint.workspace(), "m", InterpolationCodes.withDefaults(), List.of(), List.of(), Optional.empty());

        JointWorkspace read = written(plain, "plain.hs3.json");

        assertThat(read.parts()).isEmpty();
        assertThat(read.workspace()).isEqualTo(joint.workspace());
        assertThat(JointFile.isJoint(folder.resolve("plain.hs3.json"))).isFalse();
        assertThat(Files.readString(folder.resolve("plain.hs3.json"))).doesNotContain("aurum");
    }

    /** The events are dealt out to two channels that share their densities, none of which has parameters. */
    @Test
    void splittingTheEventsOfFixedDensitiesChangesNoTest() {
        double[] events = JointExample.events(60, 21);
        assertSameTests(
                JointExample.ofFixed(List.of(JointExample.fixedPart("SR", EventData.of(events, 2))), 1),
                JointExample.ofFixed(
                        List.of(
                                JointExample.fixedPart("A", EventData.of(Arrays.copyOf(events, 30), 2)),
                                JointExample.fixedPart("B", EventData.of(Arrays.copyOfRange(events, 30, 120), 2))),
                        0.25,
                        0.75));
    }

    /** The same with densities that a network moves, whose series must not depend on the other events. */
    @Test
    void splittingTheEventsOfLearnedDensitiesChangesNoTest() {
        double[] events = JointExample.events(60, 21);
        assertSameTests(
                JointExample.of(List.of(JointExample.part("SR", EventData.of(events, 2))), 1),
                JointExample.of(
                        List.of(
                                JointExample.part("A", EventData.of(Arrays.copyOf(events, 30), 2)),
                                JointExample.part("B", EventData.of(Arrays.copyOfRange(events, 30, 120), 2))),
                        0.25,
                        0.75));
    }

    private void assertSameTests(JointWorkspace whole, JointWorkspace parts) {
        Profile one = Profile.of(written(whole, "whole.hs3.json").model());
        Profile two = Profile.of(written(parts, "parts.hs3.json").model());
        for (double mu : new double[] {0, 0.5, 2}) {
            assertThat(two.tMu(mu)).isCloseTo(one.tMu(mu), within(1e-8));
        }
    }

    @Test
    void aFunctionOfJavaIsRefusedAndNothingIsLeft() throws IOException {
        EventChannel channel = new EventChannel(
                "SR",
                JointExample.channel("SR").processes().stream()
                        .map(p -> p.name().equals("fakes")
                                ? new EventChannel.Process(
                                        "fakes", new FixedShape(JointExample.FEATURES, x -> x[0] / 200))
                                : p)
                        .toList());
        JointWorkspace.Part part = example().parts().get(0);
        JointWorkspace joint =
                JointExample.of(List.of(new JointWorkspace.Part(channel, part.data(), part.generator(), List.of())), 1);

        assertThatThrownBy(() -> JointFile.write(folder.resolve("model.hs3.json"), joint))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("function of Java")
                .hasMessageContaining("reference law");
        assertThat(names()).isEmpty();
    }

    @Test
    void aChangedFileIsNamed() throws IOException {
        JointFile.write(folder.resolve("model.hs3.json"), example());
        for (String name : names()) {
            if (name.equals("model.hs3.json")) {
                continue;
            }
            Path file = folder.resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            byte[] changed = bytes.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> JointFile.read(folder.resolve("model.hs3.json")))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("checksum");
            Files.delete(file);
            assertThatThrownBy(() -> JointFile.read(folder.resolve("model.hs3.json")))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining(name + " is not there");
            Path elsewhere =
                    Files.write(Files.createDirectories(folder.resolve("sub")).resolve(name), bytes);
            Files.createSymbolicLink(file, elsewhere);
            assertThatThrownBy(() -> JointFile.read(folder.resolve("model.hs3.json")))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining(name + " is a link");
            Files.delete(file);
            Files.write(file, bytes);
        }
        assertThat(JointFile.checksums(folder.resolve("model.hs3.json"))).hasSizeGreaterThan(8);
    }

    @Test
    void aPathOutOfTheFolderIsRefused() throws IOException {
        Path file = folder.resolve("model.hs3.json");
        JointFile.write(file, example());
        String text = Files.readString(file);
        String network =
                names().stream().filter(n -> n.endsWith(".onnx")).findFirst().orElseThrow();
        for (String name : List.of("../" + network, "/etc/passwd", "sub/" + network, "..", "")) {
            Files.writeString(file, text.replace(network, name));
            assertThatThrownBy(() -> JointFile.read(file))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("plain name");
        }
    }

    /** The example of the documentation, with a network in place of its file. */
    @Test
    void theExampleOfTheDocumentationIsRead() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/formats/joint-likelihood.md"));
        String json = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));
        ParameterSpace space = ParameterSpace.of(new Parameter("mass", 110, 150, 125));
        RatioEstimator network = NetworkRatio.of(
                space,
                List.of("m"),
                Standardisation.of(new double[] {130}, new double[] {17}),
                Standardisation.ofParameters(space),
                NetworkWeights.random(
                        NetworkShape.of(1, 1, List.of(8), Activation.TANH), RandomStreams.of(1).stream("weights", 0)),
                "a flat law");
        OnnxExport.of(network).write(folder.resolve("signal.onnx"));
        Path file = folder.resolve("search.hs3.json");
        Files.writeString(file, json.replace("0".repeat(64), Sha256.ofFile(folder.resolve("signal.onnx"))));

        JointWorkspace joint = JointFile.read(file);

        assertThat(JointFile.isJoint(file)).isTrue();
        JointModel model = (JointModel) joint.model();
        assertThat(model.parameters().stream().map(ModelParameter::name)).containsExactly("mu", "xs", "mass");
        assertThat(model.data(0).weights()).hasSize(6);
        double[] theta = {2, 0, 125};
        // 2 (ν − Σ log λ) + 2 (λ − n log λ + log n!) + x²/1 with the constant of its Gaussian, the constraint at its
        // centre.
        double expected = 2 * (2 * 5 + 8);
        for (double m : model.data(0).events()) {
            double signal = StrictMath.exp(network.logRatio(new double[] {m}, new double[] {125}));
            expected -= 2 * StrictMath.log(10 * signal + 8);
        }
        expected += 2 * (90 - 86 * StrictMath.log(90) + LogGamma.value(87)) + StrictMath.log(2 * StrictMath.PI);
        assertThat(model.twiceNll().value(theta)).isCloseTo(expected, within(1e-5));
        assertThat(BinnedModel.of(Hs3.read(file, "search_binned_only")).bins()).isEqualTo(1);
        JointFile.write(file, joint);
        assertSame(JointFile.read(file).model(), model, 0);
    }

    /** Whatever is cut off or replaced, the answer is a sentence. */
    @Test
    void damagedDocumentsEndInASentence() throws IOException {
        Path file = folder.resolve("model.hs3.json");
        JointFile.write(file, JointExample.withFunctions(example()));
        String text = Files.readString(file);
        List<String> values = new ArrayList<>();
        for (String word : List.of(
                "\"type\"",
                "\"rates\"",
                "\"density\"",
                "\"file\"",
                "\"theta\"",
                "\"name\"",
                "\"exponents\"",
                "\"entries\"",
                "\"expression\"",
                "\"pools\"",
                "\"features\"",
                "\"density_parameters\"",
                "\"axes\"",
                "\"likelihood\"",
                "\"init\"",
                "\"version\"",
                "\"parameters\"",
                "\"data\"",
                "\"distributions\"")) {
            values.add(text.replace(word, "\"other\""));
            int seen = 0;
            for (int at = text.indexOf(word); at >= 0 && seen < 40; at = text.indexOf(word, at + 1)) {
                seen++;
                if (seen % 3 != 1) {
                    continue;
                }
                int colon = text.indexOf(':', at);
                values.add(text.substring(0, colon + 1) + " 17, \"more\":" + text.substring(colon + 1));
                values.add(text.substring(0, colon + 1) + " [], \"more\":" + text.substring(colon + 1));
            }
        }
        int refused = 0;
        for (String value : values) {
            Files.writeString(file, value);
            try {
                JointFile.read(file);
            } catch (hep.aurum.base.Failure e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(values.size() / 2);
    }
}
