package hep.aurum.workflow;

import hep.aurum.infer.discovery.LookElsewhere;
import hep.aurum.infer.test.Gaussian;
import java.util.ArrayList;
import java.util.List;

/**
 * Report a search for a peak.
 *
 * @param positions of the peak, ascending
 * @param q0 the statistic at each position
 * @param p0 local p-value of background alone, \(1-\Phi(\sqrt{q_0})\)
 * @param z local significance, \(\sqrt{q_0}\)
 * @param events fitted number of events of the peak
 * @param level at which upcrossings were counted
 * @param upcrossings their number, or the mean over toys
 * @param bestPosition where the significance is largest
 * @param localZ the significance there
 * @param globalP p-value of an excess as large anywhere in the range
 * @param globalZ its significance
 */
public record PeakScanResult(
        List<Double> positions,
        List<Double> q0,
        List<Double> p0,
        List<Double> z,
        List<Double> events,
        double level,
        double upcrossings,
        double bestPosition,
        double localZ,
        double globalP,
        double globalZ) {

    /** Copy the lists. */
    public PeakScanResult {
        positions = List.copyOf(positions);
        q0 = List.copyOf(q0);
        p0 = List.copyOf(p0);
        z = List.copyOf(z);
        events = List.copyOf(events);
    }

    static PeakScanResult of(
            List<Double> positions, double[] q0, List<Double> events, double level, double upcrossings) {
        List<Double> p0 = new ArrayList<>();
        List<Double> z = new ArrayList<>();
        int best = 0;
        for (int i = 0; i < q0.length; i++) {
            z.add(Math.sqrt(q0[i]));
            p0.add(Gaussian.pValue(Math.sqrt(q0[i])));
            best = q0[i] > q0[best] ? i : best;
        }
        LookElsewhere elsewhere = LookElsewhere.ofUpcrossings(upcrossings, level);
        double local = Math.sqrt(q0[best]);
        return new PeakScanResult(
                positions,
                Lists.of(q0),
                p0,
                z,
                events,
                level,
                upcrossings,
                positions.get(best),
                local,
                elsewhere.globalPValue(local),
                elsewhere.globalZ(local));
    }
}
