package hep.aurum.observable.expression;

import hep.aurum.physics.FourVector;

/** Compute angles and masses of pairs of four-vectors. Momenta in GeV, angles in radians. */
public final class PairKinematics {

    private PairKinematics() {}

    /**
     * Return \(\phi_a - \phi_b\) in \((-\pi, \pi]\).
     *
     * <p>\[ \Delta\phi = \operatorname{atan2}(a_y b_x - a_x b_y,\; a_x b_x + a_y b_y) \]
     *
     * <p>One arc tangent instead of two, and nothing to wrap. Zero if either vector lies along the beam.
     */
    public static double deltaPhi(FourVector a, FourVector b) {
        double cross = a.py() * b.px() - a.px() * b.py();
        double dot = a.px() * b.px() + a.py() * b.py();
        double angle = StrictMath.atan2(cross, dot);
        // A cross product of −0 with a negative dot product gives −π, which is outside the interval.
        return angle == -Math.PI ? Math.PI : angle;
    }

    /** Return \(\eta_a - \eta_b\). */
    public static double deltaEta(FourVector a, FourVector b) {
        return a.eta() - b.eta();
    }

    /** Return \(\Delta R = \sqrt{\Delta\eta^2 + \Delta\phi^2}\). */
    public static double deltaR(FourVector a, FourVector b) {
        double eta = deltaEta(a, b);
        double phi = deltaPhi(a, b);
        return Math.sqrt(eta * eta + phi * phi);
    }

    /** Return the vector of greater pseudorapidity, the first if they are equal. */
    public static FourVector forward(FourVector a, FourVector b) {
        return b.eta() > a.eta() ? b : a;
    }

    /** Return the vector of smaller pseudorapidity, the second if they are equal. */
    public static FourVector backward(FourVector a, FourVector b) {
        return b.eta() > a.eta() ? a : b;
    }

    /**
     * Return the azimuth of the forward vector minus that of the backward one, in \((-\pi, \pi]\).
     *
     * <p>The observable for CP violation in vector-boson fusion: independent of the order of its arguments, odd under
     * parity, even under a half turn of the beams.
     *
     * @see <a href="https://arxiv.org/abs/hep-ph/0609075">Hankele, Klämke, Zeppenfeld, Figy: Anomalous Higgs boson
     *     couplings in vector boson fusion (2006), Eq. (9)</a>
     */
    public static double signedDeltaPhi(FourVector a, FourVector b) {
        return b.eta() > a.eta() ? deltaPhi(b, a) : deltaPhi(a, b);
    }

    /**
     * Return the transverse mass of a pair,
     * \(m_T^2 = (E_{T,a} + E_{T,b})^2 - |\vec p_{T,a} + \vec p_{T,b}|^2\) with \(E_T^2 = m^2 + p_T^2 = E^2 - p_z^2\).
     *
     * <p>For massless vectors it is \(\sqrt{2 p_{T,a} p_{T,b} (1 - \cos\Delta\phi)}\).
     */
    public static double transverseMass(FourVector a, FourVector b) {
        double etA = transverseEnergy(a);
        double etB = transverseEnergy(b);
        // E_T² − p_T² is m² for each; what remains is the product term, without the cancellation of large squares.
        double masses = positive(a.massSquared()) + positive(b.massSquared());
        double product = etA * etB - a.px() * b.px() - a.py() * b.py();
        return Math.sqrt(positive(masses + 2 * product));
    }

    /** Return \(m_T = \sqrt{E^2 - p_z^2}\) of one vector. */
    public static double transverseEnergy(FourVector a) {
        return Math.sqrt(positive((a.energy() - a.pz()) * (a.energy() + a.pz())));
    }

    /**
     * Return the cosine of the angle between {@code a} and the z axis of the Collins-Soper frame of the pair, with its
     * sign.
     *
     * <p>The frame is the rest frame of \(Q = a + b\); its z axis bisects the direction of the beam that travels towards
     * positive z and the reverse of the other beam's. With \(p^\pm = E \pm p_z\), \(m^2 = Q^2\) and
     * \(m_T^2 = m^2 + Q_T^2\),
     *
     * <p>\[ \cos\theta^* = \frac{m\,(a^+ b^- - a^- b^+)}{2\, m_T \sqrt{(a\cdot b)^2 - m_a^2 m_b^2}} \]
     *
     * <p>which holds for any masses; for massless vectors the root is \(m^2/2\), the familiar form. Unchanged by boosts
     * along the beam and by rotations about it; changes sign when {@code a} and {@code b} are exchanged. The axis does
     * not follow the pair's longitudinal direction: for quark-antiquark asymmetries at a pp collider multiply by
     * {@code sign(pz(a + b))}. Not a number for a pair without invariant mass.
     *
     * @see <a href="https://doi.org/10.1103/PhysRevD.16.2219">Collins, Soper: Angular distribution of dileptons in
     *     high-energy hadron collisions (1977)</a>
     */
    public static double cosThetaStar(FourVector a, FourVector b) {
        FourVector pair = a.plus(b);
        double massSquared = pair.massSquared();
        double transverse = transverseEnergy(pair);
        double asymmetry =
                (a.energy() + a.pz()) * (b.energy() - b.pz()) - (a.energy() - a.pz()) * (b.energy() + b.pz());
        double massesSquared = positive(a.massSquared()) * positive(b.massSquared());
        // a·b from the pair's mass, because E_a E_b − p_a p_b loses its digits for collinear vectors.
        double product = 0.5 * (massSquared - positive(a.massSquared()) - positive(b.massSquared()));
        double root = Math.sqrt(product * product - massesSquared);
        double cosine = Math.sqrt(massSquared) * asymmetry / (2 * transverse * root);
        // Rounding may lead one unit in the last place outside; Math.min and max let "not a number" through.
        return Math.max(-1, Math.min(1, cosine));
    }

    private static double positive(double value) {
        return Math.max(0, value);
    }
}
