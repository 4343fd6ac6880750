package hep.aurum.source.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.source.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No file of the shared data is forgotten, histograms have their integrals, and every description has the same keys. */
class SharedFolderTest {

    private static final List<String> TABLES = List.of("events", "tables", "histograms", "four-leptons", "others");

    private static List<Facts> histograms() {
        return Facts.of("histograms");
    }

    private static List<Facts> fourLeptons() {
        return Facts.of("four-leptons");
    }

    private static List<Facts> others() {
        return Facts.of("others");
    }

    private static Set<String> mentioned() {
        return TABLES.stream()
                .flatMap(table -> Facts.of(table).stream())
                .map(facts -> facts.text("file"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFileIsMentionedAndEveryMentionIsAFile() {
        Set<String> present = new TreeSet<>();
        for (String part : List.of("generated", "thirdparty", "ship")) {
            Path folder = SharedData.file(part);
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .map(file -> part + "/" + folder.relativize(file))
                        .forEach(name -> present.add(name.replace('\\', '/')));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        assertThat(present).isEqualTo(mentioned());
    }

    @ParameterizedTest
    @MethodSource("histograms")
    void histogramsAreListedAsStated(Facts facts) {
        Contents contents = SharedContents.of(facts.text("file"));
        String name = facts.text("name");
        List<HistogramContents> named = contents.histograms().stream()
                .filter(histogram -> name.equals("*") || histogram.name().equals(name))
                .toList();

        assertThat(contents.sample().problems()).isEmpty();
        if (facts.has("count")) {
            assertThat(contents.histograms()).hasSize((int) facts.number("count"));
        }
        assertThat(named).isNotEmpty().allSatisfy(histogram -> {
            if (facts.has("bins")) {
                assertThat(histogram.bins()).containsExactly((int) facts.number("bins"));
            }
            if (facts.has("entries")) {
                assertThat(histogram.entries()).isEqualTo(facts.number("entries"));
            }
            if (facts.has("sum")) {
                // Heights of single precision: what is stated was rounded.
                assertThat(histogram.sum())
                        .isCloseTo(facts.number("sum"), org.assertj.core.data.Percentage.withPercentage(1e-5));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("fourLeptons")
    void massesOfFourLeptonsHaveTheStatedIntegrals(Facts facts) {
        List<HistogramContents> histograms =
                SharedContents.of(facts.text("file")).histograms();

        assertThat(histograms).hasSize(95);
        facts.values().keySet().stream()
                .skip(1)
                .forEach(name -> assertThat(histograms)
                        .filteredOn(histogram -> histogram.name().equals(name))
                        .singleElement()
                        .satisfies(histogram -> assertThat(histogram.sum())
                                .as(name)
                                .isCloseTo(facts.number(name), facts.offset(name))));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatHoldsNoEventsIsRefusedByItsKind(Facts facts) throws ClassNotFoundException {
        Contents contents = SharedContents.of(facts.text("file"));

        assertThat(contents.sample().isComplete()).isFalse();
        assertThat(contents.sample().events()).isZero();
        assertThat(contents.sample().problems()).singleElement().asString().contains(facts.text("kind"));
        if (facts.has("test")) {
            assertThat(Class.forName(facts.text("test"))).isNotNull();
        }
    }

    @Test
    void everyDescriptionHasTheSameKeys() {
        for (String file : mentioned()) {
            assertThat(SharedContents.of(file).toMap().keySet())
                    .as(file)
                    .containsExactly(
                            "format",
                            "events",
                            "weights",
                            "sum_of_weights",
                            "cross_section_pb",
                            "trees",
                            "histograms",
                            "units",
                            "problems");
        }
    }
}
