package hep.aurum.bench.stats;

import java.util.List;
import java.util.Optional;

/**
 * Hold what pyhf 0.7.6 needs on the same kind of machine: one thread, the best of its numpy and PyTorch back ends with the scipy
 * optimiser, tolerance 1e-10. NaN where it fails or was not measured.
 *
 * @param workspace name of the file without its ending
 * @param fitSeconds one fit
 * @param hypotestSeconds one asymptotic test of μ = 1
 * @param toysPerSecond toys of that test, each with two fits
 */
record Peer(String workspace, double fitSeconds, double hypotestSeconds, double toysPerSecond) {

    /** Where the numbers are from. */
    static final String SOURCE = "pyhf 0.7.6, measured on the same kind of machine";

    private static final double NONE = Double.NaN;

    private static final List<Peer> ALL = List.of(
            new Peer("s01_2bin_uncorr", .0033, .016, 126.0),
            new Peer("s02_2bin_corr", .003, .016, NONE),
            new Peer("bottom-squarks", .104, .7, 3.5),
            new Peer("v02_1bin_shapesys_q0", NONE, NONE, 179.0),
            new Peer("x01_synth_60np", .31, 1.5, NONE),
            new Peer("x02_synth_230np", 7.5, 35.0, NONE));

    static Optional<Peer> of(String workspace) {
        return ALL.stream().filter(peer -> peer.workspace().equals(workspace)).findFirst();
    }
}
