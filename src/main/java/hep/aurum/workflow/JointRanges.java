package hep.aurum.workflow;

import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.NuisanceConstraint;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Choose the parameters of a channel of events that its ratio is examined in, and their ranges.
 *
 * <p>The parameters are that of interest and those that move a density of the channel, unless a constraint measures them, they are
 * held, or they change nothing but the number of events. A range is the interval of the parameter, cut at \(\pm 10\max(1,|s|)\) around
 * its initial value s. An end at which the pools give less than a tenth of the events that they give at s comes closer to s, by half
 * the distance at a time.
 *
 * @param positions of the parameters in the model
 * @param space their ranges
 */
record JointRanges(List<Integer> positions, ParameterSpace space) {

    private static final double REACH = 10;
    private static final double SUPPORT = 0.1;
    private static final int HALVINGS = 12;
    private static final double NOTICEABLE = 1e-9;

    /**
     * Choose.
     *
     * @param law the channel
     * @param drawable how many events the pools give, for the values of the parameters of a law
     */
    static JointRanges of(ChannelLaw law, Function<ChannelLaw, ToDoubleFunction<double[]>> drawable) {
        List<Integer> positions = new ArrayList<>();
        List<Parameter> ranges = new ArrayList<>();
        for (int a : candidates(law)) {
            ChannelLaw along = law.in(List.of(a));
            ModelParameter parameter = law.model().parameters().get(a);
            double reach = REACH * Math.max(1, Math.abs(parameter.init()));
            ToDoubleFunction<double[]> events = drawable.apply(along);
            double low = end(parameter.init(), Math.max(parameter.lower(), parameter.init() - reach), events);
            double high = end(parameter.init(), Math.min(parameter.upper(), parameter.init() + reach), events);
            if (low < high && isMoved(along, parameter, low, high)) {
                positions.add(a);
                ranges.add(new Parameter(parameter.name(), low, high, parameter.init()));
            }
        }
        return new JointRanges(positions, new ParameterSpace(ranges));
    }

    private static List<Integer> candidates(ChannelLaw law) {
        Map<Integer, NuisanceConstraint> constraints = law.model().constraints();
        List<String> moving = moving(law);
        List<Integer> candidates = new ArrayList<>();
        List<ModelParameter> parameters = law.model().parameters();
        for (int a = 0; a < parameters.size(); a++) {
            String name = parameters.get(a).name();
            boolean isWanted = moving.contains(name) || law.model().poi().equals(Optional.of(name));
            if (isWanted && !parameters.get(a).isFixed() && !constraints.containsKey(a)) {
                candidates.add(a);
            }
        }
        return candidates;
    }

    private static List<String> moving(ChannelLaw law) {
        return law.channel().processes().stream()
                .flatMap(process -> process.shape().parameters().stream())
                .distinct()
                .toList();
    }

    private static double end(double initial, double wanted, ToDoubleFunction<double[]> drawable) {
        double least = SUPPORT * drawable.applyAsDouble(new double[] {initial});
        double end = wanted;
        for (int i = 0; i < HALVINGS && end != initial; i++) {
            double events = drawable.applyAsDouble(new double[] {end});
            if (events > 0 && events >= least) {
                return end;
            }
            end = initial + 0.5 * (end - initial);
        }
        return initial;
    }

    /** A strength that all processes share moves no ratio. */
    private static boolean isMoved(ChannelLaw along, ModelParameter parameter, double low, double high) {
        return moving(along).contains(parameter.name())
                || isOther(shares(along, parameter.init()), shares(along, low))
                || isOther(shares(along, parameter.init()), shares(along, high));
    }

    private static double[] shares(ChannelLaw along, double value) {
        double[] rates = along.rates(new double[] {value});
        double total = Arrays.stream(rates).sum();
        return Arrays.stream(rates).map(rate -> rate / total).toArray();
    }

    private static boolean isOther(double[] a, double[] b) {
        for (int p = 0; p < a.length; p++) {
            if (Math.abs(a[p] - b[p]) > NOTICEABLE) {
                return true;
            }
        }
        return false;
    }
}
