package hep.aurum.sample;

import java.util.List;
import java.util.Locale;

/** Audit samples that were generated at several points: their numbers, and the polynomial of their cross-section. */
final class PointAudit {

    private static final double ENOUGH_EVENTS = 100;
    private static final double LARGEST_PULL = 5;

    private final PointGrid grid;
    private final CrossSection polynomial;
    private final double[][] sums;

    PointAudit(PointGrid grid, EventSample events) {
        this.grid = grid;
        this.polynomial = CrossSection.ofProcess(events, events.processes().indexOf(grid.process()));
        this.sums = grid.sums(events);
    }

    AuditReport report() {
        return new AuditReport(List.of(numbers(), crossSection()));
    }

    private AuditCheck numbers() {
        int worst = 0;
        for (int j = 1; j < sums.length; j++) {
            worst = sums[j][2] < sums[worst][2] ? j : worst;
        }
        double least = sums[worst][2];
        AuditCheck.Outcome outcome = least == 0
                ? AuditCheck.Outcome.FAIL
                : least < ENOUGH_EVENTS ? AuditCheck.Outcome.WARN : AuditCheck.Outcome.PASS;
        return new AuditCheck(
                "events at every point",
                outcome,
                least,
                ENOUGH_EVENTS,
                String.format(
                        Locale.ROOT,
                        "events have no weights but a point of generation: the ratio is learned over %d points, of which"
                                + " %s has the fewest selected events, %.0f",
                        sums.length,
                        grid.describe(worst),
                        least));
    }

    private AuditCheck crossSection() {
        double worst = 0;
        int at = 0;
        double miss = 0;
        for (int j = 0; j < sums.length; j++) {
            double distance = polynomial.value(grid.unscaled(j)) - sums[j][0];
            double pull = Math.abs(distance) / Math.sqrt(Math.max(sums[j][1], Double.MIN_NORMAL));
            if (pull > worst && Math.abs(distance) > 1e-9 * Math.abs(sums[j][0])) {
                worst = pull;
                at = j;
                miss = distance / sums[j][0];
            }
        }
        return new AuditCheck(
                "cross-section polynomial",
                grid.weights().basis().size() == 1 || worst <= LARGEST_PULL
                        ? AuditCheck.Outcome.PASS
                        : AuditCheck.Outcome.WARN,
                worst,
                LARGEST_PULL,
                grid.weights().basis().size() == 1
                        ? "the cross-section is taken to be the same at all points: the shape alone is used"
                        : String.format(
                                Locale.ROOT,
                                "the polynomial of the cross-section misses the point %s by %.2g of it (%.1f statistical"
                                        + " errors)",
                                grid.describe(at),
                                miss,
                                worst));
    }
}
