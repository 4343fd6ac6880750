package hep.aurum.simulator.toy;

import hep.aurum.simulator.ExactTruth;

/** Evaluate the exact likelihood of the {@link BumpToy}; formulas there. */
final class BumpTruth implements ExactTruth {

    private final BumpToy toy;

    BumpTruth(BumpToy toy) {
        this.toy = toy;
    }

    @Override
    public double logDensity(double[] x, double[] theta) {
        return StrictMath.log(differential(x[0], theta[0]) / toy.crossSection(theta[0]));
    }

    @Override
    public void score(double[] x, double[] theta, double[] score) {
        double signal = toy.options().signalPb();
        score[0] =
                signal * toy.signalDensity(x[0]) / differential(x[0], theta[0]) - signal / toy.crossSection(theta[0]);
    }

    @Override
    public double crossSection(double[] theta) {
        return toy.crossSection(theta[0]);
    }

    /** \(d\sigma/dx\) in pb per GeV. */
    private double differential(double x, double mu) {
        return mu * toy.options().signalPb() * toy.signalDensity(x)
                + toy.options().backgroundPb() * toy.backgroundDensity(x);
    }
}
