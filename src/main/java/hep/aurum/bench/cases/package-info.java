/**
 * Pose whole analyses with a known answer: the significance that is reached, the coverage that is kept, the errors that are found.
 *
 * <p>Where a {@link hep.aurum.bench.Bench} measures how well a ratio is learned, a {@link hep.aurum.bench.cases.CaseBench} measures
 * what a learned ratio is worth in a test, beside the exact ratio and beside histograms.
 *
 * <pre>{@code
 * CaseResult result = CaseBenches.named("interference").run(Map.of("kappa", 0.1), 1, 2, Progress.NONE);
 * Object z = result.figures().get("z_learned");
 * }</pre>
 */
@NullMarked
package hep.aurum.bench.cases;

import org.jspecify.annotations.NullMarked;
