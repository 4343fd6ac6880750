package hep.aurum.workflow.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Read the fit of a spectrum that a study asks for beside its histograms. */
final class SpectrumReader {

    private SpectrumReader() {}

    /**
     * Read the key {@code fit} of the test of a rate.
     *
     * @param root the study, for the names of its observables
     * @param discovery the test
     */
    static Optional<SpectrumSpec> read(Section root, Section discovery) {
        if (!discovery.has("fit")) {
            return Optional.empty();
        }
        Section section = discovery.section("fit");
        String observable = section.text("observable", "");
        boolean isFeature = root.section("observables").has(observable);
        if (root.has("observables") && !isFeature && !root.section("spectators").has(observable)) {
            throw section.refuse("no observable is named \"" + observable + "\"", "observable", "");
        }
        List<Double> range = section.numbers("range");
        if (!(range.get(0) < range.get(1))) {
            throw section.refuse("the range " + range + " is empty", "range", "write [min, max]");
        }
        int bins = section.integer("bins", 110);
        int degree = section.integer("degree", 2);
        if (bins < degree + 3) {
            throw section.refuse(
                    bins + " bins do not determine " + (degree + 2) + " parameters", "bins", "give it more bins");
        }
        int categories = section.integer("categories", 1);
        if (categories > 1 && isFeature && !section.has("peak")) {
            throw section.refuse(
                    "categories of a statistic that is learned from " + observable + " would shape its spectrum",
                    "categories",
                    "add peak, the value of " + observable + " at which the statistic is to be taken");
        }
        return Optional.of(new SpectrumSpec(
                observable,
                range.get(0),
                range.get(1),
                bins,
                degree,
                categories,
                section.has("peak") ? OptionalDouble.of(section.number("peak", 0)) : OptionalDouble.empty(),
                section.integer("toys", 0)));
    }
}
