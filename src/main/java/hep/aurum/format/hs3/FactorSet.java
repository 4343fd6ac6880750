package hep.aurum.format.hs3;

import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collect the samples that share factors by bin, and say which modifier of ours these are. */
final class FactorSet {

    /** How the factors are constrained. */
    enum Kind {
        FREE,
        HELD,
        GAUSS,
        POISSON
    }

    final String name;
    final Kind kind;
    final boolean isStatError;
    private final double threshold;
    private final List<List<Double>> contents = new ArrayList<>();
    private final List<List<Double>> uncertainties = new ArrayList<>();

    /**
     * Begin a set.
     *
     * @param threshold relative uncertainty below which a staterror is left out
     */
    FactorSet(String name, Kind kind, boolean isStatError, double threshold) {
        this.name = name;
        this.kind = kind;
        this.isStatError = isStatError;
        this.threshold = threshold;
    }

    /** Add a sample with its absolute uncertainties. */
    void add(List<Double> sampleContents, List<Double> sampleUncertainties) {
        contents.add(sampleContents);
        uncertainties.add(sampleUncertainties);
    }

    boolean isShared() {
        return contents.size() > 1;
    }

    int bins() {
        return contents.get(0).size();
    }

    Modifier modifier(List<Double> sampleUncertainties) {
        if (kind == Kind.FREE || needsAuxiliaryChannel()) {
            return new Modifier.ShapeFactor(name);
        }
        List<Double> kept = new ArrayList<>();
        for (int b = 0; b < bins(); b++) {
            kept.add(isHeld(b) ? 0.0 : sampleUncertainties.get(b));
        }
        return kind == Kind.POISSON ? new Modifier.ShapeSys(name, kept) : new Modifier.StatError(name, kept);
    }

    private boolean needsAuxiliaryChannel() {
        return kind == Kind.POISSON && isShared();
    }

    /** Return the channel of auxiliary counts τ = 1/r² with the rate γτ, for Poisson factors of several samples. */
    Optional<Channel> auxiliaryChannel() {
        if (!needsAuxiliaryChannel()) {
            return Optional.empty();
        }
        List<Double> counts = new ArrayList<>();
        for (int b = 0; b < bins(); b++) {
            double r = relative(b);
            counts.add(isHeld(b) ? 1.0 : 1.0 / (r * r));
        }
        Sample sample = new Sample("auxiliary", counts, List.of(new Modifier.ShapeFactor(name)));
        return Optional.of(new Channel("auxiliary_" + name, List.of(sample)));
    }

    Optional<Observation> auxiliaryObservation() {
        return auxiliaryChannel()
                .map(channel ->
                        new Observation(channel.name(), channel.samples().get(0).data()));
    }

    /** Return whether a factor of the auxiliary channel stays at 1. */
    boolean holdsInChannel(int bin) {
        return needsAuxiliaryChannel() && isHeld(bin);
    }

    private boolean isHeld(int bin) {
        double r = relative(bin);
        return kind == Kind.HELD || r == 0.0 || (isStatError && r < threshold);
    }

    /** The uncertainty of the sum relative to the sum; for factors other than staterror all samples have the same. */
    double relative(int bin) {
        double rate = 0.0;
        double square = 0.0;
        int samples = isStatError ? contents.size() : 1;
        for (int s = 0; s < samples; s++) {
            rate += contents.get(s).get(bin);
            square += uncertainties.get(s).get(bin) * uncertainties.get(s).get(bin);
        }
        return rate > 0.0 ? Math.sqrt(square) / rate : 0.0;
    }
}
