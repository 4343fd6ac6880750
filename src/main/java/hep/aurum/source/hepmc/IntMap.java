package hep.aurum.source.hepmc;

import java.util.Arrays;

/** Map integers to positions by open addressing; cleared in no time. */
final class IntMap {

    private int[] keys = new int[1024];
    private int[] values = new int[1024];
    private int[] stamps = new int[1024];
    private int stamp = 1;
    private int size;

    void clear() {
        size = 0;
        stamp++;
        if (stamp == Integer.MAX_VALUE) {
            Arrays.fill(stamps, 0);
            stamp = 1;
        }
    }

    /** Put a new key; return false if it was there before. */
    boolean put(int key, int value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int at = find(key);
        if (stamps[at] == stamp) {
            return false;
        }
        keys[at] = key;
        values[at] = value;
        stamps[at] = stamp;
        size++;
        return true;
    }

    /** Return the value of a key, −1 if there is none. */
    int get(int key) {
        int at = find(key);
        return stamps[at] == stamp ? values[at] : -1;
    }

    private int find(int key) {
        // Fibonacci hashing: successive barcodes spread over the table, and no simple pattern collides throughout.
        int at = (key * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(keys.length - 1);
        while (stamps[at] == stamp && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        int[] oldStamps = stamps;
        keys = new int[2 * oldKeys.length];
        values = new int[keys.length];
        stamps = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldStamps[i] == stamp) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
                stamps[at] = stamp;
            }
        }
    }
}
