package hep.aurum.observable.detector;

import hep.aurum.base.BadInput;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.collection.Requirements;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.ExpressionType;
import hep.aurum.observable.expression.Frame;
import hep.aurum.observable.expression.Scope;
import hep.aurum.observable.object.Reconstruction;
import hep.aurum.physics.FourVector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turn the objects of a row of a particle-level table into what a detector sees of them.
 *
 * <p>Such a table holds what was generated, clustered and perhaps selected already, but not smeared. An object is treated by
 * the first response whose collection contains it with its true momentum; what no collection contains is seen as it is.
 * Members of an object, such as a flavour, stay with it. Columns that are asked for by their own names, missing momenta among
 * them, are what the table has.
 *
 * <p>Immutable; safe for any number of threads.
 */
public final class RowResponse {

    private record Channel(String name, Expression objects, ObjectResponse response) {}

    private final Scope scope;
    private final List<Channel> channels;
    private final boolean random;

    private RowResponse(Scope scope, List<Channel> channels) {
        this.scope = scope;
        this.channels = List.copyOf(channels);
        this.random = channels.stream().anyMatch(each -> each.response.isRandom());
    }

    /** Return the response that sees every object as it is. */
    public static RowResponse ideal(Scope table) {
        return new RowResponse(table, List.of());
    }

    /**
     * Return this with a response for a collection; earlier ones have precedence.
     *
     * @param name a collection of the table, a common name such as {@code photon}, or a definition of the scope
     * @throws hep.aurum.base.Failure if the table has no such collection
     */
    public RowResponse with(String name, ObjectResponse response) {
        Expression objects =
                Expression.parse(name, scope).require(ExpressionType.COLLECTION, "what a detector responds to");
        List<Channel> more = new ArrayList<>(channels);
        more.add(new Channel(name, objects, response));
        return new RowResponse(scope, more);
    }

    /** Return what of the table must be read: always all of it, so that no observable changes the random numbers of others. */
    public Requirements requirements() {
        return channels.stream()
                .map(each -> each.objects.requirements())
                .reduce(Requirements.NOTHING, Requirements::and);
    }

    /** Return whether the response draws random numbers, so that copies of one row differ. */
    public boolean isRandom() {
        return random;
    }

    /**
     * Return what is seen of a row.
     *
     * @param truth the row's objects as they are
     * @param streams random numbers of the sample that the row is from
     * @param eventId what tells the row from all others of these streams, from 0 to \(2^{42}\)
     * @param copy 0 for the first response, 1, 2 … for further independent ones; below \(2^{20}\)
     */
    public Reconstruction see(Reconstruction truth, RandomStreams streams, long eventId, int copy) {
        if (channels.isEmpty()) {
            return truth;
        }
        ResponseRandom numbers = random ? ResponseRandom.of(streams, eventId, copy) : null;
        Frame event = Frame.of(truth);
        Frame object = Frame.ofObjects();
        Reconstruction.Builder seen =
                Reconstruction.builder(truth.eventNumber()).of(truth.row());
        for (int i = 0; i < truth.size(); i++) {
            Channel channel = channel(event, i);
            FourVector momentum = channel == null
                    ? truth.momentum(i)
                    : channel.response.see(truth.momentum(i), channel.name, object, numbers);
            if (momentum != null) {
                seen.add(truth.pdgId(i), momentum, truth.collection(i), truth.item(i));
            }
        }
        return seen.build();
    }

    private @Nullable Channel channel(Frame event, int position) {
        for (int c = 0; c < channels.size(); c++) {
            Channel channel = channels.get(c);
            event.clear();
            boolean isMember = channel.objects.contains(event, position);
            if (event.missing() != null || event.hollow() != null || event.isUndefined()) {
                throw new BadInput(
                        "whether an object of event " + event.event().eventNumber() + " belongs to " + channel.name
                                + " is undefined",
                        channel.objects.text(),
                        "declare objects, to which the detector responds, without reference to others that may be missing");
            }
            if (isMember) {
                return channel;
            }
        }
        return null;
    }
}
