package hep.aurum.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.EventAnalysis;
import hep.aurum.observable.Observable;
import hep.aurum.observable.ObservableSet;
import hep.aurum.observable.Selection;
import hep.aurum.observable.detector.Detector;
import hep.aurum.observable.expression.Scope;
import hep.aurum.observable.object.ParticleClasses;
import hep.aurum.param.Benchmark;
import hep.aurum.param.MadGraphFile;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Morphing;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.param.ProcessWeights;
import hep.aurum.simulator.PolynomialProcess;
import hep.aurum.simulator.toy.BumpOptions;
import hep.aurum.simulator.toy.BumpToy;
import hep.aurum.simulator.toy.EftOptions;
import hep.aurum.simulator.toy.EftToy;
import hep.aurum.simulator.toy.Toy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

    private static final RandomStreams STREAMS = RandomStreams.of(5);
    private static final EftToy TOY = EftToy.of(EftOptions.withDefaults());

    private static EventSample eft(int size) {
        return new SimulatedSample(TOY, TOY.reference(), size, 0, STREAMS).inMemory();
    }

    private static EventSample bump(int size) {
        BumpToy toy = BumpToy.of(BumpOptions.withDefaults());
        MonomialBasis basis = MonomialBasis.complete(1, 1);
        List<EventSample> samples = new ArrayList<>();
        for (PolynomialProcess process : toy.processes()) {
            samples.add(new SimulatedSample(process, toy.reference(), size, samples.size(), STREAMS).inMemory(basis));
        }
        return EventSample.join(samples);
    }

    @Test
    void polynomialLabelsAreThoseOfTheToy() {
        EventSample sample = eft(2000);
        PolynomialLabels labels = PolynomialLabels.of(sample);
        double[] theta0 = {0.3};
        double[] theta1 = {-0.1};
        double rates = labels.crossSection(theta1) / labels.crossSection(theta0);
        CrossSection sigma = CrossSection.of(sample);
        double[] score = new double[1];
        double[] product = new double[1];
        double[] slope = new double[1];
        sigma.gradient(theta0, slope);

        for (int i = 0; i < 50; i++) {
            double z = sample.coefficient(i, 1) / sample.coefficient(i, 0) / 2;
            double amplitudes = (1 + 0.3 * z) / (1 - 0.1 * z);
            double ratio = labels.jointRatio(i, theta0, theta1);
            labels.jointScore(i, theta0, score);

            assertThat(ratio).isCloseTo(amplitudes * amplitudes * rates, within(1e-10 * ratio));
            assertThat(score[0]).isCloseTo(2 * z / (1 + 0.3 * z) - slope[0] / sigma.value(theta0), within(1e-10));
            assertThat(labels.ratioGradient(i, theta0, theta1, product)).isCloseTo(ratio, within(1e-12 * ratio));
            assertThat(product[0]).isCloseTo(ratio * score[0], within(1e-12 * ratio));
        }
    }

    @Test
    void crossSectionsOfTheToyAreItsClosedForm() {
        CrossSection sigma = CrossSection.of(eft(40_000));

        ParameterPoint theta = ParameterPoint.of(0.3);
        // Five errors: exceeded once in two million experiments.
        double error = sigma.uncertainty(theta);
        assertThat(sigma.value(theta)).isCloseTo(1e-3 * 1.78, within(5 * error));
        assertThat(sigma.uncertainty(TOY.reference())).isCloseTo(1e-3 / 200, within(1e-15));
        assertThat(sigma.effectiveEvents(TOY.reference())).isCloseTo(40_000, within(1e-6));
    }

    /** A signal at μ = 0 has weight 0 there: its score has no value, but r·t has. */
    @Test
    void gradientOfTheRatioIsFiniteWhereTheWeightVanishes() {
        EventSample sample = bump(100);
        PolynomialLabels labels = PolynomialLabels.of(sample);
        double[] gradient = new double[1];

        double ratio = labels.ratioGradient(0, new double[] {0}, new double[] {1}, gradient);

        assertThat(ratio).isZero();
        // d/dmu [mu S/(mu S + B)] / [S/(S+B)] at 0 is (S + B)/B.
        assertThat(gradient[0]).isCloseTo(1.05, within(1e-12));
        assertThatThrownBy(() -> labels.jointScore(0, new double[] {0}, gradient))
                .hasMessageContaining("vanishes at theta = [0.0]");
    }

    @Test
    void splitKeepsCopiesTogetherAndCrossSectionsExact() {
        EventSample sample = bump(4000);
        EventSample doubled = EventSample.join(List.of(sample, sample));
        Split split = Split.of(doubled, Split.usualFractions(), STREAMS);

        assertThat(split.isByEvent()).isTrue();
        int rows = 0;
        for (Part part : Part.values()) {
            EventSample piece = split.part(part);
            rows += piece.size();
            for (int process = 0; process < 2; process++) {
                double whole = CrossSection.ofProcess(doubled, process)
                        .value(doubled.space().standard());
                double own = CrossSection.ofProcess(piece, process)
                        .value(doubled.space().standard());
                assertThat(own).isCloseTo(whole, within(1e-12 * whole));
            }
        }
        assertThat(rows).isEqualTo(doubled.size());
        // 16 000 rows of 8000 events, half of them wanted; five binomial errors of the events.
        assertThat(split.rows(Part.TRAINING).length / 16_000.0).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(8000)));
    }

    @Test
    void splitOfAnEventDoesNotDependOnItsNeighbours() {
        EventSample sample = eft(1000);
        EventSample reversed = sample.subset(
                java.util.stream.IntStream.range(0, 1000).map(i -> 999 - i).toArray(), 1);

        long[] one = origins(sample, Split.of(sample, Split.usualFractions(), STREAMS));
        long[] two = origins(reversed, Split.of(reversed, Split.usualFractions(), STREAMS));

        assertThat(one).isEqualTo(two);
    }

    private static long[] origins(EventSample sample, Split split) {
        return Arrays.stream(split.rows(Part.TEMPLATE))
                .mapToLong(sample::origin)
                .sorted()
                .toArray();
    }

    @Test
    void aPartWithoutEventsOfAProcessIsRefused() {
        Map<Part, Double> fractions = new EnumMap<>(Part.class);
        fractions.put(Part.TEMPLATE, 1e-9);

        Split split = Split.of(bump(100), fractions, STREAMS);

        assertThatThrownBy(() -> split.part(Part.TEMPLATE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("template has no event, or no net weight, of process signal");
    }

    /**
     * 400 experiments of ν = 178 at θ = 0.3 from a pool of 5000. Their mean number lies within five errors, and so does the
     * variance over the mean, whose error is √(2/400).
     */
    @Test
    void pseudoDataArePoissonAndFollowTheLaw() {
        EventSample pool = eft(5000);
        ParameterPoint theta = ParameterPoint.of(0.3);
        double nu = 1e5 * CrossSection.of(pool).value(theta);
        double sum = 0;
        double squares = 0;
        double features = 0;
        int experiments = 400;
        for (int e = 0; e < experiments; e++) {
            PseudoData data = PseudoData.draw(pool, 100, theta, STREAMS, e);
            assertThat(Arrays.stream(data.rows()).distinct().count()).isEqualTo(data.size());
            assertThat(data.reuseFraction()).isZero();
            assertThat(data.expected()).isCloseTo(nu, within(1e-9));
            sum += data.size();
            squares += (double) data.size() * data.size();
            for (int i = 0; i < data.size(); i++) {
                features += data.feature(i, 0);
            }
        }
        double mean = sum / experiments;
        double variance = squares / experiments - mean * mean;
        double weighted = 0;
        for (int i = 0; i < pool.size(); i++) {
            weighted += 1e5 * pool.weightAt(i, theta.toArray()) * pool.feature(i, 0);
        }

        assertThat(mean).isCloseTo(nu, within(5 * Math.sqrt(nu / experiments)));
        assertThat(variance / mean).isCloseTo(1, within(5 * Math.sqrt(2.0 / experiments)));
        // Sum of x: the variance of a compound Poisson sum is nu E[x^2], about 178 * 4.6.
        assertThat(features / experiments).isCloseTo(weighted, within(5 * Math.sqrt(178 * 4.6 / experiments)));
    }

    @Test
    void pseudoDataFromASmallPoolSaySo() {
        PseudoData data = PseudoData.draw(eft(100), 200, TOY.reference(), STREAMS, 0);

        assertThat(data.reuseFraction()).isGreaterThan(0.5);
        assertThat(data.warnings()).singleElement().asString().contains("repeat an event");
        assertThatThrownBy(() -> PseudoData.draw(eft(20), 10, TOY.reference(), STREAMS, 0))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("only 20 events of process eft-toy");
    }

    @Test
    void unweightedEventsKeepTheirSigns() {
        EventSample sample = new EventSample(
                ParameterSpace.of(new Parameter("a", 0, 1, 0)),
                List.of("x"),
                List.of("p"),
                MonomialBasis.complete(1, 0),
                new double[] {1, 2, 3, 4},
                new double[] {3, -1, 0, 2},
                new int[4],
                new long[] {0, 1, 2, 3});
        int n = 60_000;

        UnweightedEvents events = UnweightedEvents.draw(sample, ParameterPoint.of(0), n, STREAMS.stream("test", 0));

        double mean = 0;
        int[] counts = new int[4];
        for (int i = 0; i < n; i++) {
            counts[events.row(i)]++;
            mean += events.sign(i) * sample.feature(events.row(i), 0) * events.weightEachPb();
        }
        assertThat(events.negativeFraction()).isCloseTo(1 / 6.0, within(1e-15));
        assertThat(counts[2]).isZero();
        assertThat(counts[0] / (double) n).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(n)));
        // Sum of w x = 3 - 2 + 8 = 9; one draw has a standard deviation below 6 * 3.
        assertThat(mean).isCloseTo(9, within(5 * 18 / Math.sqrt(n)));
    }

    /** θ = −0.2 lies between the two samples; both forms of the sum must give σ(0) S(θ). */
    @Test
    void mixturesOfToySamplesAreUnbiasedAndBetter() {
        EventSample atZero = eft(8000);
        ParameterPoint far = ParameterPoint.of(0.5);
        EventSample atFar = new SimulatedSample(TOY, far, 8000, 1, STREAMS).inMemory();

        EventSample both = MixtureWeights.combine(List.of(
                MixtureWeights.Component.of(atZero, TOY.reference(), CrossSection.of(atZero)),
                MixtureWeights.Component.of(atFar, far, CrossSection.of(atFar))));

        for (double value : new double[] {-0.5, -0.2, 0, 0.2, 0.5}) {
            ParameterPoint theta = ParameterPoint.of(value);
            CrossSection sigma = CrossSection.of(both);
            double truth = 1e-3 * EftToy.rate(theta.toArray());
            assertThat(sigma.value(theta)).isCloseTo(truth, within(5 * sigma.uncertainty(theta)));
        }
        assertThat(CrossSection.of(both).uncertainty(far))
                .isLessThan(0.6 * CrossSection.of(atZero).uncertainty(far));
        LabelAudit.of(both).run(STREAMS).require();
    }

    /** The direct cross-section at b5 is 0.002348 ± 0.000013 pb; the standard-model sample alone gives 0.002285. */
    @Test
    void mixtureOfMadGraphSamplesPredictsTheFarPoint() {
        ParameterSpace space = ParameterSpace.of(new Parameter("cHW", -3, 3, 0), new Parameter("cHWtil", -3, 3, 0));
        ParameterPoint b5 = ParameterPoint.of(3, 3);
        EventSample sm = madGraph("vbf_haa_cHW_cHWtil_sm_10k.lhe.gz", space, 0);
        EventSample far = madGraph("vbf_haa_cHW_cHWtil_gen_b5_2k.lhe.gz", space, 1);

        CrossSection both = CrossSection.of(MixtureWeights.combine(List.of(
                MixtureWeights.Component.of(sm, space.standard(), CrossSection.of(sm)),
                MixtureWeights.Component.of(far, b5, CrossSection.of(far)))));

        CrossSection alone = CrossSection.of(sm);
        double error = both.uncertainty(b5);
        assertThat(alone.value(b5)).isCloseTo(0.0022848377, within(1e-10));
        assertThat(both.value(b5)).isCloseTo(0.002348, within(3 * Math.hypot(error, 0.000013)));
        assertThat(error).isLessThan(0.35 * alone.uncertainty(b5));
        assertThat(both.value(space.standard())).isCloseTo(0.00106631, within(3 * both.uncertainty(space.standard())));
    }

    private static EventSample madGraph(String name, ParameterSpace space, int number) {
        Morphing morphing = Morphing.quadratic(
                space,
                List.of(
                        new Benchmark("sm", ParameterPoint.of(0, 0)),
                        new Benchmark("b1", ParameterPoint.of(3, 0)),
                        new Benchmark("b2", ParameterPoint.of(-3, 0)),
                        new Benchmark("b3", ParameterPoint.of(0, 3)),
                        new Benchmark("b4", ParameterPoint.of(0, -3)),
                        new Benchmark("b5", ParameterPoint.of(3, 3))));
        MadGraphFile file = MadGraphFile.read(name);
        SampleBuilder builder = SampleBuilder.of(
                space, List.of(), morphing.basis(), "signal", ProcessWeights.morphed(morphing, 0, 0), number);
        for (int i = 0; i < file.events().size(); i++) {
            builder.add(i + 1L, 0, file.weights(i, morphing.benchmarkNames()), 1, new double[0]);
        }
        EventSample sample = builder.build(1.0 / builder.generated());
        LabelAudit.of(sample).run(STREAMS).require();
        return sample;
    }

    /** What the events on paper give must be what the toy drew: features to the bit, weights to rounding. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void roadThroughParticlesAndBenchmarksGivesTheSameSample(int parameters) {
        EftToy toy = EftToy.of(EftOptions.withDefaults().withParameters(parameters));
        Morphing morphing = Morphing.quadratic(toy.space(), toy.benchmarks());

        compareRoads(toy, toy, ProcessWeights.morphed(morphing, new int[parameters]), toy.benchmarks());
    }

    @Test
    void roadThroughPhotonPairsGivesTheSameMasses() {
        BumpToy toy = BumpToy.of(BumpOptions.withDefaults());

        compareRoads(toy, toy.processes().get(0), ProcessWeights.constant(1), List.of());
        compareRoads(toy, toy.processes().get(1), ProcessWeights.constant(0), List.of());
    }

    private static void compareRoads(
            Toy toy, PolynomialProcess process, ProcessWeights weights, List<Benchmark> benchmarks) {
        SimulatedSample simulated = new SimulatedSample(process, toy.reference(), 300, 7, STREAMS);
        EventSample expected = simulated.inMemory();
        Scope scope = Scope.of(ParticleClasses.standard());
        List<Observable> observables = new ArrayList<>();
        for (int i = 0; i < toy.featureNames().size(); i++) {
            observables.add(Observable.of(
                    toy.featureNames().get(i), toy.featureExpressions().get(i), scope));
        }
        EventAnalysis analysis = EventAnalysis.of(
                Detector.ideal(ParticleClasses.standard()),
                Selection.of(List.of(), scope),
                ObservableSet.of(observables),
                STREAMS);
        SampleBuilder builder =
                SampleBuilder.of(toy.space(), toy.featureNames(), process.basis(), process.name(), weights, 7);
        double[] x = new double[observables.size()];
        for (Iterator<Event> events = simulated.events(benchmarks); events.hasNext(); ) {
            Event event = events.next();
            double[] atBenchmarks = new double[event.weightCount()];
            Arrays.setAll(atBenchmarks, event::weight);
            assertThat(analysis.evaluate(event, event.number(), 0, x)).isTrue();
            builder.add(event.number(), event.weight(), atBenchmarks, 1, x);
        }
        EventSample actual = builder.build(1.0 / builder.generated());

        double[] theta = toy.space().standard().toArray();
        theta[0] += 0.1;
        for (int i = 0; i < expected.size(); i++) {
            for (int f = 0; f < expected.dimension(); f++) {
                assertThat(actual.feature(i, f)).isEqualTo(expected.feature(i, f));
            }
            double weight = expected.weightAt(i, theta);
            assertThat(actual.weightAt(i, theta)).isCloseTo(weight, within(1e-12 * weight));
            assertThat(actual.origin(i)).isEqualTo(expected.origin(i));
        }
    }
}
