package hep.aurum.workflow;

import hep.aurum.param.MorphingClosure;
import hep.aurum.sample.LabelAudit;
import java.util.List;

/**
 * Hold what was found while the events of one process were read.
 *
 * @param name the process
 * @param files its files, in order; empty for a simulator
 * @param morphing its morphing; the one monomial 1 and empty lists for a process without benchmarks
 * @param cuts how many events each cut leaves
 * @param stated cross-sections that its files state, against the morphed ones
 */
record ProcessFacts(
        String name,
        List<FileFacts> files,
        MorphingFacts morphing,
        List<CutFacts> cuts,
        List<LabelAudit.StatedCrossSection> stated) {

    /**
     * Hold the facts of one file.
     *
     * @param file its path as given
     * @param sha256 checksum of its bytes
     * @param format format and version
     * @param events events read
     * @param crossSectionPb as its header states it; null where it does not
     * @param crossSectionFromWeightsPb as its nominal weights give it
     * @param generatedAt θ of the generation
     * @param remarks what is odd, in sentences
     */
    record FileFacts(
            String file,
            String sha256,
            String format,
            long events,
            @org.jspecify.annotations.Nullable Double crossSectionPb,
            double crossSectionFromWeightsPb,
            List<Double> generatedAt,
            List<String> remarks) {}

    /**
     * Hold the facts of the morphing before selection, from the process's first file.
     *
     * @param monomials names of the monomials
     * @param benchmarks names of the weights that fix it
     * @param conditionNumber of the design matrix
     * @param maxResidual largest relative misfit at a benchmark, over all events
     * @param meanCoefficientsPb coefficients of the mean weight in pb
     * @param meanScore weighted mean of the gradient of the log weight at the standard point
     * @param fisherInformationPb rate and shape information at the standard point at parton level, in pb
     * @param firstScores gradient of the log weight of the first three events at the standard point
     * @param closure predictions of the check weights
     */
    record MorphingFacts(
            List<String> monomials,
            List<String> benchmarks,
            double conditionNumber,
            double maxResidual,
            List<Double> meanCoefficientsPb,
            List<Double> meanScore,
            List<List<Double>> fisherInformationPb,
            List<List<Double>> firstScores,
            List<MorphingClosure.Result> closure) {

        /** Return the facts of a process whose shape depends on no parameter. */
        static MorphingFacts none() {
            return new MorphingFacts(
                    List.of("1"), List.of(), 1, 0, List.of(), List.of(), List.of(), List.of(), List.of());
        }
    }

    /**
     * Hold one line of the cut flow.
     *
     * @param cut the condition; {@code all} for the first line
     * @param events events left, copies counted apart
     * @param efficiency fraction of the generated events that are left
     */
    record CutFacts(String cut, long events, double efficiency) {}
}
