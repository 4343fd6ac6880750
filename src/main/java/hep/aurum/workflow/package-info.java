/**
 * Run a study from its file to its results: the nine steps in order.
 *
 * <p>{@code study} reads and checks the study file; {@link hep.aurum.workflow.StudyRun} opens the events, evaluates the observables,
 * mines and audits the labels, divides the events, trains the ratio, scans its likelihood, makes the histogram tests, and writes the
 * output folder. It is the one place that knows all rooms; each step is a class of its own, and none of them computes what a room
 * below could.
 *
 * <pre>{@code
 * Study study = StudyReader.read(Path.of("study.yaml"));
 * RunOptions options = new RunOptions(Path.of("results/mine"), false, 2, Progress.NONE);
 * StudyRun run = StudyRun.of(study, options);
 * run.execute();
 * String summary = run.summaryText();
 * }</pre>
 *
 * <p>{@link hep.aurum.workflow.StudySteps} takes the same steps one at a time, for scripts.
 *
 * <p>Programs that generate events: {@code ExternalSamples}. Histograms in files: {@code HistogramRun}.
 * Simulators with latents: {@code SimulatorRun}. Reading and labels: {@code SampleReading}, {@code OpenedFile}, {@code FileReading}, {@code ToySampling}, {@code Auditing}. Parts: {@code Parts},
 * {@code DataDrawing}. Learning: {@code Learning}, {@code ModelShelf}. Questions: {@code Scanning}, {@code Templates}. What is left
 * behind: {@code OutputFolder}, {@code Reporting}, {@code Summary}, {@code Artefacts}, and the page: {@code StudyReport},
 * {@code HistogramReport}, {@code PageRecord}. Nothing is written before the audit has
 * passed; a run with the same {@code Fingerprint} goes on where an earlier one stopped.
 *
 * <p>A file is opened by {@code OpenedFile}, a table of events by {@code TableOpening}, any file without a study by {@link
 * hep.aurum.workflow.RecordedEvents}. {@link hep.aurum.workflow.StoredResults} reads what a run left; {@link
 * hep.aurum.workflow.TemplateTest} and {@link hep.aurum.workflow.PeakScan} test histograms without a study.
 *
 * <p>Legend of shapes: {@code n} rows (events, or detector responses to events), {@code d} features, {@code k} parameters.
 */
@NullMarked
package hep.aurum.workflow;

import org.jspecify.annotations.NullMarked;
