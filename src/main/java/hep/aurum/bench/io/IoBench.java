package hep.aurum.bench.io;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.source.Decompression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Read files over and over, as they are and decompressed, and measure the median pass. */
public final class IoBench {

    private static final int HEAD = 64;

    private final Path folder;
    private final PassClock clock;
    private final @Nullable HepMcPeer peer;

    private IoBench(Path folder, PassClock clock, @Nullable HepMcPeer peer) {
        this.folder = folder;
        this.clock = clock;
        this.peer = peer;
    }

    /**
     * Prepare measurements.
     *
     * @param folder where decompressed files and the peer's program are put; not emptied
     * @param seconds of every measurement; warming up takes twice as long
     */
    public static IoBench of(Path folder, double seconds) {
        Check.argument(seconds > 0 && seconds <= 600, "%s seconds, expected up to 600", seconds);
        return new IoBench(folder, new PassClock(seconds), HepMcPeer.build(folder));
    }

    /** Return whether HepMC3's own reader could be built. */
    public boolean hasPeer() {
        return peer != null;
    }

    /**
     * Measure how fast a file is read; it is read many times.
     *
     * @throws BadInput if it is damaged or of no known format
     */
    public IoRow run(Path file) {
        Path plainFile = plain(file);
        Reading reading = Reading.of(plainFile);
        Reading.Content content = reading.read();
        IoRow.Speed plain = clock.measure(reading::read);
        IoRow.Speed stored = plainFile.equals(file) ? null : clock.measure(Reading.of(file)::read);
        return new IoRow(
                String.valueOf(file.getFileName()),
                reading.format(),
                reading.unit(),
                content.items(),
                content.bytes(),
                stored,
                plain,
                peer == null || !reading.format().startsWith("HepMC")
                        ? null
                        : peer.measure(plainFile, content.items()));
    }

    /** Return the file itself, or what it holds decompressed. */
    private Path plain(Path file) {
        byte[] head = Decompression.head(file, HEAD);
        try {
            if (Arrays.equals(head, storedHead(file))) {
                return file;
            }
            Path plain = Files.createTempFile(folder, "plain-", "");
            try (InputStream in = Decompression.open(file)) {
                Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
            }
            return plain;
        } catch (IOException e) {
            throw new BadInput(
                    "cannot decompress " + file + ": " + Decompression.reason(e), "", "check the file and the disk");
        }
    }

    private static byte[] storedHead(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }
}
