/**
 * Speak the verbs of an analysis from a script.
 *
 * <pre>{@code
 * Sample sample = Aurum.events("signal.lhe.gz").benchmark("sm", Map.of("c", 0)).benchmark("plus", Map.of("c", 1))
 *     .generatedAt("sm").observables(Map.of("pt_l", "pt(lepton[1])")).labels(Map.of("c", List.of(-1, 1)));
 * Model model = sample.train("rascal");
 * double logR = model.logRatio(List.of(72.4), Map.of("c", 0.5), Map.of("c", 0));
 * }</pre>
 */
@NullMarked
package hep.aurum.script;

import org.jspecify.annotations.NullMarked;
