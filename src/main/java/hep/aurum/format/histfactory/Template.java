package hep.aurum.format.histfactory;

import java.util.ArrayList;
import java.util.List;

/**
 * Hold the bins of a histogram in range, those of two dimensions with x fastest.
 *
 * @param name file and path of the histogram
 * @param heights by bin
 * @param errors by bin
 * @param unknownErrors number of errors that the file does not know, for which the root of the height stands in
 */
record Template(String name, List<Double> heights, List<Double> errors, int unknownErrors) {

    Template {
        heights = List.copyOf(heights);
        errors = List.copyOf(errors);
    }

    /** Return the heights times those of relative uncertainties. */
    List<Double> times(Template relative, XmlElement element) {
        if (relative.heights.size() != heights.size()) {
            throw element.bad(
                    relative.name + " has " + relative.heights.size() + " bins, " + name + " has " + heights.size(),
                    "give one relative uncertainty for every bin");
        }
        List<Double> product = new ArrayList<>(heights.size());
        for (int i = 0; i < heights.size(); i++) {
            product.add(heights.get(i) * relative.heights.get(i));
        }
        return product;
    }
}
