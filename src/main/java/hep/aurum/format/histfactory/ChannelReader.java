package hep.aurum.format.histfactory;

import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Sample;
import java.util.ArrayList;
import java.util.List;

/** Turn a {@code <Channel>} into samples and counts. */
final class ChannelReader {

    /** HistFactory holds factors of bins fixed whose relative statistical error is smaller, unless said otherwise. */
    private static final String DEFAULT_THRESHOLD = "0.05";

    private final XmlElement element;
    private final String name;
    private final Scope scope;
    private final Templates templates;
    private final FactorSettings factors;
    private final Warnings warnings;

    ChannelReader(XmlElement element, Templates templates, FactorSettings factors, Warnings warnings) {
        this.element = element;
        this.name = element.required("Name");
        this.scope = Scope.TOP.inside(element);
        this.templates = templates;
        this.factors = factors;
        this.warnings = warnings;
    }

    Channel channel() {
        List<Sample> samples = new ArrayList<>();
        for (XmlElement sample : element.all("Sample")) {
            samples.add(new SampleReader(sample, name, scope, templates, factors, warnings).read());
        }
        warnOfStatErrors(samples);
        return new Channel(name, samples);
    }

    Observation observation() {
        List<XmlElement> data = element.all("Data");
        if (data.isEmpty()) {
            throw new NotSupported(
                    "channel \"" + name + "\" has no <Data>; HistFactory would take the expected events",
                    element.where(),
                    "write the expected events to a histogram and name it in <Data>");
        }
        if (data.size() > 1) {
            warnings.add(data.get(1), "only the first data of a channel are kept");
        }
        return new Observation(
                name, templates.read(scope.inside(data.get(0)), data.get(0)).heights());
    }

    private void warnOfStatErrors(List<Sample> samples) {
        String statError = "staterror_" + name;
        boolean hasStatError = samples.stream()
                .anyMatch(sample -> sample.modifiers().stream().anyMatch(m -> isStatError(m, statError)));
        if (!hasStatError) {
            return;
        }
        List<XmlElement> configs = element.all("StatErrorConfig");
        XmlElement place = configs.isEmpty() ? element : configs.get(0);
        String constraint = configs.isEmpty() ? "" : place.optional("ConstraintType");
        if (constraint.equals("Poisson")) {
            warnings.add(place, "statistical errors have a Gaussian constraint here, as in pyhf, not a Poisson one");
        } else if (!constraint.isEmpty() && !constraint.equals("Gaussian")) {
            throw place.bad("unknown ConstraintType \"" + constraint + "\"", "known: Gaussian, Poisson");
        }
        boolean isSaid =
                !configs.isEmpty() && !place.optional("RelErrorThreshold").isEmpty();
        double threshold = isSaid ? place.number("RelErrorThreshold") : Double.parseDouble(DEFAULT_THRESHOLD);
        int below = binsBelow(samples, statError, threshold);
        if (below > 0) {
            warnings.add(
                    place,
                    below + " bins have a relative statistical error below " + threshold
                            + ": free here, as in pyhf, but fixed in HistFactory");
        }
    }

    private static boolean isStatError(Modifier modifier, String name) {
        return modifier instanceof Modifier.StatError && modifier.name().equals(name);
    }

    private static int binsBelow(List<Sample> samples, String name, double threshold) {
        int bins = samples.get(0).data().size();
        int below = 0;
        for (int bin = 0; bin < bins; bin++) {
            double rate = 0;
            double variance = 0;
            for (Sample sample : samples) {
                for (Modifier modifier : sample.modifiers()) {
                    if (modifier instanceof Modifier.StatError error
                            && isStatError(error, name)
                            && bin < error.uncertainties().size()) {
                        rate += sample.data().get(bin);
                        variance += error.uncertainties().get(bin)
                                * error.uncertainties().get(bin);
                    }
                }
            }
            below += variance > 0 && Math.sqrt(variance) < threshold * rate ? 1 : 0;
        }
        return below;
    }
}
