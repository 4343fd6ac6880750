package hep.aurum.observable.detector;

import hep.aurum.base.BadInput;
import hep.aurum.observable.object.Reconstruction;
import hep.aurum.physics.FourVector;

/**
 * Describe objects that do not come from the event: jets from pile-up, fake photons.
 *
 * <p>Their number is Poisson distributed; \(p_T\) falls exponentially from its minimum, η is flat in
 * \([-\eta_\max, \eta_\max]\), φ is flat, and the mass is zero.
 *
 * @param pdgId what the detector takes them for: 21 for a jet
 * @param mean mean number per event, from 0 to 1000
 * @param ptMin smallest transverse momentum in GeV
 * @param ptSlope mean of \(p_T - p_{T,\min}\) in GeV
 * @param etaMax largest |η|, from 0 to 10
 */
public record NoiseObjects(int pdgId, double mean, double ptMin, double ptSlope, double etaMax) {

    /**
     * Check the numbers.
     *
     * @throws BadInput if one is outside its range
     */
    public NoiseObjects {
        require("mean number", mean, 0, 1000);
        require("smallest pT", ptMin, 0, 1e6);
        require("pT slope", ptSlope, 0, 1e6);
        require("largest |eta|", etaMax, 0, 10);
    }

    private static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new BadInput(
                    "the " + name + " of noise objects is " + value + ", expected a number from " + least + " to "
                            + most,
                    "",
                    "");
        }
    }

    void add(Reconstruction.Builder event, ResponseRandom random) {
        int count = random.poisson(mean);
        for (int i = 0; i < count; i++) {
            double pt = ptMin + ptSlope * random.exponential();
            double eta = etaMax * (2 * random.uniform() - 1);
            double phi = Math.PI * (2 * random.uniform() - 1);
            double pz = pt * StrictMath.sinh(eta);
            event.add(
                    pdgId,
                    new FourVector(
                            pt * StrictMath.cos(phi), pt * StrictMath.sin(phi), pz, Math.sqrt(pt * pt + pz * pz)));
        }
    }
}
