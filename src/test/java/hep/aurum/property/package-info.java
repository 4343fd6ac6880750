/**
 * Test what holds for every input: {@link hep.aurum.property.Property} runs a method many times, each time with another
 * stream of random numbers, and names the seed of the try that fails.
 *
 * <pre>{@code
 * @Property(tries = 500)
 * void boostKeepsTheMass(UniformRandomProvider random) {
 *     FourVector p = anyVector(random);
 *
 *     assertThat(p.boosted(anyVelocity(random)).mass()).isCloseTo(p.mass(), within(1e-9));
 * }
 * }</pre>
 *
 * <p>There is no shrinking: draw the sizes small first.
 */
@NullMarked
package hep.aurum.property;

import org.jspecify.annotations.NullMarked;
