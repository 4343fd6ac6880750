package hep.aurum.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.event.Event;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.detector.Detector;
import hep.aurum.observable.detector.NoiseObjects;
import hep.aurum.observable.detector.ObjectResponse;
import hep.aurum.observable.expression.Scope;
import hep.aurum.observable.object.ParticleClasses;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventAnalysisTest {

    private static final ParticleClasses CLASSES = ParticleClasses.standard();
    private static final Scope SCOPE = Scope.of(CLASSES);

    private static EventAnalysis ideal(Selection selection, Observable... observables) {
        return EventAnalysis.of(
                Detector.ideal(CLASSES), selection, ObservableSet.of(List.of(observables)), RandomStreams.of(1));
    }

    private static double[] evaluate(Event event, String... texts) {
        Observable[] observables = IntStream.range(0, texts.length)
                .mapToObj(i -> Observable.of("x" + i, texts[i], SCOPE))
                .toArray(Observable[]::new);
        double[] out = new double[texts.length];
        assertThat(ideal(Selection.all(), observables).evaluate(event, event.number(), 0, out))
                .isTrue();
        return out;
    }

    @Test
    void vectorBosonFusionEventsHaveTheKinematicsOfTheirFile() {
        // Expected numbers by a Python script over the file's text: asinh, atan2, and explicit boosts for cos theta*.
        String[] observables = {
            "mass(photon[1] + photon[2])",
            "pt(photon[1])",
            "pt(photon[2])",
            "eta(jet[1])",
            "eta(jet[2])",
            "mass(jet[1] + jet[2])",
            "signedDeltaPhi(jet[1], jet[2])",
            "deltaPhi(jet[1], jet[2])",
            "deltaR(photon[1], photon[2])",
            "costhetastar(photon[1], photon[2])",
            "costhetastar(jet[1], jet[2])",
            "ht(jet)",
            "y(photon[1] + photon[2])",
            "mt(photon[1], photon[2])"
        };

        assertThat(evaluate(VbfEvents.FIRST, observables))
                .containsExactly(
                        new double[] {
                            125.04949284928252,
                            61.151656282000076,
                            26.22643354604327,
                            -0.733271867619722,
                            0.9712163600589134,
                            100.2497125379131,
                            3.042640266483062,
                            -3.042640266483062,
                            3.550780021516763,
                            -0.7432906372144868,
                            -0.6520189771429423,
                            80.83937322825892,
                            -0.02039289012119095,
                            79.54787208660406
                        },
                        within(1e-8));
        assertThat(evaluate(VbfEvents.SECOND, observables))
                .containsExactly(
                        new double[] {
                            125.06897240689938,
                            71.92012940111289,
                            44.351477731036525,
                            -0.8537205589591348,
                            1.4810385303258875,
                            221.44321841158322,
                            -3.08418491194318,
                            3.08418491194318,
                            3.010836307339225,
                            0.4379283725805822,
                            -0.815213053684512,
                            129.61247502724956,
                            0.2918689228232717,
                            111.79884644621582
                        },
                        within(1e-8));
    }

    @Test
    void missingObjectTakesTheDeclaredDefault() {
        Observable mass = Observable.of("m_jj", "mass(jet[1] + jet[2])", SCOPE).withDefault(-1);
        Observable flag = Observable.of("two_jets", "exists(jet[2])", SCOPE);
        double[] out = new double[2];

        assertThat(ideal(Selection.all(), mass, flag).evaluate(VbfEvents.BACKGROUND, 1, 0, out))
                .isTrue();

        assertThat(out).containsExactly(-1, 0);
    }

    @Test
    void missingObjectWithoutDefaultNamesEventObservableAndRemedy() {
        Observable mass = Observable.of("m_jj", "mass(jet[1] + jet[2])", SCOPE);

        assertThatThrownBy(() -> ideal(Selection.all(), mass).evaluate(VbfEvents.BACKGROUND, 1, 0, new double[1]))
                .isInstanceOfSatisfying(BadInput.class, failure -> {
                    assertThat(failure.what()).isEqualTo("event 1 has no jet[2], which the observable m_jj needs");
                    assertThat(failure.where()).isEqualTo("mass(jet[1] + jet[2])");
                    assertThat(failure.fix()).isEqualTo("declare a default for m_jj, or cut on count(jet) >= 2 before");
                });
    }

    @Test
    void valueThatIsNotFiniteNamesEventAndObservable() {
        Event event = VbfEvents.event(9, 1, VbfEvents.particle(22, 1, 0, 0, 500, 500));

        for (String text : new String[] {"eta(photon[1])", "log(pt(photon[1]))", "if(log(-1) > 0, 1, 0)"}) {
            // A default stands for missing objects only: it does not hide a mistake in the formula.
            Observable observable = Observable.of("bad", text, SCOPE).withDefault(0);
            assertThatThrownBy(() -> ideal(Selection.all(), observable).evaluate(event, 9, 0, new double[1]))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("the observable bad ")
                    .hasMessageContaining("in event 9");
        }
    }

    @Test
    void cutsProtectThoseAfterThem() {
        Selection guarded = Selection.of(List.of("count(jet) >= 2", "pt(jet[2]) > 30"), SCOPE);
        Selection joined = Selection.of(List.of("count(jet) >= 2 and pt(jet[2]) > 30"), SCOPE);
        Selection bare = Selection.of(List.of("pt(jet[2]) > 30"), SCOPE);
        Observable any = Observable.of("n", "count(jet)", SCOPE);

        for (Selection each : List.of(guarded, joined)) {
            assertThat(ideal(each, any).evaluate(VbfEvents.BACKGROUND, 1, 0, new double[1]))
                    .isFalse();
            assertThat(ideal(each, any).evaluate(VbfEvents.FIRST, 1, 0, new double[1]))
                    .isFalse();
            assertThat(ideal(each, any).evaluate(VbfEvents.SECOND, 2, 0, new double[1]))
                    .isTrue();
        }
        assertThatThrownBy(() -> ideal(bare, any).evaluate(VbfEvents.BACKGROUND, 1, 0, new double[1]))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("event 1 has no jet[2], which cut 1 needs")
                .hasMessageContaining("exists(jet[2])");
    }

    @Test
    void rejectedEventLeavesTheArrayAlone() {
        double[] out = {42};
        Selection none = Selection.of(List.of("1 > 2"), SCOPE);

        assertThat(ideal(none, Observable.of("n", "count(jet)", SCOPE)).evaluate(VbfEvents.FIRST, 1, 0, out))
                .isFalse();
        assertThat(out).containsExactly(42);
    }

    @Test
    void cutFlowCountsEventsAndWeightsInOrder() {
        Selection selection = Selection.of(List.of("count(jet) >= 2", "pt(jet[2]) > 30"), SCOPE);
        EventAnalysis analysis = ideal(selection, Observable.of("n", "count(jet)", SCOPE));
        CutFlow first = selection.newCutFlow();
        CutFlow second = selection.newCutFlow();

        analysis.evaluate(VbfEvents.FIRST, 1, 0, new double[1], first);
        analysis.evaluate(VbfEvents.SECOND, 2, 0, new double[1], first);
        analysis.evaluate(VbfEvents.BACKGROUND, 1, 0, new double[1], second);
        first.merge(second);

        assertThat(first.cuts()).containsExactly("count(jet) >= 2", "pt(jet[2]) > 30");
        assertThat(new long[] {first.events(0), first.events(1), first.events(2)})
                .containsExactly(3, 2, 1);
        assertThat(first.sumOfWeights(0)).isCloseTo(2 * 1.06631e-3 + 0.56476, within(1e-15));
        assertThat(first.sumOfWeights(2)).isEqualTo(1.06631e-3);
        assertThat(first.sumOfSquaredWeights(1)).isCloseTo(2 * 1.06631e-3 * 1.06631e-3, within(1e-20));
    }

    @Test
    void resultsDependNeitherOnThreadsNorOnOrder() {
        Detector detector = Detector.ideal(CLASSES)
                .with(
                        "jet",
                        ObjectResponse.ideal()
                                .withPtResolution("0.8 / sqrt(pt)")
                                .withEtaResolution("0.05")
                                .withPhiResolution("0.05"))
                .with("photon", ObjectResponse.ideal().withEfficiency("0.9").withPtResolution("0.02"))
                .with(new NoiseObjects(21, 0.5, 20, 10, 4.5));
        ObservableSet observables = ObservableSet.of(List.of(
                Observable.of("m_yy", "mass(sum(photon))", SCOPE),
                Observable.of("dphi", "signedDeltaPhi(jet[1], jet[2])", SCOPE).withDefault(0),
                Observable.of("met", "pt(met)", SCOPE)));
        EventAnalysis analysis = EventAnalysis.of(detector, Selection.all(), observables, RandomStreams.of(9));
        int n = 500;

        double[][] forwards = new double[n][3];
        IntStream.range(0, n).forEach(i -> analysis.evaluate(VbfEvents.FIRST, i, i % 3, forwards[i]));
        double[][] backwards = new double[n][3];
        for (int i = n - 1; i >= 0; i--) {
            analysis.evaluate(VbfEvents.FIRST, i, i % 3, backwards[i]);
        }
        double[][] parallel = new double[n][3];
        IntStream.range(0, n).parallel().forEach(i -> analysis.evaluate(VbfEvents.FIRST, i, i % 3, parallel[i]));

        assertThat(backwards).isDeepEqualTo(forwards);
        assertThat(parallel).isDeepEqualTo(forwards);
        assertThat(forwards[0]).isNotEqualTo(forwards[1]);
        double[] other = new double[3];
        analysis.withStreams(RandomStreams.of(10)).evaluate(VbfEvents.FIRST, 0, 0, other);
        assertThat(other).isNotEqualTo(forwards[0]);
    }

    @Test
    void everyJavaDrawsTheSameResponse() {
        // Pinned under JDK 17 and reproduced under JDK 25: all functions and the generator in one sum of bits.
        Detector detector = Detector.ideal(CLASSES)
                .with(
                        "jet",
                        ObjectResponse.ideal()
                                .withPtResolution("exp(-1) * pt^-0.3 + 0.01 * sinh(abs(eta)) / cosh(eta)")
                                .withEtaResolution("0.05 * log10(10 + pt)")
                                .withPhiResolution("0.05 * atan(1 + abs(tan(phi)))"))
                .withNoise("jet", 2, 20, 10, 4.5)
                .withMetNoise("0.5 * sqrt(ht(jet))");
        ObservableSet observables = ObservableSet.of(List.of(
                Observable.of("a", "costhetastar(jet[1], photon[1]) + y(jet[1]) + sin(phi(met))", SCOPE)
                        .withDefault(0),
                Observable.of("b", "signedDeltaPhi(jet[1], jet[2]) * tanh(mt(photon[1], met) / 50)", SCOPE)
                        .withDefault(0),
                Observable.of("c", "log(mass(photon[1] + jet[1])) + deltaR(photon[1], jet[1])", SCOPE)
                        .withDefault(0)));
        EventAnalysis analysis = EventAnalysis.of(detector, Selection.all(), observables, RandomStreams.of(4));
        double[] out = new double[3];
        long bits = 0;
        for (int i = 0; i < 2000; i++) {
            analysis.evaluate(i % 2 == 0 ? VbfEvents.FIRST : VbfEvents.BACKGROUND, i, 0, out);
            for (double value : out) {
                bits = 31 * bits + Double.doubleToLongBits(value);
            }
        }

        assertThat(bits).isEqualTo(6653605145883108255L);
    }

    @Test
    void observablesHaveNamesUnitsAndOrder() {
        ObservableSet set = ObservableSet.of(List.of(
                Observable.of("m_yy", "mass(photon[1] + photon[2])", SCOPE),
                Observable.of("dphi", "deltaPhi(jet[1], jet[2])", SCOPE),
                Observable.of("n", "count(jet)", SCOPE)));

        assertThat(set.names()).containsExactly("m_yy", "dphi", "n");
        assertThat(set.units()).containsExactly("GeV", "rad", "");
        assertThat(set.observables().get(2).withUnit("jets").withDefault(0).unit())
                .isEqualTo("jets");
        assertThat(set.indexOf("dphi")).isEqualTo(1);
        assertThatThrownBy(() -> set.indexOf("dpsi"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"dphi\"?");
    }

    @Test
    void declarationsAreChecked() {
        Observable one = Observable.of("a", "1", SCOPE);

        assertThatThrownBy(() -> ObservableSet.of(List.of(one, one)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("two observables are called \"a\"");
        assertThatThrownBy(() -> ObservableSet.of(List.of())).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Observable.of("v", "photon[1]", SCOPE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the observable v is a four-vector, expected a number");
        assertThatThrownBy(() -> one.withDefault(Double.NaN)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Selection.of(List.of("pt(met)"), SCOPE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("cut 1 is a number, expected a condition");
    }
}
