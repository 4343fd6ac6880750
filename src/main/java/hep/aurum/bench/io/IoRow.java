package hep.aurum.bench.io;

import org.jspecify.annotations.Nullable;

/**
 * Hold how fast one file is read.
 *
 * @param file its name
 * @param format the format that its header states
 * @param unit what is counted: {@code events} or {@code values}, those of jagged columns alone where a table has some
 * @param items how many there are
 * @param bytes of plain text, or of the values
 * @param stored reading the file as it is, decompression included; null where the file is plain, or is compressed inside
 * @param plain reading the file when it has been decompressed
 * @param peer HepMC3's own reader on the same plain file; null where it is not installed or does not read the format
 */
public record IoRow(
        String file,
        String format,
        String unit,
        long items,
        long bytes,
        @Nullable Speed stored,
        Speed plain,
        @Nullable Speed peer) {

    /**
     * Hold the time that reading a file once takes, the median of several passes.
     *
     * @param seconds by the clock
     * @param cpuSeconds of the processor, of all threads together, garbage collection included
     * @param spread slowest less fastest pass by the clock, over the median
     */
    public record Speed(double seconds, double cpuSeconds, double spread) {

        /**
         * Return the processor's time over the clock's: below 0.9 other work ran too, and above 1 several threads were at work.
         */
        public double share() {
            return cpuSeconds / seconds;
        }
    }

    /** Return how many times less of the processor's time than the peer we take; NaN where there is none. */
    public double ratio() {
        return peer == null ? Double.NaN : peer.cpuSeconds() / plain.cpuSeconds();
    }
}
