/**
 * Measure how fast files of events and of tables are read, beside HepMC3's own reader where it is installed.
 *
 * <pre>{@code
 * IoRow row = IoBench.of(temporary, 1.0).run(Path.of("events.hepmc3.gz"));
 * double megabytesPerSecond = row.bytes() / 1e6 / row.plain().seconds();
 * }</pre>
 *
 * <p>Text counts by its bytes when decompressed, tables of numbers by the bytes of their values in the types of the file.
 * Times are given by the clock and by the processor: on a machine that is busy with other work the first measures that work
 * too.
 */
@NullMarked
package hep.aurum.bench.io;

import org.jspecify.annotations.NullMarked;
