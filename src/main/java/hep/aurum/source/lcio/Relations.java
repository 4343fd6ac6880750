package hep.aurum.source.lcio;

import hep.aurum.source.xdr.XdrException;
import java.util.Arrays;

/**
 * Resolve the pointers of a record: an object that is pointed to has a tag, a pointer has the tag of its object.
 *
 * <p>0 and −1 stand for no pointer, −1 for no tag. A pointer whose tag no particle has points out of the collection.
 */
final class Relations {

    private static final int NONE = -1;

    private long[] places = new long[64];
    private int tagged;
    private int[] pointers = new int[64];
    private int[] ends = new int[64];
    private int objects;
    private int count;

    /** Forget everything. */
    void clear() {
        tagged = 0;
        objects = 0;
        count = 0;
    }

    /** Add the next object with its tag. */
    void addObject(int tag) {
        if (tag != NONE) {
            places = tagged == places.length ? Arrays.copyOf(places, 2 * tagged) : places;
            places[tagged++] = (long) tag << Integer.SIZE | objects;
        }
        ends = objects == ends.length ? Arrays.copyOf(ends, 2 * objects) : ends;
        ends[objects++] = count;
    }

    /** Add a pointer of the last object. */
    void addPointer(int tag) {
        pointers = count == pointers.length ? Arrays.copyOf(pointers, 2 * count) : pointers;
        pointers[count++] = tag;
        ends[objects - 1] = count;
    }

    /** Bring the tags in order; pointers can be resolved from now on. */
    void finish() throws XdrException {
        Arrays.sort(places, 0, tagged);
        for (int i = 1; i < tagged; i++) {
            if (places[i] >> Integer.SIZE == places[i - 1] >> Integer.SIZE) {
                throw new XdrException("two particles have the tag " + (places[i] >> Integer.SIZE));
            }
        }
    }

    /** Return the positions of the objects to which an object points, without itself; pointers that lead out are left off. */
    int[] targets(int object) {
        int from = object == 0 ? 0 : ends[object - 1];
        int[] targets = new int[ends[object] - from];
        int found = 0;
        for (int i = from; i < ends[object]; i++) {
            int target = find(pointers[i]);
            if (target >= 0 && target != object) {
                targets[found++] = target;
            }
        }
        return found == targets.length ? targets : Arrays.copyOf(targets, found);
    }

    private int find(int tag) {
        if (tag == 0 || tag == NONE) {
            return -1;
        }
        int at = Arrays.binarySearch(places, 0, tagged, (long) tag << Integer.SIZE);
        int next = at < 0 ? -at - 1 : at;
        return next < tagged && places[next] >> Integer.SIZE == tag ? (int) places[next] : -1;
    }
}
