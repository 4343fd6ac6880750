/**
 * Put questions to a {@link hep.aurum.likelihood.StatisticalModel}: fits, tests of hypotheses, limits, discovery.
 */
@NullMarked
package hep.aurum.infer;

import org.jspecify.annotations.NullMarked;
