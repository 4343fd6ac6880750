package hep.aurum.workflow;

import hep.aurum.infer.discovery.SpectrumFitResult;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Say, in sentences, what speaks against believing the numbers of a study. */
final class Cautions {

    /** An expected scan that misses its own truth by this much of t shifts every result by about half a sigma. */
    private static final double MISSED_TRUTH = 1.5;

    /** Coverage below the nominal 95.45 % by this many binomial errors. */
    private static final double SIGMAS = 3;

    /** Goodness of a fit below which its result is in doubt. */
    private static final double POOR_FIT = 1e-3;

    private static final double NOMINAL = 0.9545;
    private static final double LEAST_SHARE = 1.0;

    private Cautions() {}

    /** Compare the number of generated events behind each process with the number that the experiment expects. */
    static List<String> ofSamples(Study study, StudySample sample) {
        List<String> cautions = new ArrayList<>();
        EventSample events = sample.events();
        for (int p = 0; p < events.processes().size(); p++) {
            EventSample process = events.subset(events.rowsOf(p), 1);
            double[] standard = study.parameters().standard().toArray();
            double expected = 0;
            for (int i = 0; i < process.size(); i++) {
                expected += 1000 * study.luminosity() * process.weightAt(i, standard);
            }
            long origins = process.origins();
            if (origins < LEAST_SHARE * expected) {
                cautions.add(String.format(
                        Locale.ROOT,
                        "process %s rests on %d generated events after selection, the experiment expects %.0f: its"
                                + " simulation is the smaller of the two",
                        events.processes().get(p),
                        origins,
                        expected));
            }
        }
        return cautions;
    }

    /** Look for signs in the scan that the learned ratio is not accurate enough for the luminosity. */
    static List<String> ofScan(ScanReport scan) {
        List<String> cautions = new ArrayList<>();
        Double missed = scan.expected().tTruth();
        if (missed != null && missesTruth(missed)) {
            cautions.add(String.format(
                    Locale.ROOT,
                    "the expected scan puts its own truth at -2 dlnL = %.1f above the minimum: the ratio is not learned"
                            + " well enough for this luminosity; train on more events, or more members",
                    missed));
        }
        for (ScanReport.Neyman check : scan.neyman()) {
            if (undercovers(check)) {
                cautions.add(String.format(
                        Locale.ROOT,
                        "the asymptotic 95.45%% region covers only %.3f of the toys at %s: use the Neyman threshold %.2f",
                        check.coverage95(),
                        check.theta(),
                        check.threshold95()));
            }
        }
        return cautions;
    }

    /** Look for data that no peak over a smooth background describes. */
    static List<String> ofSpectrum(SpectrumReport report) {
        SpectrumFitResult observed = report.whole().observed();
        if (observed == null || observed.goodness() > POOR_FIT) {
            return List.of();
        }
        Double pool = report.whole().rateErrorOfPool();
        return List.of(String.format(
                Locale.ROOT,
                "the fit of %s describes the data badly (deviance %.0f for %d degrees of freedom)%s",
                report.observable(),
                observed.deviance(),
                observed.degreesOfFreedom(),
                pool != null && pool > observed.rateError()
                        ? String.format(
                                Locale.ROOT,
                                ": the pseudo-data repeat the events of a pool that is too small, which adds %.2f to the error"
                                        + " %.2f of the fitted strength; believe the expected numbers and the toys",
                                pool,
                                observed.rateError())
                        : ": try another degree, or a narrower range"));
    }

    /** Return whether an expected scan lies this far above its minimum at its own truth that it cannot be believed. */
    static boolean missesTruth(double tTruth) {
        return tTruth > MISSED_TRUTH;
    }

    /** Return whether the asymptotic region covers less than it claims, beyond the error of the toys. */
    static boolean undercovers(ScanReport.Neyman check) {
        return check.coverage95() < NOMINAL - SIGMAS * Math.max(check.coverage95Error(), 0.5 / check.toys());
    }
}
