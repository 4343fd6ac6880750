package hep.aurum.observable.object;

import hep.aurum.base.BadInput;
import hep.aurum.physics.FourVector;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Hold one event as the detector saw it: objects sorted by descending transverse momentum, and what is missing.
 *
 * <p>An event that was read from a table of reconstructed events knows its row and the place of each object there.
 *
 * <p>Immutable. Objects of equal transverse momentum keep the order in which they were added.
 */
public final class Reconstruction {

    private final long eventNumber;
    private final int[] pdgIds;
    private final int[] collections;
    private final int[] items;
    private final FourVector[] momenta;
    private final FourVector met;
    private final @Nullable RowView row;

    private Reconstruction(Builder builder, int[] order, FourVector met) {
        int size = order.length;
        this.eventNumber = builder.eventNumber;
        this.pdgIds = new int[size];
        this.collections = new int[size];
        this.items = new int[size];
        this.momenta = new FourVector[size];
        for (int i = 0; i < size; i++) {
            pdgIds[i] = builder.pdgIds[order[i]];
            collections[i] = builder.collections[order[i]];
            items[i] = builder.items[order[i]];
            momenta[i] = builder.momenta[order[i]];
        }
        this.met = met;
        this.row = builder.row;
    }

    private Reconstruction(Reconstruction other, FourVector met) {
        this.eventNumber = other.eventNumber;
        this.pdgIds = other.pdgIds;
        this.collections = other.collections;
        this.items = other.items;
        this.momenta = other.momenta;
        this.met = met;
        this.row = other.row;
    }

    /**
     * Start an event.
     *
     * @param eventNumber its number in its file, for messages
     */
    public static Builder builder(long eventNumber) {
        return new Builder(eventNumber);
    }

    /** Return the event's number in its file. */
    public long eventNumber() {
        return eventNumber;
    }

    /** Return the number of objects. */
    public int size() {
        return pdgIds.length;
    }

    /** Return the PDG id of the object at a position from 0, by descending transverse momentum. */
    public int pdgId(int position) {
        return pdgIds[position];
    }

    /** Return the number of the collection that the object at a position is from; −1 for what is made of particles. */
    public int collection(int position) {
        return collections[position];
    }

    /** Return the place of an object in its collection as the table has it, from 0. */
    public int item(int position) {
        return items[position];
    }

    /**
     * Return the row that the event is from.
     *
     * @throws IllegalStateException if it was made of particles
     */
    public RowView row() {
        if (row == null) {
            throw new IllegalStateException("event " + eventNumber + " is no row of a table");
        }
        return row;
    }

    /** Return the four-momentum of the object at a position from 0, in GeV. */
    public FourVector momentum(int position) {
        return momenta[position];
    }

    /**
     * Return the missing transverse momentum as a massless vector without longitudinal component, in GeV:
     * \(\vec p_T^\text{miss} = -\sum \vec p_T\) over all objects, unless the detector changed it.
     */
    public FourVector met() {
        return met;
    }

    /** Return this event with its missing transverse momentum shifted, in GeV. */
    public Reconstruction withMetShift(double x, double y) {
        return new Reconstruction(this, transverse(met.px() + x, met.py() + y));
    }

    /** Return this event with its missing transverse momentum replaced, in GeV. */
    public Reconstruction withMet(double x, double y) {
        return new Reconstruction(this, transverse(x, y));
    }

    private static FourVector transverse(double x, double y) {
        return new FourVector(x, y, 0, Math.sqrt(x * x + y * y));
    }

    /** Collect the objects of one event. Not for use by several threads. */
    public static final class Builder {

        /** Above this size sorting by insertion is no longer the fastest. */
        private static final int SMALL = 40;

        private final long eventNumber;
        private int size;
        private int[] pdgIds = {};
        private int[] collections = {};
        private int[] items = {};
        private FourVector[] momenta = {};
        private double[] pts = {};
        private @Nullable RowView row;

        private Builder(long eventNumber) {
            this.eventNumber = eventNumber;
        }

        /** Say which row of a table the event is from. */
        public Builder of(RowView view) {
            row = view;
            return this;
        }

        /**
         * Add one object.
         *
         * @param pdgId PDG id of what the detector took it for
         * @param momentum its four-momentum in GeV
         * @throws BadInput if a component is infinite or not a number
         */
        public Builder add(int pdgId, FourVector momentum) {
            return add(pdgId, momentum, -1, 0);
        }

        /**
         * Add one object of a collection of a table.
         *
         * @param pdgId PDG id of what the detector took it for, 0 if that has none
         * @param momentum its four-momentum in GeV
         * @param collection number of the collection
         * @param item its place there, from 0
         * @throws BadInput if a component is infinite or not a number
         */
        public Builder add(int pdgId, FourVector momentum, int collection, int item) {
            if (!momentum.isFinite()) {
                throw new BadInput(
                        "event " + eventNumber + " has a particle whose momentum is not finite",
                        "PDG id " + pdgId + ", " + momentum,
                        "check the file that it came from");
            }
            if (size == pdgIds.length) {
                int capacity = Math.max(8, 2 * size);
                pdgIds = Arrays.copyOf(pdgIds, capacity);
                collections = Arrays.copyOf(collections, capacity);
                items = Arrays.copyOf(items, capacity);
                momenta = Arrays.copyOf(momenta, capacity);
                pts = Arrays.copyOf(pts, capacity);
            }
            pdgIds[size] = pdgId;
            collections[size] = collection;
            items[size] = item;
            momenta[size] = momentum;
            pts[size++] = momentum.pt();
            return this;
        }

        /** Return the event with its objects sorted. */
        public Reconstruction build() {
            double x = 0;
            double y = 0;
            for (int i = 0; i < size; i++) {
                x -= momenta[i].px();
                y -= momenta[i].py();
            }
            return new Reconstruction(this, size <= SMALL ? orderByInsertion() : orderByMerging(), transverse(x, y));
        }

        /** Both ways keep the order of objects of equal transverse momentum. */
        private int[] orderByInsertion() {
            int[] order = new int[size];
            for (int i = 0; i < size; i++) {
                int j = i;
                for (; j > 0 && pts[order[j - 1]] < pts[i]; j--) {
                    order[j] = order[j - 1];
                }
                order[j] = i;
            }
            return order;
        }

        private int[] orderByMerging() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -pts[i]));
            return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        }
    }
}
