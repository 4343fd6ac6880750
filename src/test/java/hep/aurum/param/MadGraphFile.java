package hep.aurum.param;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Weights of the reference events, read without help from the code under test. */
public record MadGraphFile(List<Map<String, Double>> events) {

    /** Read the named weights of every event; the nominal one has an empty name. */
    public static MadGraphFile read(String name) {
        Path path = Path.of(System.getProperty("aurum.data", "absent"), "generated", "madgraph", name);
        Assumptions.assumeTrue(Files.isReadable(path), "no reference data at " + path);
        List<Map<String, Double>> events = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("<event>")) {
                    events.add(new TreeMap<>());
                    String[] words = in.readLine().trim().split(" +");
                    events.get(events.size() - 1).put("", Double.valueOf(words[2]));
                } else if (line.startsWith("<wgt id=")) {
                    String[] parts = line.split("['<>]");
                    events.get(events.size() - 1).put(parts[2], Double.valueOf(parts[4].trim()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MadGraphFile(events);
    }

    /** Return the weights of an event at benchmarks. */
    public double[] weights(int event, List<String> names) {
        return names.stream().mapToDouble(n -> events.get(event).get(n)).toArray();
    }
}
