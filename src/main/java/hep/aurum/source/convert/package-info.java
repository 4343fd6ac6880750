/**
 * Write what is in a file in another format.
 *
 * <pre>{@code
 * ConversionResult result = Conversion.of(Path.of("vbf.lhe.gz"), Path.of("vbf.parquet"))
 *         .between(1, 1000)
 *         .run(Progress.NONE);
 * result.losses();                            // what the new file does not have, in sentences
 * }</pre>
 *
 * <p>Events go from one format of events to another as they are, into a format of tables as a table of particles
 * ({@link hep.aurum.source.particle.ParticleTable}), and back. Tables go into formats of tables. One event, or one batch of
 * rows, is in memory at a time; the file appears when it is complete.
 */
@NullMarked
package hep.aurum.source.convert;

import org.jspecify.annotations.NullMarked;
