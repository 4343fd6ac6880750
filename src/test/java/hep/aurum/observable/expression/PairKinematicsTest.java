package hep.aurum.observable.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.physics.FourVector;
import org.junit.jupiter.api.Test;

class PairKinematicsTest {

    private static final FourVector A = massive(30, -10, 55, 91.1876);
    private static final FourVector B = massive(-12, 44, -20, 125);

    private static FourVector massive(double px, double py, double pz, double mass) {
        return new FourVector(px, py, pz, Math.sqrt(mass * mass + px * px + py * py + pz * pz));
    }

    private static FourVector boostedAlongZ(FourVector v, double rapidity) {
        double cosh = Math.cosh(rapidity);
        double sinh = Math.sinh(rapidity);
        return new FourVector(v.px(), v.py(), cosh * v.pz() + sinh * v.energy(), cosh * v.energy() + sinh * v.pz());
    }

    private static FourVector rotated(FourVector v, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new FourVector(v.px() * cos - v.py() * sin, v.px() * sin + v.py() * cos, v.pz(), v.energy());
    }

    /** Parity reverses every momentum. */
    private static FourVector mirrored(FourVector v) {
        return new FourVector(-v.px(), -v.py(), -v.pz(), v.energy());
    }

    @Test
    void transverseDecayOfAHiggsAtRestHasZeroCosine() {
        FourVector up = new FourVector(62.5, 0, 0, 62.5);
        FourVector down = new FourVector(-62.5, 0, 0, 62.5);

        assertThat(up.plus(down).mass()).isEqualTo(125);
        assertThat(PairKinematics.cosThetaStar(up, down)).isZero();
    }

    @Test
    void cosineIsThatOfThePolarAngleForAPairAtRest() {
        // cos = 3/5 towards positive z: the sign is that of the first argument's direction.
        FourVector a = new FourVector(4, 0, 3, 5);
        FourVector b = new FourVector(-4, 0, -3, 5);

        assertThat(PairKinematics.cosThetaStar(a, b)).isCloseTo(0.6, within(1e-15));
        assertThat(PairKinematics.cosThetaStar(b, a)).isCloseTo(-0.6, within(1e-15));
    }

    @Test
    void cosineOfMassivePairEqualsTheExplicitBoost() {
        // Beams boosted to the pair's rest frame and bisected there, in Python: 0.7658541993768344.
        assertThat(PairKinematics.cosThetaStar(A, B)).isCloseTo(0.7658541993768344, within(1e-13));
    }

    @Test
    void cosineIsUnchangedByBoostsAlongTheBeamAndRotationsAboutIt() {
        double cosine = PairKinematics.cosThetaStar(A, B);

        for (double rapidity : new double[] {-3, -0.5, 1, 4}) {
            FourVector a = rotated(boostedAlongZ(A, rapidity), 0.7 * rapidity);
            FourVector b = rotated(boostedAlongZ(B, rapidity), 0.7 * rapidity);
            assertThat(PairKinematics.cosThetaStar(a, b)).isCloseTo(cosine, within(1e-11));
        }
    }

    @Test
    void cosineOfAPairWithoutMassIsUndefined() {
        assertThat(PairKinematics.cosThetaStar(new FourVector(3, 0, 4, 5), new FourVector(3, 0, 4, 5)))
                .isNaN();
    }

    @Test
    void azimuthDifferenceIsWrapped() {
        FourVector a = FourVector.ofPtEtaPhiMass(20, 1, 3, 0);
        FourVector b = FourVector.ofPtEtaPhiMass(30, -1, -3, 0);

        assertThat(PairKinematics.deltaPhi(a, b)).isCloseTo(6 - 2 * Math.PI, within(1e-15));
        assertThat(PairKinematics.deltaPhi(b, a)).isCloseTo(2 * Math.PI - 6, within(1e-15));
    }

    @Test
    void oppositeVectorsDifferByPlusPiInBothOrders() {
        FourVector a = new FourVector(1, 0, 0, 1);
        FourVector b = new FourVector(-1, 0, 0, 1);

        assertThat(PairKinematics.deltaPhi(a, b)).isEqualTo(Math.PI);
        assertThat(PairKinematics.deltaPhi(b, a)).isEqualTo(Math.PI);
    }

    @Test
    void azimuthDifferenceIsUnchangedByRotation() {
        double difference = PairKinematics.deltaPhi(A, B);

        for (double angle = -3; angle < 3; angle += 0.5) {
            assertThat(PairKinematics.deltaPhi(rotated(A, angle), rotated(B, angle)))
                    .isCloseTo(difference, within(1e-14));
        }
    }

    @Test
    void signedAzimuthDifferenceForgetsTheOrderAndIsOddUnderParity() {
        double signed = PairKinematics.signedDeltaPhi(A, B);

        assertThat(signed).isCloseTo(A.phi() - B.phi(), within(1e-15));
        assertThat(PairKinematics.signedDeltaPhi(B, A)).isEqualTo(signed);
        assertThat(PairKinematics.signedDeltaPhi(mirrored(A), mirrored(B))).isCloseTo(-signed, within(1e-15));
    }

    @Test
    void forwardHasTheGreaterPseudorapidity() {
        assertThat(PairKinematics.forward(B, A)).isSameAs(A);
        assertThat(PairKinematics.backward(B, A)).isSameAs(B);
        assertThat(PairKinematics.forward(A, B)).isSameAs(A);
        assertThat(PairKinematics.backward(A, B)).isSameAs(B);
    }

    @Test
    void distanceIsThePythagoreanSum() {
        FourVector a = FourVector.ofPtEtaPhiMass(20, 1.5, 0.1, 0);
        FourVector b = FourVector.ofPtEtaPhiMass(30, -1.5, 0.1 + 3, 0);

        assertThat(PairKinematics.deltaR(a, b)).isCloseTo(Math.sqrt(18), within(1e-14));
    }

    @Test
    void transverseMassOfMasslessPairHasTheFamiliarForm() {
        FourVector a = FourVector.ofPtEtaPhiMass(40, 0.3, 0, 0);
        FourVector b = FourVector.ofPtEtaPhiMass(35, 0, 2, 0);

        assertThat(PairKinematics.transverseMass(a, b))
                .isCloseTo(Math.sqrt(2 * 40 * 35 * (1 - Math.cos(2))), within(1e-12));
    }

    @Test
    void transverseMassOfMassivePairKeepsTheMasses() {
        assertThat(PairKinematics.transverseMass(A, B)).isCloseTo(226.3290134393847, within(1e-11));
    }
}
