package hep.aurum.observable.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.observable.object.ParticleClasses;
import hep.aurum.observable.object.Reconstruction;
import hep.aurum.physics.FourVector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final Scope SCOPE = Scope.of(ParticleClasses.standard());

    /** Two back-to-back photons of 62.5 GeV, jets of 40, 30 and 20 GeV, an electron, a b jet of 25 GeV. */
    private static final Reconstruction EVENT = Reconstruction.builder(7)
            .add(21, massless(30, -2, 1))
            .add(22, new FourVector(0, 62.5, 0, 62.5))
            .add(1, massless(40, 3, 0))
            .add(22, new FourVector(0, -62.5, 0, 62.5))
            .add(-5, massless(25, 0.5, -1))
            .add(-11, massless(15, 0.1, 2))
            .add(2, massless(20, -4.8, 3))
            .build();

    private static FourVector massless(double pt, double eta, double phi) {
        return FourVector.ofPtEtaPhiMass(pt, eta, phi, 0);
    }

    private static double number(String text) {
        Frame frame = Frame.of(EVENT);
        double value = Expression.parse(text, SCOPE).number(frame);
        assertThat(frame.missing()).isNull();
        assertThat(frame.isUndefined()).isFalse();
        return value;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        1 + 2 * 3                             ; 7
        (1 + 2) * 3                           ; 9
        -2^2                                  ; -4
        2^-1                                  ; 0.5
        2^3^2                                 ; 512
        7 - 4 - 2                             ; 1
        8 / 4 / 2                             ; 1
        1.5e2 - .5                            ; 149.5
        - -3                                  ; 3
        +3                                    ; 3
        abs(-3) + sign(-2)                    ; 2
        min(3, 1, 2) + max(3, 1, 2)           ; 4
        if(1 < 2, 10, 20)                     ; 10
        if(1 > 2 or not (2 == 2), 10, 20)     ; 20
        if(1 < 2 && !(2 < 1), 1, 0)           ; 1
        if(1 > 2 || 2 != 3, 1, 0)             ; 1
        if(not 1 > 2, 1, 0)                   ; 1
        sqrt(16) + log10(1000) + exp(0)       ; 8
        log(exp(2))                           ; 2
        4 * atan2(1, 1) - pi                  ; 0
        sin(0) + cos(0) + tan(0)              ; 1
        asin(1) + acos(1) - pi / 2 + atan(0)  ; 0
        sinh(0) + cosh(0) + tanh(0)           ; 1
        1 < 2                                 ; 1
        2 <= 1                                ; 0
        """)
    void arithmeticFollowsTheUsualRules(String text, double expected) {
        assertThat(number(text)).isCloseTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mass(photon[1] + photon[2])                  | 125
        costhetastar(photon[1], photon[2])           | 0
        mass(pdg(22)[1] + pdg(22)[2])                | 125
        pt(jet[1])                                   | 40
        pt(jet[4])                                   | 20
        pt(bjet[1])                                  | 25
        pt(pdg(-5)[1]) - pt(pdg(-11)[1])             | 10
        pt(lepton[1])                                | 15
        count(jet)                                   | 4
        count(jet{pt > 22})                          | 3
        count(jet{abs(eta) < 4.7 and pt > 28})       | 2
        pt(jet{abs(eta) < 1}[1])                     | 25
        count(jet{deltaR(object, electron[1]) > 3})  | 3
        ht(jet)                                      | 115
        pt(photon[1] - photon[1])                    | 0
        mass(-photon[1] - photon[2])                 | 125
        deltaPhi(jet[1], jet[2])                     | -1
        deltaEta(jet[1], jet[2])                     | 5
        signedDeltaPhi(jet[2], jet[1])               | -1
        eta(forward(jet[2], jet[1]))                 | 3
        eta(backward(jet[2], jet[1]))                | -2
        phi(jet[2])                                  | 1
        y(jet[1]) - rapidity(jet[1])                 | 0
        mass(met)                                    | 0
        exists(jet[4]) and not exists(jet[5])        | 1
        exists(jet{deltaR(object, muon[1]) > 1}[1])  | 0
        count(muon)                                  | 0
        mass(sum(muon))                              | 0
        mass(sum(photon))                            | 125
        mt(photon[1], photon[2])                     | 125
        mt(photon[1])                                | 62.5
        """)
    void particlesAreSortedByDescendingTransverseMomentum(String text, double expected) {
        assertThat(number(text)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void componentsAreThoseOfTheVector() {
        assertThat(number("px(jet[2])")).isCloseTo(30 * Math.cos(1), within(1e-13));
        assertThat(number("py(jet[2])")).isCloseTo(30 * Math.sin(1), within(1e-13));
        assertThat(number("pz(jet[2])")).isCloseTo(30 * Math.sinh(-2), within(1e-12));
        assertThat(number("energy(jet[2])")).isCloseTo(30 * Math.cosh(2), within(1e-12));
    }

    @Test
    void missingMomentumBalancesWhatWasSeen() {
        double x = -(30 * Math.cos(1) + 40 + 25 * Math.cos(1) + 15 * Math.cos(2) + 20 * Math.cos(3));
        double y = -(30 * Math.sin(1) - 25 * Math.sin(1) + 15 * Math.sin(2) + 20 * Math.sin(3));

        assertThat(number("px(met)")).isCloseTo(x, within(1e-12));
        assertThat(number("py(met)")).isCloseTo(y, within(1e-12));
        assertThat(number("pz(met)")).isZero();
    }

    @Test
    void definitionsStandForTheirMeaning() {
        Scope scope = SCOPE.define("central", Expression.parse("jet{abs(eta) < 2.5}", SCOPE));
        scope = scope.define("higgs_candidate", Expression.parse("photon[1] + photon[2]", scope));

        Frame frame = Frame.of(EVENT);
        assertThat(Expression.parse("mass(higgs_candidate) + count(central)", scope)
                        .number(frame))
                .isEqualTo(127);
    }

    @Test
    void userClassesAreCalledByTheirNames() {
        Scope scope = Scope.of(ParticleClasses.standard().with("light", List.of(1, 2, 3, 21)));

        assertThat(Expression.parse("count(light)", scope).number(Frame.of(EVENT)))
                .isEqualTo(3);
    }

    @Test
    void conditionsAreShortCircuited() {
        Frame frame = Frame.of(EVENT);
        Expression guarded = Expression.parse("count(jet) >= 5 and pt(jet[5]) > 30", SCOPE);

        assertThat(guarded.holds(frame)).isFalse();
        assertThat(frame.missing()).isNull();
    }

    @Test
    void missingObjectIsNotedAndNamed() {
        Frame frame = Frame.of(EVENT);

        Expression.parse("pt(jet[1]) + pt( jet{pt > 22} [ 4 ])", SCOPE).number(frame);

        assertThat(frame.missing()).isEqualTo("jet{pt > 22} [ 4 ]");
    }

    @Test
    void missingObjectInsideAFilterIsTheReason() {
        Frame frame = Frame.of(EVENT);

        Expression.parse("count(jet{deltaR(object, muon[1]) > 1})", SCOPE).number(frame);

        assertThat(frame.missing()).isEqualTo("muon[1]");
        assertThat(frame.isUndefined()).isFalse();
    }

    @Test
    void comparisonWithAnUndefinedNumberIsNoted() {
        Frame frame = Frame.of(EVENT);

        Expression.parse("log(0 - 1) > 0", SCOPE).holds(frame);

        assertThat(frame.isUndefined()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pt(jet[1])                              | GeV
        mass(photon[1] + photon[2]) / 2         | GeV
        pt(jet[1]) * pt(jet[2])                 | GeV^2
        sqrt(pt(jet[1]) * pt(jet[2]))           | GeV
        mass(jet[1])^2                          | GeV^2
        pt(jet[1]) / mass(photon[1])            | ''
        deltaPhi(jet[1], jet[2])                | rad
        abs(deltaPhi(jet[1], jet[2])) - pi      | rad
        deltaR(jet[1], jet[2])                  | ''
        count(jet)                              | ''
        pt(jet[1]) + phi(jet[1])                | ''
        max(pt(jet[1]), 0)                      | GeV
        if(count(jet) > 1, pt(jet[2]), 0)       | GeV
        1 / pt(jet[1])                          | GeV^-1
        log(pt(jet[1]))                         | ''
        """)
    void unitIsFollowedThroughTheFormula(String text, String unit) {
        assertThat(Expression.parse(text, SCOPE).unit()).isEqualTo(unit);
    }
}
