package hep.aurum.trust;

import hep.aurum.math.random.RandomStreams;
import java.util.Optional;

/**
 * Ask one question about a ratio that has a known answer if the ratio is right.
 *
 * <p>Implementations are immutable. The same subject and streams give the same finding on any number of threads.
 */
public interface Check {

    /** Return the name in a few words. */
    String name();

    /**
     * Examine a subject.
     *
     * @param subject what is to be trusted
     * @param streams of this check alone
     * @param threads threads that may work
     * @return nothing where the subject lacks what the check needs
     */
    Optional<Finding> examine(Subject subject, RandomStreams streams, int threads);

    /** Return the ratio broken in the way that this check is there to see; nothing for checks without a twin. */
    Optional<Twin> twin(Subject subject);
}
