package hep.aurum.source.hepmc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collect the attributes of an event, those of particles and vertices with the number of what they speak of. */
final class Statements {

    private static final long MOST_TEXT = 256L << 20;

    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private int[] targets = new int[16];
    private int[] flows = new int[3 * 256];
    private int flowCount;
    private long textLength;

    void clear() {
        names.clear();
        values.clear();
        flowCount = 0;
        textLength = 0;
    }

    /**
     * Take an attribute.
     *
     * @param target 0 for the event, n for particle n, −n for vertex n
     * @return false if the event has too much text
     */
    boolean add(String name, int target, String value) {
        if (names.size() == targets.length) {
            targets = Arrays.copyOf(targets, 2 * targets.length);
        }
        targets[names.size()] = target;
        names.add(name);
        values.add(value);
        // What a string costs beside its characters counts as well.
        textLength += name.length() + value.length() + 64;
        return textLength <= MOST_TEXT;
    }

    /** Take a colour label of a particle that may not have been read yet: flow 1 or 2. */
    void flow(int index, int particle, int label) {
        if (3 * flowCount == flows.length) {
            flows = Arrays.copyOf(flows, 2 * flows.length);
        }
        flows[3 * flowCount] = index;
        flows[3 * flowCount + 1] = particle;
        flows[3 * flowCount + 2] = label;
        flowCount++;
    }

    /** Give the particles their colours. */
    void colour(ParticleTable particles) {
        for (int i = 0; i < flowCount; i++) {
            if (flows[3 * i] == 1) {
                particles.colour(flows[3 * i + 1] - 1, flows[3 * i + 2]);
            } else {
                particles.anticolour(flows[3 * i + 1] - 1, flows[3 * i + 2]);
            }
        }
    }

    int size() {
        return names.size();
    }

    String name(int position) {
        return names.get(position);
    }

    int target(int position) {
        return targets[position];
    }

    String value(int position) {
        return values.get(position);
    }

    /** Give one another name. */
    void rename(int position, String name) {
        names.set(position, name);
    }

    /** Forget one. */
    void take(int position) {
        names.set(position, "");
    }

    /** Let the targets follow particles and vertices that change their numbers; 0 in an array drops what speaks of it. */
    void renumber(int[] particleNumbers, int[] vertexNumbers) {
        for (int i = 0; i < names.size(); i++) {
            int target = targets[i];
            if (target != 0) {
                targets[i] = target > 0 ? particleNumbers[target - 1] : -vertexNumbers[-target - 1];
                if (targets[i] == 0) {
                    take(i);
                }
            }
        }
        int kept = 0;
        for (int i = 0; i < flowCount; i++) {
            int particle = particleNumbers[flows[3 * i + 1] - 1];
            if (particle > 0) {
                flows[3 * kept] = flows[3 * i];
                flows[3 * kept + 1] = particle;
                flows[3 * kept + 2] = flows[3 * i + 2];
                kept++;
            }
        }
        flowCount = kept;
    }

    /** Return what was not taken, by {@code name}, {@code name@3} or {@code name@-2}. */
    Map<String, String> toMap() {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, String> map = new HashMap<>(2 * names.size());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty()) {
                map.put(targets[i] == 0 ? name : name + "@" + targets[i], values.get(i));
            }
        }
        return map;
    }
}
