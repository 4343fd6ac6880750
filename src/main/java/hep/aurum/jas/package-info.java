/**
 * Aurum in the menus of the host: open events and studies, run studies in a Java machine of their own, show results in the AIDA
 * tree, test the tree's histograms, evaluate trained models on the events of the record loop.
 *
 * <p>{@link hep.aurum.jas.AurumSession} is what the entry class makes. It gives each menu entry one small class; these share
 * a desk, which knows the host, keeps work off the event thread and turns every failure into a sentence in the status bar and in the
 * log. A service that the host lacks costs the entry that needs it, and no other.
 *
 * <pre>{@code
 * Session session = new AurumSession();
 * session.open(host);
 * }</pre>
 *
 * <p>Children: {@code child} runs, {@code aida} and {@code record} convert, {@code dialog} asks, {@code page} shows; they know
 * nothing of each other's windows and services. {@code entry} is the way in.
 */
@NullMarked
package hep.aurum.jas;

import org.jspecify.annotations.NullMarked;
