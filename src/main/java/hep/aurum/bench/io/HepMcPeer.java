package hep.aurum.bench.io;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time HepMC3's own reader of text with a small program that is compiled on the spot, where that is possible. */
final class HepMcPeer {

    private static final String PROGRAM = "hepmc3.cc";
    private static final long MOST_SECONDS = 300;

    private final Path program;

    private HepMcPeer(Path program) {
        this.program = program;
    }

    /** Compile the program; return null where g++ or HepMC3 is not installed. */
    static @Nullable HepMcPeer build(Path folder) {
        Path source = folder.resolve(PROGRAM);
        Path program = folder.resolve("hepmc3");
        try (InputStream in = Objects.requireNonNull(HepMcPeer.class.getResourceAsStream(PROGRAM))) {
            Files.write(source, in.readAllBytes());
            run(folder, List.of("g++", "-O2", "-std=c++17", "-o", program.toString(), source.toString(), "-lHepMC3"));
            return new HepMcPeer(program);
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Read a plain file with the peer.
     *
     * @param events how many it must find
     */
    IoRow.Speed measure(Path file, long events) {
        double[] seconds = new double[PassClock.PASSES];
        double[] cpu = new double[PassClock.PASSES];
        try {
            String text = run(file, List.of(program.toString(), file.toString(), Integer.toString(PassClock.PASSES)));
            String[] lines = text.strip().split("\n");
            for (int i = 0; i < PassClock.PASSES; i++) {
                String[] words = lines[i].split(" ");
                if (Long.parseLong(words[0]) != events) {
                    throw new IOException("it finds " + words[0] + " events, expected " + events);
                }
                seconds[i] = Double.parseDouble(words[1]);
                cpu[i] = Double.parseDouble(words[2]);
            }
        } catch (IOException | RuntimeException e) {
            throw new BadInput("HepMC3's own reader fails on " + file + ": " + e.getMessage(), "", "check the file");
        }
        return PassClock.summary(seconds, cpu);
    }

    /** Run a command and return what it prints. */
    private static String run(Path beside, List<String> command) throws IOException {
        Path output = Files.createTempFile("aurum-bench", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new IOException(command.get(0) + " fails for " + beside);
                }
            } finally {
                process.destroyForcibly();
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
