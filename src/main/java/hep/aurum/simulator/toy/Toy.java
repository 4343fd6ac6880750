package hep.aurum.simulator.toy;

import hep.aurum.param.Benchmark;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.PolynomialProcess;
import hep.aurum.simulator.SolvedSimulator;
import java.util.List;

/**
 * Stand for a collider process with everything known: events from generators of its processes, the joint density, and the
 * exact likelihood of what the detector sees.
 */
public sealed interface Toy extends SolvedSimulator permits EftToy, BumpToy, InterferenceToy {

    /** Return the processes, each a sample of its own. */
    List<PolynomialProcess> processes();

    /** Return the point at which its samples are generated unless asked otherwise. */
    default ParameterPoint reference() {
        return space().standard();
    }

    /** Return benchmarks that determine the polynomial weights; none where a strength alone multiplies them. */
    List<Benchmark> benchmarks();

    /** Return the expressions over particles that give the observables from a written event, in the order of x. */
    List<String> featureExpressions();

    @Override
    ParameterSpace space();
}
