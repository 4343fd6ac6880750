/**
 * Run the command line of Aurum in a Java machine of its own: with the flags that training needs and the host's machine was
 * not started with, with its own memory, and so that it can be stopped at any moment.
 *
 * <pre>{@code
 * ChildJvm jvm = ChildJvm.ofThisProgram(2048);
 * ChildProcess run = ChildProcess.start(jvm, List.of("run", "study.yaml", "--out", "results"), listener);
 * run.cancel();
 * }</pre>
 *
 * <p>Nothing here knows windows or threads of events: {@link hep.aurum.jas.child.ChildListener} is told on threads of this
 * package, which never keep a program alive.
 */
@NullMarked
package hep.aurum.jas.child;

import org.jspecify.annotations.NullMarked;
