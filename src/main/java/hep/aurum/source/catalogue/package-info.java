/**
 * Say what is in a file, whatever its format: events with their weights, tables with their columns, histograms, units,
 * and where it is damaged.
 *
 * <pre>{@code
 * Contents contents = Contents.of(Path.of("nano.root"), Contents.Depth.WHOLE, Progress.NONE);
 * contents.sample().events();                 // rows of the tree Events
 * contents.sample().sumOfWeights();           // of the nominal weight under "", of genWeight under its name
 * contents.tables().get(0).columns();         // name -> type
 * }</pre>
 *
 * <p>The room stands above the formats: it uses {@code source} and {@code source.root}, and no reader uses it.
 */
@NullMarked
package hep.aurum.source.catalogue;

import org.jspecify.annotations.NullMarked;
