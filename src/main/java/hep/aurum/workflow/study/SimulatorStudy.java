package hep.aurum.workflow.study;

import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.Simulator;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Hold a study of a simulator with latent variables, whose parameters are inferred from a fixed number of observations. Immutable.
 *
 * @param name short name
 * @param title one line for people
 * @param seed seed of every random number
 * @param simulator draws the observations; its ranges may be wider than the study's
 * @param parameters where they are learned, scanned and tested
 * @param events observations that are simulated for training and validation
 * @param experiment what one experiment is
 * @param learning how the ratio is learned
 * @param pseudo θ of pseudo-data; none for a study of expectations alone
 * @param scan the likelihood scan and the confidence set
 * @param comparison the test of one hypothesis against another
 * @param isExamined whether the learned ratio is examined for trust
 * @param outputs what is written
 * @param file the study file
 * @param document the whole file as JSON with its variables' values, for the record
 */
public record SimulatorStudy(
        String name,
        String title,
        long seed,
        Simulator simulator,
        ParameterSpace parameters,
        int events,
        Experiment experiment,
        Study.Learning learning,
        Optional<ParameterPoint> pseudo,
        Scan scan,
        Optional<Comparison> comparison,
        boolean isExamined,
        Study.Outputs outputs,
        Path file,
        JsonNode document) {

    /**
     * Say what one experiment is.
     *
     * @param observations how many it has
     * @param called what people call them, in the plural
     */
    public record Experiment(int observations, String called) {}

    /**
     * Describe the scan.
     *
     * @param expectedAt truth of the expected scan
     * @param points grid points per parameter
     * @param neymanPoints points per parameter of the confidence set by toys
     * @param toys per point; 0 for no such set
     */
    public record Scan(ParameterPoint expectedAt, int points, int neymanPoints, int toys) {}

    /**
     * Describe a test of one hypothesis against another.
     *
     * @param nullName what the null is called
     * @param alternativeName what the alternative is called
     * @param nullPoint the null
     * @param alternative the alternative
     * @param fixed positions of the parameters that both fix; the others are profiled
     * @param toys under each
     */
    public record Comparison(
            String nullName,
            String alternativeName,
            ParameterPoint nullPoint,
            ParameterPoint alternative,
            Set<Integer> fixed,
            int toys) {

        /** Copy the set. */
        public Comparison {
            fixed = Set.copyOf(fixed);
        }
    }

    /** Return the same study with another seed. */
    public SimulatorStudy withSeed(long value) {
        return with(value, learning);
    }

    /** Return the same study with another backend of its training. */
    public SimulatorStudy withBackend(String backend) {
        return with(seed, learning.withBackend(backend));
    }

    private SimulatorStudy with(long newSeed, Study.Learning newLearning) {
        return new SimulatorStudy(
                name,
                title,
                newSeed,
                simulator,
                parameters,
                events,
                experiment,
                newLearning,
                pseudo,
                scan,
                comparison,
                isExamined,
                outputs,
                file,
                document);
    }
}
