package hep.aurum.format.combine;

import java.util.List;

/**
 * Hold the bins of a histogram.
 *
 * @param contents without underflow and overflow
 * @param errors statistical uncertainties of the bins
 */
record Template(List<Double> contents, List<Double> errors) {

    Template {
        contents = List.copyOf(contents);
        errors = List.copyOf(errors);
    }

    /** Return the single bin of a counting experiment. */
    static Template counting(double rate) {
        return new Template(List.of(rate), List.of(0.0));
    }

    int bins() {
        return contents.size();
    }

    double integral() {
        double sum = 0.0;
        for (double content : contents) {
            sum += content;
        }
        return sum;
    }

    Template scaledBy(double factor) {
        return new Template(
                contents.stream().map(x -> x * factor).toList(),
                errors.stream().map(x -> x * factor).toList());
    }
}
