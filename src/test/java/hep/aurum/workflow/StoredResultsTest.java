package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Points;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredResultsTest {

    @TempDir
    private Path folder = Path.of("");

    private StoredResults read(String result) throws IOException {
        Files.writeString(folder.resolve("result.json"), result);
        return StoredResults.read(folder);
    }

    private static Points points(StoredResults results, String path) {
        return (Points) results.objects().stream()
                .filter(o -> o.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content();
    }

    @Test
    void aLimitIsThreePoints() throws IOException {
        StoredResults results = read("""
                {"name": "s", "title": "A study", "limit": {"level": 0.95, "observed": 1.5, "expected": [1, 2, 4, 7, 11]},
                 "nuisances": {"lumi": {"value": 0.25, "error": 0.5}, "jes": {"value": -1, "error": 1}}}""");

        Points limit = points(results, "/inference/limit/limit");
        assertThat(limit.value(0, 1)).isEqualTo(1.5);
        assertThat(limit.plus(0, 1)).isZero();
        assertThat(limit.value(1, 1)).isEqualTo(4);
        assertThat(limit.minus(1, 1)).isEqualTo(2);
        assertThat(limit.plus(1, 1)).isEqualTo(3);
        assertThat(limit.minus(2, 1)).isEqualTo(3);
        assertThat(limit.plus(2, 1)).isEqualTo(7);
        Points pulls = points(results, "/inference/pulls");
        assertThat(pulls.value(1, 1)).isEqualTo(-1);
        assertThat(pulls.plus(0, 1)).isEqualTo(0.5);
        assertThat(results.objects().get(1).annotations())
                .containsEntry("nuisance 0", "lumi")
                .containsEntry("nuisance 1", "jes");
        assertThat(results.title()).isEqualTo("A study");
        assertThat(results.summary()).isEmpty();
    }

    @Test
    void scansAreCurvesByParameter() throws IOException {
        StoredResults results = read("""
                {"name": "s", "scan": {"expected": {"scans": [
                  {"parameter": "a/b", "values": [0, 1, 2], "twiceDeltaNll": [4, 0, 4]}]}, "observed": null},
                 "discovery": null}""");

        assertThat(results.objects()).extracting(AnalysisObject::path).containsExactly("/inference/scan/expected/a_b");
        Points scan = points(results, "/inference/scan/expected/a_b");
        assertThat(scan.size()).isEqualTo(3);
        assertThat(scan.value(2, 0)).isEqualTo(2);
        assertThat(scan.value(2, 1)).isEqualTo(4);
    }

    @Test
    void whatIsNotARunIsASentence() throws IOException {
        assertThatThrownBy(() -> StoredResults.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("result.json");
        assertThatThrownBy(() -> read("{\"name\": ")).isInstanceOf(BadInput.class);
    }

    @Test
    void rowsOfATableAreEventsWithTheUsualWeight() throws IOException {
        Path table = folder.resolve("table.csv");
        Files.writeString(table, "m,genWeight\n100,2\n110,-0.5\n");

        RecordedEvents events = RecordedEvents.open(table);

        double sum = 0;
        try (EventCursor cursor = events.source().open()) {
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                sum += event.weight() * event.number();
            }
        }
        assertThat(sum).isEqualTo(2 - 0.5 * 2);
    }
}
