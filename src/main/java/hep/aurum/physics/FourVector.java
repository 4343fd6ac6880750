package hep.aurum.physics;

/**
 * Hold a four-momentum in GeV, metric (+,−,−,−), beam along z.
 *
 * @param px component along x
 * @param py component along y
 * @param pz component along the beam
 * @param energy the energy
 */
public record FourVector(double px, double py, double pz, double energy) {

    /** The null vector. */
    public static final FourVector ZERO = new FourVector(0, 0, 0, 0);

    /**
     * Return the vector with given transverse momentum, pseudorapidity, azimuth and mass.
     *
     * @param pt transverse momentum in GeV, not negative
     * @param eta pseudorapidity
     * @param phi azimuth in radians
     * @param mass mass in GeV; a negative value stands for a space-like vector of that \(-m^2\)
     */
    public static FourVector ofPtEtaPhiMass(double pt, double eta, double phi, double mass) {
        double pz = pt * StrictMath.sinh(eta);
        double momentumSquared = pt * pt + pz * pz;
        double energy = Math.sqrt(Math.max(0, momentumSquared + mass * Math.abs(mass)));
        return new FourVector(pt * StrictMath.cos(phi), pt * StrictMath.sin(phi), pz, energy);
    }

    /** Return the sum of two vectors. */
    public FourVector plus(FourVector other) {
        return new FourVector(px + other.px, py + other.py, pz + other.pz, energy + other.energy);
    }

    /** Return the difference of two vectors. */
    public FourVector minus(FourVector other) {
        return new FourVector(px - other.px, py - other.py, pz - other.pz, energy - other.energy);
    }

    /** Return the transverse momentum \(p_T = \sqrt{p_x^2 + p_y^2}\) in GeV. */
    public double pt() {
        return Math.sqrt(px * px + py * py);
    }

    /** Return the magnitude of the three-momentum in GeV. */
    public double momentum() {
        return Math.sqrt(px * px + py * py + pz * pz);
    }

    /** Return the azimuth in \((-\pi, \pi]\); 0 for a vector along the beam. */
    public double phi() {
        return StrictMath.atan2(py, px);
    }

    /**
     * Return the pseudorapidity \(\eta = \operatorname{asinh}(p_z / p_T)\); infinite with the sign of \(p_z\) along the
     * beam, 0 for a vector at rest.
     */
    public double eta() {
        double pt = pt();
        if (pt == 0) {
            return pz == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, pz);
        }
        double ratio = Math.abs(pz) / pt;
        // asinh(x) = log1p(x + x^2 / (1 + sqrt(1 + x^2))) keeps its digits near 0; for large x the root would overflow.
        double eta = ratio > 1e8
                ? StrictMath.log(2 * ratio)
                : StrictMath.log1p(ratio + ratio * ratio / (1 + Math.sqrt(1 + ratio * ratio)));
        return Math.copySign(eta, pz);
    }

    /**
     * Return the rapidity \(y = \frac12\ln\frac{E+p_z}{E-p_z}\); infinite with the sign of \(p_z\) where
     * \(E \le |p_z|\), 0 for the null vector.
     */
    public double rapidity() {
        if (pz == 0) {
            return 0;
        }
        double along = Math.abs(pz);
        if (energy <= along) {
            return Math.copySign(Double.POSITIVE_INFINITY, pz);
        }
        return Math.copySign(0.5 * StrictMath.log1p(2 * along / (energy - along)), pz);
    }

    /** Return \(m^2 = E^2 - p^2\), written so that it keeps its digits for \(E \approx |p|\). */
    public double massSquared() {
        double p = momentum();
        return (energy - p) * (energy + p);
    }

    /** Return the mass in GeV, \(-\sqrt{-m^2}\) for a space-like vector. */
    public double mass() {
        double squared = massSquared();
        return squared < 0 ? -Math.sqrt(-squared) : Math.sqrt(squared);
    }

    /** Return whether every component is finite. */
    public boolean isFinite() {
        return Double.isFinite(px) && Double.isFinite(py) && Double.isFinite(pz) && Double.isFinite(energy);
    }
}
