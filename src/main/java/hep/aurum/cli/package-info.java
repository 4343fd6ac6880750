/**
 * Offer Aurum to people at a shell: one command for each verb, exit codes that scripts can rely on.
 *
 * <p>{@link hep.aurum.cli.Main} knows the commands {@code run}, {@code audit}, {@code inspect}, {@code simulate}, {@code export},
 * {@code hypotest}, {@code limit}, {@code neyman}
 * and {@code version}. They read arguments and print; what they do is in {@code workflow}, {@code source} and {@code format}. The only room that may use the standard streams:
 * results on standard output, progress and failures on standard error.
 *
 * <pre>
 * aurum run examples/vbf-higgs/study.yaml --out results/vbf --seed 7
 * aurum inspect --json events.lhe.gz
 * </pre>
 *
 * <p>To add a command, write a {@code Callable} that returns the exit code and name it among the subcommands of {@code Main}.
 */
@NullMarked
package hep.aurum.cli;

import org.jspecify.annotations.NullMarked;
