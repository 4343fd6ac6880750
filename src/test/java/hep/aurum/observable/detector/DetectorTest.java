package hep.aurum.observable.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.event.Event;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.object.ParticleClasses;
import hep.aurum.observable.object.Reconstruction;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Test the detector response. Statistical tests have fixed seeds and bounds of 6 standard errors: with another seed each
 * fails with a probability of 2e-9.
 */
class DetectorTest {

    private static final int EVENTS = 10_000;
    private static final double SIGMAS = 6;
    private static final ParticleClasses CLASSES = ParticleClasses.standard();
    private static final RandomStreams STREAMS = RandomStreams.of(20_261_121);
    private static final FourVector JET = FourVector.ofPtEtaPhiMass(100, 1.2, 0.4, 5);

    private static Particle particle(int pdgId, int status, FourVector momentum) {
        return new Particle(pdgId, status, -1, -1, momentum, Particle.UNKNOWN_SPIN);
    }

    private static Event event(Particle... particles) {
        return new Event(3, 1, new double[0], List.of(particles));
    }

    private static Detector detector(ObjectResponse response) {
        return Detector.ideal(CLASSES).with("jet", response);
    }

    /** Mean and standard deviation of a property of the leading object over copies of one event. */
    private static double[] moments(Detector detector, Event event, ToDoubleFunction<FourVector> property) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < EVENTS; i++) {
            double value = property.applyAsDouble(
                    detector.reconstruct(event, STREAMS, i, 0).momentum(0));
            sum += value;
            squares += value * value;
        }
        double mean = sum / EVENTS;
        return new double[] {mean, Math.sqrt(squares / EVENTS - mean * mean)};
    }

    private static void assertGaussian(double[] moments, double mean, double width) {
        assertThat(moments[0]).isCloseTo(mean, within(SIGMAS * width / Math.sqrt(EVENTS)));
        assertThat(moments[1]).isCloseTo(width, within(SIGMAS * width / Math.sqrt(2.0 * EVENTS)));
    }

    @Test
    void idealDetectorSeesVisibleFinalParticlesToTheBit() {
        Event event = event(
                particle(2, -1, new FourVector(0, 0, 500, 500)),
                particle(24, 2, JET),
                particle(-11, 1, FourVector.ofPtEtaPhiMass(30, 0, 2, 0)),
                particle(12, 1, FourVector.ofPtEtaPhiMass(40, 0, -1, 0)),
                particle(5, 1, JET));

        Reconstruction seen = Detector.ideal(CLASSES).reconstruct(event, STREAMS, 3, 0);

        assertThat(seen.eventNumber()).isEqualTo(3);
        assertThat(seen.size()).isEqualTo(2);
        assertThat(seen.pdgId(0)).isEqualTo(5);
        assertThat(seen.momentum(0)).isSameAs(JET);
        assertThat(seen.pdgId(1)).isEqualTo(-11);
        assertThat(seen.met().px())
                .isEqualTo(-seen.momentum(1).px() - seen.momentum(0).px());
    }

    @Test
    void invisibleParticlesAreDeclared() {
        Event event = event(particle(9900012, 1, JET), particle(22, 1, JET));
        ParticleClasses classes = CLASSES.withInvisible(List.of(9900012));

        assertThat(Detector.ideal(CLASSES).reconstruct(event, STREAMS, 1, 0).size())
                .isEqualTo(2);
        assertThat(Detector.ideal(classes).reconstruct(event, STREAMS, 1, 0).size())
                .isEqualTo(1);
    }

    @Test
    void transverseMomentumCloses() {
        // 0.8/sqrt(100) = 0.08 and 0.06: together 0.1, so 10 GeV at 100 GeV.
        Detector detector = detector(ObjectResponse.ideal().withPtResolution("sqrt((0.8 / sqrt(pt))^2 + 0.06^2)"));
        Event event = event(particle(21, 1, JET));

        assertGaussian(moments(detector, event, FourVector::pt), 100, 10);
        double[] direction = moments(detector, event, v -> v.eta() + v.phi());
        assertThat(direction[0]).isCloseTo(1.6, within(1e-10));
        assertThat(moments(detector, event, FourVector::mass)[0]).isCloseTo(5, within(1e-10));
    }

    @Test
    void anglesClose() {
        Detector detector =
                detector(ObjectResponse.ideal().withEtaResolution("0.05").withPhiResolution("0.1 / sqrt(pt)"));
        Event event = event(particle(21, 1, JET));

        assertGaussian(moments(detector, event, FourVector::eta), 1.2, 0.05);
        assertGaussian(moments(detector, event, FourVector::phi), 0.4, 0.01);
        assertThat(moments(detector, event, FourVector::pt)[0]).isCloseTo(100, within(1e-10));
        assertThat(moments(detector, event, FourVector::mass)[0]).isCloseTo(5, within(1e-10));
    }

    @Test
    void smearedQuantitiesAreIndependent() {
        Detector detector = detector(ObjectResponse.ideal()
                .withPtResolution("0.1")
                .withEtaResolution("0.05")
                .withPhiResolution("0.02"));
        Event event = event(particle(21, 1, JET));

        double[] product =
                moments(detector, event, v -> (v.pt() - 100) / 10 * (v.eta() - 1.2) / 0.05 * (v.phi() - 0.4) / 0.02);
        double[] pair = moments(detector, event, v -> (v.pt() - 100) / 10 * (v.eta() - 1.2) / 0.05);

        assertThat(product[0]).isCloseTo(0, within(SIGMAS / Math.sqrt(EVENTS)));
        assertThat(pair[0]).isCloseTo(0, within(SIGMAS / Math.sqrt(EVENTS)));
    }

    @Test
    void copiesAndEventsAreSmearedIndependently() {
        Detector detector = detector(ObjectResponse.ideal().withPtResolution("0.1"));
        Event event = event(particle(21, 1, JET));
        double copies = 0;
        double neighbours = 0;
        for (int i = 0; i < EVENTS; i++) {
            double first = pull(detector, event, i, 0);
            copies += first * pull(detector, event, i, 1);
            neighbours += first * pull(detector, event, i + 1L, 0);
        }

        assertThat(copies / EVENTS).isCloseTo(0, within(SIGMAS / Math.sqrt(EVENTS)));
        assertThat(neighbours / EVENTS).isCloseTo(0, within(SIGMAS / Math.sqrt(EVENTS)));
        assertThat(pull(detector, event, 5, 2)).isEqualTo(pull(detector, event, 5, 2));
    }

    private static double pull(Detector detector, Event event, long id, int copy) {
        return (detector.reconstruct(event, STREAMS, id, copy).momentum(0).pt() - 100) / 10;
    }

    @Test
    void efficiencyCloses() {
        Detector detector = detector(ObjectResponse.ideal().withEfficiency("if(abs(eta) < 1, 0.9, 0.25)"));
        Event event = event(particle(21, 1, JET));
        int seen = 0;
        for (int i = 0; i < EVENTS; i++) {
            seen += detector.reconstruct(event, STREAMS, i, 0).size();
        }

        assertThat(seen / (double) EVENTS).isCloseTo(0.25, within(SIGMAS * Math.sqrt(0.25 * 0.75 / EVENTS)));
    }

    @Test
    void acceptanceActsOnTruthAndThresholdOnWhatIsSeen() {
        Event event = event(
                particle(21, 1, FourVector.ofPtEtaPhiMass(19, 0, 0, 0)),
                particle(21, 1, FourVector.ofPtEtaPhiMass(50, 5.5, 0, 0)),
                particle(21, 1, FourVector.ofPtEtaPhiMass(25, 0, 0, 0)),
                particle(22, 1, FourVector.ofPtEtaPhiMass(10, 6, 0, 0)));

        Reconstruction accepted =
                detector(ObjectResponse.ideal().withAcceptance(20, 5)).reconstruct(event, STREAMS, 1, 0);
        assertThat(accepted.size()).isEqualTo(2);
        assertThat(accepted.momentum(0).pt()).isEqualTo(25);
        assertThat(accepted.pdgId(1)).isEqualTo(22);

        Reconstruction above =
                detector(ObjectResponse.ideal().withThreshold(30)).reconstruct(event, STREAMS, 1, 0);
        assertThat(above.size()).isEqualTo(2);
    }

    @Test
    void objectsSmearedBelowZeroOrTheThresholdAreLost() {
        // Width 1: a Gaussian factor 1 + g is positive with probability Φ(1) = 0.841345, above 0.5 with Φ(0.5) =
        // 0.691462.
        Event event = event(particle(21, 1, JET));
        ObjectResponse poor = ObjectResponse.ideal().withPtResolution("1");
        int positive = 0;
        int above = 0;
        for (int i = 0; i < EVENTS; i++) {
            positive += detector(poor).reconstruct(event, STREAMS, i, 0).size();
            above += detector(poor.withThreshold(50))
                    .reconstruct(event, STREAMS, i, 0)
                    .size();
        }

        assertThat(positive / (double) EVENTS).isCloseTo(0.841345, within(SIGMAS * Math.sqrt(0.1335 / EVENTS)));
        assertThat(above / (double) EVENTS).isCloseTo(0.691462, within(SIGMAS * Math.sqrt(0.2133 / EVENTS)));
    }

    @Test
    void noiseObjectsHaveTheirRateAndSpectrum() {
        Detector detector = Detector.ideal(CLASSES).withNoise("jet", 1.5, 20, 10, 4.5);
        Event event = event();
        double count = 0;
        double pt = 0;
        double etaSquared = 0;
        double cosine = 0;
        for (int i = 0; i < EVENTS; i++) {
            Reconstruction seen = detector.reconstruct(event, STREAMS, i, 0);
            count += seen.size();
            for (int k = 0; k < seen.size(); k++) {
                FourVector v = seen.momentum(k);
                assertThat(v.pt()).isGreaterThan(20 - 1e-9);
                assertThat(Math.abs(v.eta())).isLessThan(4.5 + 1e-9);
                pt += v.pt();
                etaSquared += v.eta() * v.eta();
                cosine += Math.cos(v.phi());
            }
        }

        assertThat(count / EVENTS).isCloseTo(1.5, within(SIGMAS * Math.sqrt(1.5 / EVENTS)));
        assertThat(pt / count).isCloseTo(30, within(SIGMAS * 10 / Math.sqrt(count)));
        // Flat: E[η²] = η_max²/3, with standard deviation η_max² sqrt(4/45).
        assertThat(etaSquared / count)
                .isCloseTo(4.5 * 4.5 / 3, within(SIGMAS * 4.5 * 4.5 * Math.sqrt(4.0 / 45) / Math.sqrt(count)));
        assertThat(cosine / count).isCloseTo(0, within(SIGMAS * Math.sqrt(0.5 / count)));
    }

    @Test
    void largeNoiseRatesAreDrawn() {
        Detector detector = Detector.ideal(CLASSES).withNoise("photon", 800, 1, 1, 2);
        double count = 0;
        for (int i = 0; i < 20; i++) {
            count += detector.reconstruct(event(), STREAMS, i, 0).size();
        }

        assertThat(count / 20).isCloseTo(800, within(SIGMAS * Math.sqrt(800 / 20.0)));
    }

    @Test
    void missingMomentumFollowsTheObjectsAndHasNoiseOfItsOwn() {
        Detector detector = Detector.ideal(CLASSES).withMetNoise("0.1 * ht(jet)");
        Event event = event(particle(21, 1, JET));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < EVENTS; i++) {
            double shift = detector.reconstruct(event, STREAMS, i, 0).met().px() + JET.px();
            sum += shift;
            squares += shift * shift;
        }

        double mean = sum / EVENTS;
        assertGaussian(new double[] {mean, Math.sqrt(squares / EVENTS - mean * mean)}, 0, 10);
    }

    @Test
    void firstDeclaredClassDecides() {
        Detector detector = Detector.ideal(CLASSES)
                .with("bjet", ObjectResponse.ideal().withThreshold(200))
                .with("jet", ObjectResponse.ideal());
        Event event = event(particle(5, 1, JET), particle(1, 1, JET));

        Reconstruction seen = detector.reconstruct(event, STREAMS, 1, 0);

        assertThat(seen.size()).isEqualTo(1);
        assertThat(seen.pdgId(0)).isEqualTo(1);
    }

    @Test
    void impossibleResponsesAreRefused() {
        Event event = event(particle(21, 1, JET));

        assertThatThrownBy(() -> detector(ObjectResponse.ideal().withEfficiency("pt / 50"))
                        .reconstruct(event, STREAMS, 1, 0))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the efficiency of jet is 2.0, expected a number from 0 to 1");
        assertThatThrownBy(() -> detector(ObjectResponse.ideal().withPtResolution("log(eta - 2)"))
                        .reconstruct(event, STREAMS, 1, 0))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the pT resolution of jet is NaN, expected a finite number from 0");
        assertThatThrownBy(() -> ObjectResponse.ideal().withEfficiency("pt > 3"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("an efficiency is a condition, expected a number");
        assertThatThrownBy(() -> ObjectResponse.ideal().withAcceptance(Double.NaN, 5))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new NoiseObjects(21, -1, 20, 10, 4)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Detector.ideal(CLASSES).with("jets", ObjectResponse.ideal()))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"jet\"?");
    }

    @Test
    void momentaThatAreNotFiniteAreRefused() {
        Event event = event(particle(21, 1, new FourVector(Double.NaN, 0, 0, 1)));

        for (Detector each :
                List.of(Detector.ideal(CLASSES), detector(ObjectResponse.ideal().withPtResolution("0.1")))) {
            assertThatThrownBy(() -> each.reconstruct(event, STREAMS, 1, 0))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("event 3 has a particle whose momentum is not finite");
        }
    }

    @Test
    void particleAlongTheBeamIsLostOnlyByARealDetector() {
        Event event = event(particle(21, 1, new FourVector(0, 0, 500, 500)));

        assertThat(Detector.ideal(CLASSES).reconstruct(event, STREAMS, 1, 0).size())
                .isEqualTo(1);
        assertThat(detector(ObjectResponse.ideal().withPtResolution("0.1"))
                        .reconstruct(event, STREAMS, 1, 0)
                        .size())
                .isZero();
    }
}
