package hep.aurum.likelihood.binned;

/** Phrase where in a workspace something is. */
final class Places {

    private Places() {}

    static String of(String origin, String rest) {
        return origin.isEmpty() ? rest : origin + ", " + rest;
    }

    static String of(String origin, Channel channel) {
        return of(origin, "channel " + channel.name());
    }

    static String of(String origin, Channel channel, Sample sample) {
        return of(origin, "channel " + channel.name() + ", sample " + sample.name());
    }

    static String of(String origin, Channel channel, Sample sample, Modifier modifier) {
        return of(origin, channel, sample) + ", modifier " + modifier.name() + " (" + modifier.type() + ")";
    }
}
