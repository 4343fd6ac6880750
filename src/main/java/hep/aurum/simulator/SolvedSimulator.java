package hep.aurum.simulator;

/** Simulate a problem whose likelihood is known in closed form: what learns from the draws can be held against the truth. */
public interface SolvedSimulator extends Simulator {

    /** Return the closed form of the likelihood of the observables. */
    ExactTruth truth();
}
