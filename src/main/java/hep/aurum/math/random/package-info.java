/**
 * Give every task its own stream of random numbers, so that the same seed gives the same answer on any number of
 * threads.
 *
 * <p>A stream of {@link hep.aurum.math.random.RandomStreams} is named by seed, purpose and index, never by the order in which it is
 * asked for; {@link hep.aurum.math.random.Draws} turns its numbers into those of other laws. The only source of randomness in the
 * program.
 *
 * <pre>{@code
 * RandomStreams streams = RandomStreams.of(seed).part("detector");
 * UniformRandomProvider random = streams.stream("smearing", eventNumber);
 * int n = Draws.poisson(random, mean);
 * }</pre>
 */
@NullMarked
package hep.aurum.math.random;

import org.jspecify.annotations.NullMarked;
