package hep.aurum.format.pyhf;

import hep.aurum.base.Check;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Go between a histogram and what pyhf calls the data of a sample: a list of bins without edges.
 *
 * <p>The errors of a histogram are a {@code staterror} of the sample. A sample without one is taken to be unweighted: its
 * errors are the roots of its heights. Flow bins have no place in a workspace.
 */
public final class SampleHistograms {

    private SampleHistograms() {}

    /**
     * Return a sample of the heights in range, with their errors.
     *
     * @param name of the sample
     * @param histogram expected events
     * @param staterror name of the modifier that holds the errors, by custom {@code staterror_CHANNEL}
     */
    public static Sample sample(String name, Histogram1D histogram, String staterror) {
        return new Sample(
                name, list(histogram.heights()), List.of(new Modifier.StatError(staterror, list(histogram.errors()))));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /**
     * Return the expected events of a sample.
     *
     * @param axis whose bins they are
     * @throws IllegalArgumentException if the numbers of bins differ
     */
    public static Histogram1D histogram(Sample sample, Axis axis) {
        return histogram(sample.name(), sample.data(), errors(sample), axis);
    }

    private static List<Double> errors(Sample sample) {
        for (Modifier modifier : sample.modifiers()) {
            if (modifier instanceof Modifier.StatError error) {
                return error.uncertainties();
            }
        }
        return roots(sample.data());
    }

    private static List<Double> roots(List<Double> data) {
        return data.stream().map(x -> Math.sqrt(Math.abs(x))).toList();
    }

    private static Histogram1D histogram(String title, List<Double> data, List<Double> errors, Axis axis) {
        Check.argument(data.size() == axis.bins(), "%s has %d bins, the axis %d", title, data.size(), axis.bins());
        return Histogram1D.ofHeights(title, axis, array(data), array(errors));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Return all samples and observations of a workspace as {@code /CHANNEL/SAMPLE} and {@code /CHANNEL/data}, over the
     * numbers of the bins.
     */
    public static List<AnalysisObject> of(Workspace workspace) {
        List<AnalysisObject> objects = new ArrayList<>();
        for (Channel channel : workspace.channels()) {
            Axis bins = Axis.uniform("bin", "", channel.bins(), 0, channel.bins());
            for (Sample sample : channel.samples()) {
                objects.add(AnalysisObject.of("/" + channel.name() + "/" + sample.name(), histogram(sample, bins)));
            }
            for (Observation observed : workspace.observations()) {
                if (observed.name().equals(channel.name())) {
                    Histogram1D data = histogram("data", observed.data(), roots(observed.data()), bins);
                    objects.add(AnalysisObject.of("/" + channel.name() + "/data", data));
                }
            }
        }
        return objects;
    }
}
