package hep.aurum.source.hepmc;

import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
import hep.aurum.source.EventSources;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Print what files hold and how fast they are read, in the columns of {@code src/test/resources/hepmc3/read.cc}.
 *
 * <p>Compare on one core with HepMC3's own reader, both in the same run on a large plain file:
 *
 * <pre>
 * g++ -O2 -std=c++17 -o read src/test/resources/hepmc3/read.cc -lHepMC3
 * taskset -c 0 ./read big.hepmc3
 * taskset -c 0 java -cp CLASSES hep.aurum.source.hepmc.HepMcSpeed big.hepmc3 big.hepmc3 big.hepmc3
 * </pre>
 *
 * <p>Seconds are those of the processor, so that other programs do not disturb. The file named first warms up the virtual machine. A large file is one of the shared data's events many times over.
 */
final class HepMcSpeed {

    private HepMcSpeed() {}

    /** Read each file once. */
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            System.out.println(read(Path.of(file)));
        }
    }

    private static String read(Path file) throws Exception {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long begin = clock.getCurrentThreadCpuTime();
        EventSource source = EventSources.open(file);
        long events = 0;
        long particles = 0;
        long vertices = 0;
        long finals = 0;
        double weights = 0;
        try (EventCursor cursor = source.open()) {
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                events++;
                particles += event.particles().size();
                vertices += event.details().vertices().size();
                for (int i = 0; i < event.particles().size(); i++) {
                    finals += event.particles().get(i).isFinal() ? 1 : 0;
                }
                weights += event.weightCount() == 0 ? 1 : event.weight(0);
            }
        }
        double seconds = (clock.getCurrentThreadCpuTime() - begin) / 1e9;
        return String.format(
                Locale.ROOT,
                "%d %d %d %d %s %.3f %.1f %s",
                events,
                particles,
                vertices,
                finals,
                weights,
                seconds,
                Files.size(file) / 1e6 / seconds,
                String.join(" ", source.header().weightNames()));
    }
}
