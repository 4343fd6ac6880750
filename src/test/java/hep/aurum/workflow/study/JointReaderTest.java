package hep.aurum.workflow.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a study says of its likelihood beside the learned ratio. */
class JointReaderTest {

    private static final String GOOD = """
            aurum: 1
            name: joint
            luminosity: 100
            parameters: {mu: {range: [0, 4], standard: 1}, tau: {range: [0, 1]}}
            processes:
              background: {simulator: {name: bump, events: 10}, data_driven: {uncertainty: 0.1}}
              other: {simulator: {name: bump, events: 10}, rate_uncertainty: 0.2}
              signal: {rate: mu, simulator: {name: bump, events: 10}}
            estimator: {members: 5, bootstrap: true}
            tests: {discovery: {poi: mu, profile: [tau]}}
            combine: [{workspace: control.json, measurement: m}]
            """;

    @TempDir
    private Path folder = Path.of("");

    private Study read(String text) throws IOException {
        Files.writeString(folder.resolve("control.json"), "{}");
        return StudyReader.read(Files.writeString(folder.resolve("study.yaml"), text));
    }

    @Test
    void readsAllOfIt() throws IOException {
        Study study = read(GOOD);
        JointSpec joint = study.joint();

        assertThat(joint.rateUncertainties())
                .containsEntry("background", 0.1)
                .containsEntry("other", 0.2)
                .hasSize(2);
        assertThat(joint.dataDriven()).containsExactly("background");
        assertThat(joint.rateNuisance("background")).isEqualTo("data_driven_background");
        assertThat(joint.rateNuisance("other")).isEqualTo("rate_other");
        assertThat(joint.profiled()).containsExactly(1);
        assertThat(joint.combined()).hasSize(1);
        assertThat(joint.combined().get(0).measurement()).isEqualTo("m");
    }

    /** Five members with bootstrap are enough by themselves; the study can say otherwise in either direction. */
    @ParameterizedTest
    @CsvSource({
        "'members: 5, bootstrap: true', true",
        "'members: 4, bootstrap: true', false",
        "'members: 5', false",
        "'members: 5, bootstrap: true, network_uncertainty: false', false",
        "'members: 4, network_uncertainty: true', true"
    })
    void networkUncertaintyHasADefault(String estimator, boolean expected) throws IOException {
        Study study = read(GOOD.replace("members: 5, bootstrap: true", estimator));

        assertThat(study.joint().hasNetworkUncertainty(study.learning())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data_driven: {uncertainty: 0.1} | data_driven: {uncertainty: 0.1}, rate_uncertainty: 0.2 | two uncertainties",
                "signal: {rate: mu | signal: {data_driven: {uncertainty: 0.1}, rate: mu | measured in data",
                "data_driven: {uncertainty: 0.1} | data_driven: {uncertainty: 1.5} | uncertainty",
                "data_driven: {uncertainty: 0.1} | data_driven: {} | uncertainty",
                "workspace: control.json | workspace: none.json | there is no file",
                "profile: [tau] | profile: [mu] | the tested one",
                "profile: [tau] | profile: [tau, tau] | named twice",
                "profile: [tau] | profile: [sigma] | sigma",
                "members: 5, bootstrap: true | members: 3, network_uncertainty: true | so few networks",
                "tests: {discovery: {poi: mu, profile: [tau]}} | tests: {scan: {points: 5}} | tests no rate"
            })
    void refusesWhatContradictsItself(String good, String bad, String message) {
        String text = GOOD.replace(good, bad);

        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadInput.class).hasMessageContaining(message);
    }
}
