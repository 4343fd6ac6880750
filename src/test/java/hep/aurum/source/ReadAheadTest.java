package hep.aurum.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.math.random.RandomStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hand out the bytes and the break of a stream in order, and hold no thread. */
@Timeout(30)
class ReadAheadTest {

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RandomStreams.of(3).stream("bytes", length).nextBytes(bytes);
        return bytes;
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(ReadAhead.THREAD))
                .count();
    }

    private static void expectNoThreads() throws InterruptedException {
        while (threads() > 0) {
            Thread.sleep(20);
        }
    }

    /** Read pieces of random length until the end or the break, whose message is added as bytes. */
    private static byte[] drain(InputStream in, UniformRandomProvider random) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[300_000];
        while (true) {
            int from = random.nextInt(10);
            int count = in.read(piece, from, random.nextInt(random.nextBoolean() ? 100_000 : 290_000));
            if (count < 0) {
                return all.toByteArray();
            }
            all.write(piece, from, count);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ReadAhead.ALONE - 1, ReadAhead.ALONE, ReadAhead.ALONE + 1, 3 << 20, 7_654_321})
    void bytesComeInOrder(int length) throws IOException {
        byte[] bytes = bytes(length);
        for (int repeat = 0; repeat < 5; repeat++) {
            try (InputStream in = new ReadAhead(new ByteArrayInputStream(bytes))) {
                assertThat(Arrays.equals(drain(in, RandomStreams.of(4).stream("pieces", repeat)), bytes))
                        .isTrue();
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, ReadAhead.ALONE, 2_345_678})
    void theBreakComesBehindTheBytesBeforeIt(int length) throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException("cut");
            }
        };
        byte[] bytes = bytes(length);
        try (InputStream in = new ReadAhead(new SequenceInputStream(new ByteArrayInputStream(bytes), broken))) {
            assertThat(Arrays.equals(in.readNBytes(length), bytes)).isTrue();
            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(in::read).isInstanceOf(EOFException.class).hasMessage("cut");
            }
        }
    }

    @Test
    void smallFilesStartNoThread() throws Exception {
        expectNoThreads();
        try (InputStream in = new ReadAhead(new ByteArrayInputStream(bytes(ReadAhead.ALONE)))) {
            in.readNBytes(ReadAhead.ALONE - 1);
            assertThat(threads()).isZero();
        }
    }

    @Test
    void aReaderThatStopsEarlyLeavesNoThreadAndClosesTheFile() throws Exception {
        AtomicInteger closes = new AtomicInteger();
        for (int read = ReadAhead.ALONE; read < ReadAhead.ALONE + 2000; read += 200) {
            InputStream in = new ReadAhead(new Endless(new AtomicLong(), closes));
            in.readNBytes(read + 1);
            in.close();
            assertThatThrownBy(in::read).isInstanceOf(IOException.class);
        }

        assertThat(closes).hasValue(10);
        expectNoThreads();
    }

    @Test
    void aReaderThatIsForgottenHoldsNoThreadAndReadsNoFurther() throws Exception {
        AtomicLong supplied = new AtomicLong();
        InputStream in = new ReadAhead(new Endless(supplied, new AtomicInteger()));
        in.readNBytes(ReadAhead.ALONE + 1);
        expectNoThreads();

        assertThat(supplied).hasValueBetween(ReadAhead.ALONE + 1L, 3L * ReadAhead.ALONE);
        in.readNBytes(1 << 20);
        in.close();
        expectNoThreads();
    }

    @Test
    void anInterruptedReaderDoesNotWait() throws Exception {
        InputStream in = new ReadAhead(new Endless(new AtomicLong(), new AtomicInteger()));
        in.readNBytes(ReadAhead.ALONE);
        Thread.currentThread().interrupt();
        try {
            // Blocks that are full may be read before.
            assertThatThrownBy(() -> in.readNBytes(1 << 28)).isInstanceOf(IOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
            in.close();
        }
        expectNoThreads();
    }

    /** Supply zeros without end, slowly enough that readers wait. */
    private static final class Endless extends InputStream {

        private final AtomicLong supplied;
        private final AtomicInteger closes;

        Endless(AtomicLong supplied, AtomicInteger closes) {
            this.supplied = supplied;
            this.closes = closes;
        }

        @Override
        public int read() {
            supplied.incrementAndGet();
            return 0;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            int count = Math.min(length, 4096);
            Thread.onSpinWait();
            supplied.addAndGet(count);
            return count;
        }

        @Override
        public void close() {
            closes.incrementAndGet();
        }
    }
}
