/**
 * Offer Aurum to scripts: Jython, Groovy, BeanShell, JShell and plain Java run the same lines.
 *
 * <pre>{@code
 * H1D h = new H1D("mass", 55, 105, 160).fill(masses, weights);
 * HFitter fitter = new HFitter().setFunc("g+p1").setFitMethod("bml").fit(h);
 * HPlot canvas = new HPlot("Canvas", 600, 400).setNameX("m(yy) [GeV]").setNameY("Events");
 * canvas.draw(h, fitter.getFittedFunc()).drawStatBox(h).export("mass.pdf");
 *
 * Model model = Aurum.events("signal.lhe.gz").benchmark("sm", Map.of("c", 0)).benchmark("plus", Map.of("c", 1))
 *     .generatedAt("sm").observables(Map.of("pt_l", "pt(lepton[1])")).labels(Map.of("c", List.of(-1, 1))).train("rascal");
 * double logR = model.logRatio(List.of(72.4), Map.of("c", 0.5), Map.of("c", 0));
 * }</pre>
 *
 * <p>{@link hep.aurum.script.Aurum} holds the verbs, which scripts speak on the object {@code aurum}, a
 * {@link hep.aurum.script.Session}. The chain from events to results puts together the document of a study and takes the steps of
 * {@code workflow}: there is one way to do each thing, and the same study file gives the same numbers, bit for bit.
 *
 * <p>The classes of histograms, points, functions, canvases and fits have the names, the methods and the argument orders that
 * physicists know from jHepWork and DataMelt; every setter returns its object, so that calls can be chained. They are thin:
 * {@link hep.aurum.script.H1D}, {@link hep.aurum.script.H2D} and {@link hep.aurum.script.HProf1D} collect fills for
 * {@code hist}, {@link hep.aurum.script.HFitter} asks {@code infer.curve}, {@link hep.aurum.script.HPlot} builds a
 * figure of {@code plot}. {@code get()} hands over the immutable object behind each.
 *
 * <p>For the sake of scripts no public name here is a Python keyword, no two methods differ only by kinds of numbers, and
 * wherever an array is taken a list is taken too.
 */
@NullMarked
package hep.aurum.script;

import org.jspecify.annotations.NullMarked;
