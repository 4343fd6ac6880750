/**
 * Read and write pyhf's JSON workspaces, specification 1.0.0, and its patch sets.
 *
 * <p>{@link hep.aurum.format.pyhf.PyhfWorkspace} deals in models, {@link hep.aurum.format.pyhf.PyhfDocument} in documents as
 * they were written: their digests are those of pyhf, and {@link hep.aurum.format.pyhf.PatchSet} adds the signals of a
 * scan to them.
 *
 * <pre>{@code
 * Workspace workspace = PyhfWorkspace.read(Path.of("histograms/two-bin/workspace.json"));
 * PyhfWorkspace.write(workspace, Path.of("copy.json"));
 * }</pre>
 *
 * <p>{@link hep.aurum.format.pyhf.FunctionsFile} holds what the schema of workspaces has no place for: normalisation factors as functions
 * of a theory's parameters.
 *
 * <p>Numbers survive a round trip bit for bit; keys are written in a fixed order. Every error names the file and, as far
 * as it applies, channel, sample, bin and modifier.
 */
@NullMarked
package hep.aurum.format.pyhf;

import org.jspecify.annotations.NullMarked;
