package hep.aurum.bench.cases;

import hep.aurum.infer.discovery.Discovery;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Binning;
import hep.aurum.likelihood.binned.TemplateBuilder;

/** Test a signal in a histogram whose templates are known exactly. */
final class ExactTemplates {

    private ExactTemplates() {}

    /**
     * Return the expected significance.
     *
     * @param signal expected events by bin at strength 1
     * @param background expected events by bin, positive
     */
    static double expectedZ(double[] signal, double[] background) {
        double[] exact = new double[signal.length];
        return Discovery.of(
                        BinnedModel.of(TemplateBuilder.of("histogram", Binning.uniform(0, signal.length, signal.length))
                                .withSignalTemplate("signal", signal, exact)
                                .withBackgroundTemplate("background", background, exact)
                                .withoutStatErrors()
                                .withAsimov(1)
                                .build()))
                .zExpected();
    }
}
