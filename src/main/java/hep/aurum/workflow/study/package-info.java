/**
 * Read a study file: one YAML document, checked against a published JSON schema, every error with its line and key.
 *
 * <p>{@link hep.aurum.workflow.study.StudyReader} turns a path into an immutable {@link hep.aurum.workflow.study.Study};
 * the schema is the resource {@code study-1.schema.json}.
 */
@NullMarked
package hep.aurum.workflow.study;

import org.jspecify.annotations.NullMarked;
