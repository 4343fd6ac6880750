/**
 * Read a study file: one YAML document, checked against a published JSON schema, every error with its line and key.
 *
 * <p>{@link hep.aurum.workflow.study.StudyReader} turns a path into an immutable {@link hep.aurum.workflow.study.Study} with every
 * default filled in; {@link hep.aurum.workflow.study.StudySchema} is the schema, the resource {@code study-1.schema.json}.
 *
 * <pre>{@code
 * Study study = StudyReader.read(Path.of("study.yaml"));
 * double range = study.parameters().get(0).max();
 * }</pre>
 *
 * <p>Two more kinds of study have readers and schemas of their own: of histograms, and of a simulator with latents
 * ({@link hep.aurum.workflow.study.SimulatorStudyReader}).
 *
 * <p>The file comes from a stranger: at most 4 MB and 64 levels, no aliases, no tags, no repeated keys. To add a key, add it to the
 * schema, to {@code Study} and its reader, and to the page on the study file.
 */
@NullMarked
package hep.aurum.workflow.study;

import org.jspecify.annotations.NullMarked;
