package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.Failure;
import hep.aurum.base.Progress;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.sample.EventSample;
import hep.aurum.source.SharedData;
import hep.aurum.source.TableSources;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Studies of files that CMS and Delphes wrote, compared with numbers computed from their columns here. Sums over the files
 * are those of uproot 4.3.7.
 */
class RealTablesTest {

    private static final String NANO = "thirdparty/root-nanoaod/nano_dy.root";
    private static final String DELPHES = "thirdparty/root-delphes/delphes-10events.root";

    /** pb, for the 40 events of the file. */
    private static final double DRELL_YAN = 6077;

    private static final String STUDY = """
            aurum: 1
            name: tables
            luminosity: 1
            parameters: {mu: {range: [0, 2], standard: 1}}
            processes:
              signal: {rate: mu, events: [{file: FILE, KEYS}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private StudySample read(String file, String keys, String rest) throws IOException {
        Path path = SharedData.file(file).toAbsolutePath();
        String text = STUDY.replace("FILE", "'" + path + "'").replace("KEYS", keys) + rest;
        return SampleReading.read(StudyReader.read(Files.writeString(folder.resolve("s.yaml"), text)), Progress.NONE);
    }

    /** Return a column, a list for each row. */
    private static List<double[]> column(String file, String name) {
        List<double[]> rows = new ArrayList<>();
        try (TableCursor cursor = TableSources.open(SharedData.file(file)).open(List.of(name))) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                for (int row = 0; row < batch.rows(); row++) {
                    int start = batch.column(0).start(row);
                    double[] values = new double[batch.column(0).count(row)];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = batch.column(0).real(start + i);
                    }
                    rows.add(values);
                }
            }
        }
        return rows;
    }

    private static double[] single(String file, String name) {
        return column(file, name).stream().mapToDouble(row -> row[0]).toArray();
    }

    private static double sum(EventSample events, String feature) {
        int index = events.featureNames().indexOf(feature);
        return IntStream.range(0, events.size())
                .mapToDouble(i -> events.feature(i, index))
                .sum();
    }

    private static double feature(EventSample events, int row, String name) {
        return events.feature(row, events.featureNames().indexOf(name));
    }

    /** Objects of a collection, by descending transverse momentum. */
    private static final class Objects {

        private final List<double[]> pt;
        private final List<double[]> eta;
        private final List<double[]> phi;
        private final List<double[]> mass;

        Objects(String file, String pt, String eta, String phi, String mass) {
            this.pt = column(file, pt);
            this.eta = column(file, eta);
            this.phi = column(file, phi);
            this.mass = column(file, mass);
        }

        int[] order(int row) {
            double[] values = pt.get(row);
            return IntStream.range(0, values.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(values[b], values[a]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        /** Invariant mass of the first two, by m₁² + m₂² + 2(E₁E₂ − p₁·p₂). */
        double massOfTwo(int row) {
            double[] energy = new double[2];
            double[][] p = new double[2][];
            double square = 0;
            for (int k = 0; k < 2; k++) {
                int i = order(row)[k];
                double t = pt.get(row)[i];
                double m = mass.get(row)[i];
                p[k] = new double[] {
                    t * Math.cos(phi.get(row)[i]), t * Math.sin(phi.get(row)[i]), t * Math.sinh(eta.get(row)[i])
                };
                energy[k] = Math.sqrt(p[k][0] * p[k][0] + p[k][1] * p[k][1] + p[k][2] * p[k][2] + m * m);
                square += m * m;
            }
            double dot = p[0][0] * p[1][0] + p[0][1] * p[1][1] + p[0][2] * p[1][2];
            return Math.sqrt(square + 2 * (energy[0] * energy[1] - dot));
        }
    }

    @Test
    void nanoAodGivesItsMuonsJetsAndWeights() throws IOException {
        StudySample sample = read(NANO, "weight: genWeight, cross_section: " + DRELL_YAN, """
                selection: [nJet >= 0]
                observables:
                  m_mumu: {expression: "mass(muon[1] + muon[2])", default: -1, flag: has_mumu}
                  n_mu: count(muon)
                  n_jet: count(Jet)
                  n_jet30: "count(jet{pt > 30})"
                  met: pt(met)
                  met_x: px(met)
                  met_column: MET_pt
                  q1: {expression: "charge(muon[1])", default: 0}
                  lhe: "LHEScaleWeight[0]"
                """);
        EventSample events = sample.events();
        Objects muons = new Objects(NANO, "Muon_pt", "Muon_eta", "Muon_phi", "Muon_mass");
        List<double[]> jets = column(NANO, "Jet_pt");
        List<double[]> charges = column(NANO, "Muon_charge");
        double[] weights = single(NANO, "genWeight");
        double[] met = single(NANO, "MET_pt");
        double[] metPhi = single(NANO, "MET_phi");
        List<double[]> scales = column(NANO, "LHEScaleWeight");

        assertThat(events.size()).isEqualTo(40);
        assertThat(DoubleStream.of(weights).sum()).isCloseTo(578762.436, within(1e-3));
        int pairs = 0;
        for (int i = 0; i < 40; i++) {
            int n = muons.pt.get(i).length;
            boolean pair = n >= 2;
            pairs += pair ? 1 : 0;
            assertThat(feature(events, i, "has_mumu")).isEqualTo(pair ? 1 : 0);
            double mass = pair ? muons.massOfTwo(i) : -1;
            assertThat(feature(events, i, "m_mumu")).isCloseTo(mass, within(1e-9 * Math.abs(mass)));
            assertThat(feature(events, i, "n_mu")).isEqualTo(n);
            assertThat(feature(events, i, "n_jet")).isEqualTo(jets.get(i).length);
            assertThat(feature(events, i, "n_jet30"))
                    .isEqualTo(
                            DoubleStream.of(jets.get(i)).filter(pt -> pt > 30).count());
            assertThat(feature(events, i, "met")).isCloseTo(met[i], within(1e-12 * met[i]));
            assertThat(feature(events, i, "met_x")).isCloseTo(met[i] * Math.cos(metPhi[i]), within(1e-12 * met[i]));
            assertThat(feature(events, i, "met_column")).isEqualTo(met[i]);
            assertThat(feature(events, i, "q1")).isEqualTo(n == 0 ? 0 : charges.get(i)[muons.order(i)[0]]);
            assertThat(feature(events, i, "lhe")).isEqualTo(scales.get(i)[0]);
            double share = DRELL_YAN * weights[i] / DoubleStream.of(weights).sum();
            assertThat(events.weightAt(i, new double[] {1})).isCloseTo(share, within(1e-12 * Math.abs(share)));
        }
        assertThat(pairs).isBetween(1, 39);
        assertThat(sum(events, "n_mu")).isEqualTo(18);
        assertThat(sum(events, "n_jet")).isEqualTo(188);
        assertThat(sum(events, "met_column")).isCloseTo(1253.30672, within(1e-5));
    }

    /** The events of the file are some of those generated: their weights are shares of the whole. */
    @Test
    void nanoAodIsNormalisedByTheSumOfAllWeights() throws IOException {
        double whole = 2 * 578762.436;
        EventSample events = read(NANO, "cross_section: " + DRELL_YAN + ", sum_of_weights: " + whole, """
                selection: [nMuon >= 2]
                observables: {n: nMuon}
                """)
                .events();
        double[] weights = single(NANO, "genWeight");
        double[] muons = single(NANO, "nMuon");

        double expected = IntStream.range(0, 40)
                .filter(i -> muons[i] >= 2)
                .mapToDouble(i -> DRELL_YAN * weights[i] / whole)
                .sum();
        double found = IntStream.range(0, events.size())
                .mapToDouble(i -> events.weightAt(i, new double[] {1}))
                .sum();
        assertThat(found).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void delphesGivesItsJetsAndTags() throws IOException {
        EventSample events = read(DELPHES, "cross_section: 3", """
                selection: [count(Jet) >= 0]
                observables:
                  n_jet: count(jet)
                  n_jet30: "count(jet{pt > 30})"
                  n_b: count(bjet)
                  ht: ht(Jet)
                  pt1: {expression: "pt(jet[1])", default: 0}
                  tag1: {expression: "BTag(Jet[1])", default: -1, flag: has_jet}
                  m_jj: {expression: "mass(Jet[1] + Jet[2])", default: -1}
                """).events();
        Objects jets = new Objects(DELPHES, "Jet.PT", "Jet.Eta", "Jet.Phi", "Jet.Mass");
        List<double[]> tags = column(DELPHES, "Jet.BTag");

        assertThat(events.size()).isEqualTo(10);
        for (int i = 0; i < 10; i++) {
            double[] pt = jets.pt.get(i);
            assertThat(feature(events, i, "n_jet")).isEqualTo(pt.length);
            assertThat(feature(events, i, "n_jet30"))
                    .isEqualTo(DoubleStream.of(pt).filter(t -> t > 30).count());
            assertThat(feature(events, i, "has_jet")).isEqualTo(pt.length > 0 ? 1 : 0);
            assertThat(feature(events, i, "tag1")).isEqualTo(pt.length > 0 ? tags.get(i)[jets.order(i)[0]] : -1);
            double mass = pt.length > 1 ? jets.massOfTwo(i) : -1;
            assertThat(feature(events, i, "m_jj")).isCloseTo(mass, within(1e-9 * Math.abs(mass)));
            assertThat(events.weightAt(i, new double[] {1})).isCloseTo(0.3, within(1e-15));
        }
        assertThat(sum(events, "n_jet")).isEqualTo(60);
        assertThat(sum(events, "n_b")).isEqualTo(9);
        assertThat(sum(events, "ht")).isCloseTo(3978.17651, within(1e-5));
        assertThat(feature(events, 0, "n_jet")).isEqualTo(8);
        assertThat(feature(events, 0, "pt1")).isCloseTo(68.992661, within(1e-6));
    }

    /** This file of Delphes has no missing transverse momentum, and says so before any event is read. */
    @Test
    void whatATreeLacksIsNamed() {
        // Skipped, not failed, where there are no data.
        SharedData.file(DELPHES);

        assertThatThrownBy(() -> read(DELPHES, "cross_section: 3", "observables: {x: pt(met)}\n"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("met");
    }
}
