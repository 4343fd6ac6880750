package hep.aurum.workflow;

import hep.aurum.base.NotSupported;
import hep.aurum.estimator.DifferenceRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.FixedShape;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.likelihood.joint.PooledEvents;
import hep.aurum.likelihood.joint.PooledEvents.Pool;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.report.Numbers;
import hep.aurum.trust.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Put one channel of events of a likelihood before the checks, with the pools that its document carries.
 *
 * <p>Where a process has the reference law for its density, half of its pool stands for that law. Otherwise no events follow it; the
 * ratio is then referred to the law at the initial values, for which half of each pool is set aside.
 *
 * @param subject the channel
 * @param note in a sentence or two, what is examined and what is not
 */
record JointSubject(Subject subject, String note) {

    private static final int MOST_EVENTS = 200;
    private static final int FEWEST_EVENTS = 10;

    /** Experiments that should come out of the pools: as many as ranks ask for. */
    private static final int EXPERIMENTS = 400;

    /**
     * Make the subject.
     *
     * @throws NotSupported if toys of the channel come from elsewhere, or there is nothing that could be examined
     */
    static JointSubject of(JointWorkspace joint, StatisticalModel model, JointWorkspace.Part part) {
        EventChannel channel = part.channel();
        if (!(part.generator() instanceof PooledEvents pooled)) {
            throw new NotSupported(
                    "the channel " + channel.name() + " carries no simulated events to hold its densities against",
                    "",
                    "write the likelihood with pools");
        }
        List<Pool> unseen =
                PoolRows.without(pooled.pools(), part.data(), channel.features().size());
        Optional<Integer> reference = reference(channel);
        List<Pool> pools = new ArrayList<>();
        List<Pool> references = new ArrayList<>();
        for (int p = 0; p < unseen.size(); p++) {
            boolean isSplit = reference.isEmpty() || reference.get() == p;
            pools.add(isSplit ? PoolRows.half(unseen.get(p), 0) : unseen.get(p));
            references.add(isSplit ? PoolRows.half(unseen.get(p), 1) : unseen.get(p));
        }
        ChannelLaw whole = ChannelLaw.of(joint, model, channel);
        JointRanges ranges = JointRanges.of(
                whole, law -> new PooledMixture(law, pools, references, new double[0], new double[0])::drawable);
        if (reference.isEmpty() && ranges.positions().isEmpty()) {
            throw new NotSupported(
                    "the channel " + channel.name() + " has no free parameter that moves its densities, and no process"
                            + " with the reference law",
                    "",
                    "there is no ratio that could be examined");
        }
        return of(whole.in(ranges.positions()), ranges.space(), pools, references, reference, part.data());
    }

    private static JointSubject of(
            ChannelLaw law,
            ParameterSpace space,
            List<Pool> pools,
            List<Pool> references,
            Optional<Integer> reference,
            EventData data) {
        double[] initial = law.initial();
        double[] rates = law.rates(initial);
        double[] referenceRates = rates.clone();
        reference.ifPresent(p -> {
            Arrays.fill(referenceRates, 0);
            referenceRates[p] = 1;
        });
        PooledMixture laws = new PooledMixture(law, pools, references, referenceRates, initial);
        RatioEstimator mixture = new MixtureOfShapes(law, space);
        int experiment = experiment(laws, space, Arrays.stream(rates).sum());
        Subject subject = new Subject(
                law.channel().name(),
                reference.isPresent() ? mixture : new DifferenceRatio(mixture, space.standard()),
                laws,
                space,
                experiment,
                Map.of(),
                Optional.of(data).filter(events -> events.weights().length > 0),
                Optional.empty());
        return new JointSubject(subject, note(law, space, reference, experiment, pools));
    }

    private static Optional<Integer> reference(EventChannel channel) {
        for (int p = 0; p < channel.processes().size(); p++) {
            if (channel.processes().get(p).shape() instanceof FixedShape fixed && fixed.isReference()) {
                return Optional.of(p);
            }
        }
        return Optional.empty();
    }

    /** Return the events of an experiment: what is expected, unless the pools give too few for that anywhere. */
    private static int experiment(PooledMixture laws, ParameterSpace space, double expected) {
        double[] standard = space.standard().toArray();
        double fewest = laws.drawable(standard);
        for (int a = 0; a < standard.length; a++) {
            for (double end : new double[] {space.get(a).min(), space.get(a).max()}) {
                double[] theta = standard.clone();
                theta[a] = end;
                fewest = Math.min(fewest, laws.drawable(theta));
            }
        }
        double most = Math.min(MOST_EVENTS, fewest / EXPERIMENTS);
        return (int) Math.max(FEWEST_EVENTS, Math.min(most, Math.round(expected)));
    }

    private static String note(
            ChannelLaw law, ParameterSpace space, Optional<Integer> reference, int experiment, List<Pool> pools) {
        List<String> ranges = new ArrayList<>();
        for (Parameter p : space.parameters()) {
            ranges.add(p.name() + " from " + Numbers.plain(p.min()) + " to " + Numbers.plain(p.max()));
        }
        String against = reference
                .map(p -> "The reference law is that of "
                        + law.channel().processes().get(p).name() + ".")
                .orElse(
                        "No process has the reference law, so that no events follow it: ratios are taken to the law at the"
                                + " initial values instead. A fault that is the same at all values is not seen; it drops out of"
                                + " every test.");
        return String.format(
                Locale.ROOT,
                "The mixture of %s%s, all other parameters at their initial values, in experiments of %d events from %d in pools."
                        + " %s",
                String.join(
                        ", ",
                        law.channel().processes().stream()
                                .map(EventChannel.Process::name)
                                .toList()),
                ranges.isEmpty() ? "" : " with " + String.join(", ", ranges),
                experiment,
                pools.stream().mapToInt(Pool::size).sum(),
                against);
    }
}
