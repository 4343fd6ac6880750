/**
 * Run scripts in the languages of the Java machine, with the verbs of {@link hep.aurum.script.Aurum} in scope.
 *
 * <pre>{@code
 * ScriptSetting setting = new ScriptSetting(Aurum.session(), List.of("out"), out, err);
 * int exitCode = ScriptFile.of(Path.of("histogram.py")).run(setting);
 * }</pre>
 *
 * <p>Python (Jython), Groovy and BeanShell are found by {@code javax.script}, if their jars are there; Java is compiled by the JDK in
 * memory. What a script does wrong is one sentence with its file and line.
 */
@NullMarked
package hep.aurum.script.engine;

import org.jspecify.annotations.NullMarked;
