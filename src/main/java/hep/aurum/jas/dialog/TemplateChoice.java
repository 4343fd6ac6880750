package hep.aurum.jas.dialog;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Histogram1D;
import hep.aurum.jas.aida.AidaHistogram;
import hep.aurum.jas.aida.TreeHistogram;
import hep.aurum.workflow.TemplateTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hold what was picked for a hypothesis test.
 *
 * @param signal expected events of the signal
 * @param backgrounds expected events of each background, one at least
 * @param data observed events; empty for an expected test
 * @param rateUncertainty relative uncertainty of the rate of each background on its own, 0 for none
 * @param luminosityUncertainty relative uncertainty that all rates share, 0 for none
 * @param hasStatErrors whether the errors of the bins are nuisances
 * @param level confidence level of the limit
 * @param workspace where the pyhf workspace is saved; empty for nowhere
 */
public record TemplateChoice(
        TreeHistogram signal,
        List<TreeHistogram> backgrounds,
        Optional<TreeHistogram> data,
        double rateUncertainty,
        double luminosityUncertainty,
        boolean hasStatErrors,
        double level,
        Optional<Path> workspace) {

    /** Check what was picked. */
    public TemplateChoice {
        backgrounds = List.copyOf(backgrounds);
        if (backgrounds.isEmpty()) {
            throw new BadInput("no background is picked", "", "pick one or more");
        }
        if (backgrounds.contains(signal)) {
            throw new BadInput(signal.path() + " is picked as signal and as background", "", "pick it once");
        }
        Fields.inUnit("the uncertainty of the rates", rateUncertainty);
        Fields.inUnit("the uncertainty of the luminosity", luminosityUncertainty);
        if (!(level > 0 && level < 1)) {
            throw new BadInput("a confidence level of " + level + " is not between 0 and 1", "", "0.95 is usual");
        }
    }

    /**
     * Return the test. The histograms are named by their titles, or by their paths if those are not different.
     *
     * @throws IllegalArgumentException if edges differ
     */
    public TemplateTest test() {
        boolean byTitle = titlesDiffer();
        List<Histogram1D> templates = new ArrayList<>();
        backgrounds.forEach(background -> templates.add(read(background, byTitle)));
        TemplateTest test =
                TemplateTest.of(read(signal, byTitle), templates).withLuminosityUncertainty(luminosityUncertainty);
        if (rateUncertainty > 0) {
            for (Histogram1D template : templates) {
                test = test.withRateUncertainty(template.title(), rateUncertainty);
            }
        }
        if (data.isPresent()) {
            test = test.withData(read(data.get(), byTitle));
        }
        return hasStatErrors ? test : test.withoutStatErrors();
    }

    private boolean titlesDiffer() {
        Set<String> titles = new HashSet<>(Set.of(title(signal)));
        return !title(signal).isBlank()
                && backgrounds.stream().map(TemplateChoice::title).allMatch(t -> !t.isBlank() && titles.add(t));
    }

    private static String title(TreeHistogram histogram) {
        return String.valueOf(histogram.object().title());
    }

    private static Histogram1D read(TreeHistogram histogram, boolean byTitle) {
        return AidaHistogram.read(histogram.object(), byTitle ? title(histogram) : histogram.path());
    }
}
