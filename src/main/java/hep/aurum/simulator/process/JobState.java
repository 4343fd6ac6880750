package hep.aurum.simulator.process;

/** Say how far a job is, as the cache shows it. */
public enum JobState {
    /** Its file is there. */
    DONE,
    /** This or another run is computing it. */
    RUNNING,
    /** Its last attempt has failed; the folder of the attempt is kept. */
    FAILED,
    /** It was not run, or its run was stopped. */
    MISSING
}
