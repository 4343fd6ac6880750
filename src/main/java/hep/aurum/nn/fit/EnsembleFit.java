package hep.aurum.nn.fit;

import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Workers;
import java.util.List;

/**
 * Train the members of an ensemble side by side.
 *
 * <p>As many members as there are threads are trained at a time, each on its share of the threads: members need not wait for
 * each other at every step, chunks of one batch must.
 */
public final class EnsembleFit {

    private EnsembleFit() {}

    /** Pose the problem of one member. */
    @FunctionalInterface
    public interface MemberProblem {

        /**
         * Return the problem of a member.
         *
         * @param member its number, from 0
         * @param streams its own source of randomness
         */
        Problem of(int member, RandomStreams streams);
    }

    /**
     * Train all members.
     *
     * @param streams the source of randomness; member m uses the part {@code "member m"}
     * @param progress listens; its calls do not overlap
     * @return the members in their order
     * @throws hep.aurum.base.NotConverged if a loss becomes infinite
     */
    public static List<FittedNetwork> fit(
            FitOptions options, MemberProblem problems, RandomStreams streams, Progress progress) {
        int members = options.members();
        int together = Math.min(members, options.threads());
        FittedNetwork[] fitted = new FittedNetwork[members];
        Problem first = problems.of(0, member(streams, 0));
        // Members are of one size or nearly so.
        Tally tally = Tally.of(progress, "training", members * NetworkFit.samples(options, first), "samples");
        try (Workers side = Workers.of(together)) {
            side.run(members, m -> {
                RandomStreams own = member(streams, m);
                Problem problem = m == 0 ? first : problems.of(m, own);
                try (Workers workers = Workers.of(options.threads() / together)) {
                    fitted[m] = new NetworkFit(options, problem, own, workers).run(tally);
                }
            });
        }
        tally.finish();
        return List.of(fitted);
    }

    private static RandomStreams member(RandomStreams streams, int m) {
        return streams.part("member " + m);
    }
}
