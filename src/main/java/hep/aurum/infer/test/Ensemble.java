package hep.aurum.infer.test;

import hep.aurum.likelihood.StatisticalModel;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Say what varies from toy to toy. In both ensembles the nuisances that toys are drawn from are those of the conditional fit
 * to the observed data.
 *
 * @see <a href="https://cds.cern.ch/record/1379837">ATLAS and CMS: Procedure for the LHC Higgs boson search combination
 *     (2011), section 2</a>
 */
public enum Ensemble {
    /**
     * The counts and the auxiliary measurements, these around the conditional fit: the convention of the LHC, under which
     * the asymptotic laws hold.
     */
    UNCONDITIONAL,
    /** The counts alone; auxiliary measurements stay as observed. */
    CONDITIONAL;

    StatisticalModel draw(StatisticalModel model, double[] theta, UniformRandomProvider random) {
        return this == UNCONDITIONAL ? model.toy(theta, random) : model.conditionalToy(theta, random);
    }
}
