/**
 * Give every task its own stream of random numbers, so that the same seed gives the same answer on any number of
 * threads.
 *
 * <pre>{@code
 * RandomStreams streams = RandomStreams.of(seed);
 * UniformRandomProvider random = streams.stream("smearing", eventNumber);
 * }</pre>
 */
@NullMarked
package hep.aurum.math.random;

import org.jspecify.annotations.NullMarked;
