package hep.aurum.observable.detector;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.ExpressionType;
import hep.aurum.observable.expression.Frame;
import hep.aurum.observable.expression.Scope;
import hep.aurum.observable.object.ParticleClass;
import hep.aurum.observable.object.ParticleClasses;
import hep.aurum.observable.object.Reconstruction;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turn the final-state particles of an event into what a detector sees.
 *
 * <p>Invisible particles leave no trace; every other final-state particle is seen by the response of the first class that
 * contains it, in the order of declaration, and as it is if there is none. Noise objects are added. The missing
 * transverse momentum is minus the sum of all objects seen, so lost and smeared objects change it as they do in an
 * experiment; noise of its own, Gaussian in each component, may be added.
 *
 * <p>Immutable; safe for any number of threads.
 */
public final class Detector {

    private static final int MOST_CHANNELS = 100;

    private record Channel(ParticleClass particles, ObjectResponse response) {}

    private final ParticleClasses classes;
    private final List<Channel> channels;
    private final List<NoiseObjects> noise;
    private final @Nullable Expression metNoise;
    private final boolean random;

    private Detector(
            ParticleClasses classes, List<Channel> channels, List<NoiseObjects> noise, @Nullable Expression metNoise) {
        this.classes = classes;
        this.channels = List.copyOf(channels);
        this.noise = List.copyOf(noise);
        this.metNoise = metNoise;
        this.random =
                metNoise != null || !noise.isEmpty() || channels.stream().anyMatch(each -> each.response.isRandom());
    }

    /** Return the detector that sees every visible final-state particle as it is. */
    public static Detector ideal(ParticleClasses classes) {
        return new Detector(classes, List.of(), List.of(), null);
    }

    /**
     * Return this detector with a response for a class of particles; earlier ones have precedence.
     *
     * @throws hep.aurum.base.NotFound if no class has this name
     */
    public Detector with(String className, ObjectResponse response) {
        List<Channel> more = new ArrayList<>(channels);
        more.add(new Channel(classes.get(className), response));
        requireFew(more.size());
        return new Detector(classes, more, noise, metNoise);
    }

    /**
     * Return this detector with noise objects that it takes for members of a class; see {@link NoiseObjects}.
     *
     * @throws hep.aurum.base.NotFound if no class has this name
     */
    public Detector withNoise(String className, double mean, double ptMin, double ptSlope, double etaMax) {
        int pdgId = classes.get(className).representative();
        return with(new NoiseObjects(pdgId, mean, ptMin, ptSlope, etaMax));
    }

    /** Return this detector with noise objects. */
    public Detector with(NoiseObjects objects) {
        List<NoiseObjects> more = new ArrayList<>(noise);
        more.add(objects);
        requireFew(more.size());
        return new Detector(classes, channels, more, metNoise);
    }

    private static void requireFew(int count) {
        if (count > MOST_CHANNELS) {
            throw new BadInput("a detector has more than " + MOST_CHANNELS + " responses", "", "join classes");
        }
    }

    /**
     * Return this detector with Gaussian noise in both components of the missing transverse momentum.
     *
     * @param expression its standard deviation in GeV, an expression of the event before the noise, such as
     *     {@code 0.5 * sqrt(ht(jet))} or {@code 8}
     */
    public Detector withMetNoise(String expression) {
        Expression width =
                Expression.parse(expression, Scope.of(classes)).require(ExpressionType.NUMBER, "the noise of met");
        return new Detector(classes, channels, noise, width);
    }

    /** Return the particle classes. */
    public ParticleClasses classes() {
        return classes;
    }

    /** Return whether the response draws random numbers, so that copies of one event differ. */
    public boolean isRandom() {
        return random;
    }

    /**
     * Reconstruct an event.
     *
     * @param event the generated event
     * @param streams random numbers of the sample that the event is from
     * @param eventId what tells the event from all others of these streams, whatever is read and in which order; from 0
     *     to \(2^{42}\)
     * @param copy 0 for the first response, 1, 2 … for further independent ones; below \(2^{20}\)
     */
    public Reconstruction reconstruct(Event event, RandomStreams streams, long eventId, int copy) {
        if (!random) {
            return see(event, null);
        }
        return see(event, ResponseRandom.of(streams, eventId, copy));
    }

    private Reconstruction see(Event event, @Nullable ResponseRandom numbers) {
        Reconstruction.Builder seen = Reconstruction.builder(event.number());
        Frame frame = Frame.ofObjects();
        List<Particle> particles = event.particles();
        for (int i = 0; i < particles.size(); i++) {
            Particle particle = particles.get(i);
            if (particle.isFinal() && !classes.invisible().contains(particle.pdgId())) {
                FourVector momentum = see(event, particle, frame, numbers);
                if (momentum != null) {
                    seen.add(particle.pdgId(), momentum);
                }
            }
        }
        if (numbers == null) {
            return seen.build();
        }
        for (NoiseObjects objects : noise) {
            objects.add(seen, numbers);
        }
        return withMetNoise(seen.build(), numbers);
    }

    private @Nullable FourVector see(Event event, Particle particle, Frame frame, @Nullable ResponseRandom numbers) {
        for (int i = 0; i < channels.size(); i++) {
            Channel channel = channels.get(i);
            if (channel.particles.contains(particle.pdgId())) {
                requireFinite(event, particle);
                return channel.response.see(particle.momentum(), channel.particles.name(), frame, numbers);
            }
        }
        return particle.momentum();
    }

    private static void requireFinite(Event event, Particle particle) {
        if (!particle.momentum().isFinite()) {
            throw new BadInput(
                    "event " + event.number() + " has a particle whose momentum is not finite",
                    "PDG id " + particle.pdgId() + ", " + particle.momentum(),
                    "check the file that it came from");
        }
    }

    private Reconstruction withMetNoise(Reconstruction seen, ResponseRandom numbers) {
        if (metNoise == null) {
            return seen;
        }
        Frame frame = Frame.of(seen);
        double width = metNoise.number(frame);
        if (!(width >= 0 && width <= Double.MAX_VALUE) || frame.missing() != null || frame.isUndefined()) {
            throw new BadInput(
                    "the noise of met is " + width + " in event " + seen.eventNumber()
                            + ", expected a finite number from 0",
                    metNoise.text(),
                    "write it so that it holds for every event, for example with ht(jet), count(jet) and max(..., 0)");
        }
        double x = width * numbers.gaussian();
        double y = width * numbers.gaussian();
        return seen.withMetShift(x, y);
    }
}
