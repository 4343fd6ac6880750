/**
 * The way from the host to Aurum: all that the small jar in the extensions folder holds.
 *
 * <p>The host puts every plugin's jars on one class path. Aurum therefore lives beside its jar, in the folder
 * {@code aurum}, which the host does not scan, and has a class loader of its own: {@link
 * hep.aurum.jas.entry.AurumPlugin} finds the folder, makes the loader, and hands every call of the host to the {@link
 * hep.aurum.jas.entry.Session} that it finds there. Both sides see the classes of this package through the host's loader,
 * and nothing here uses another class of Aurum or of a library:
 *
 * <pre>{@code
 * extensions/aurum-jas-0.1.0.jar     hep.aurum.jas.entry, PLUGIN-inf/plugins.xml
 * extensions/aurum/aurum-….jar       hep.aurum.jas and everything below it
 * extensions/aurum/….jar             the libraries
 * }</pre>
 */
@NullMarked
package hep.aurum.jas.entry;

import org.jspecify.annotations.NullMarked;
