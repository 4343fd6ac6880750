package hep.aurum.observable.object;

import hep.aurum.base.BadInput;
import hep.aurum.physics.FourVector;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Hold one event as the detector saw it: objects sorted by descending transverse momentum, and what is missing.
 *
 * <p>Immutable. Objects of equal transverse momentum keep the order in which they were added.
 */
public final class Reconstruction {

    private final long eventNumber;
    private final int[] pdgIds;
    private final FourVector[] momenta;
    private final FourVector met;

    private Reconstruction(long eventNumber, int[] pdgIds, FourVector[] momenta, FourVector met) {
        this.eventNumber = eventNumber;
        this.pdgIds = pdgIds;
        this.momenta = momenta;
        this.met = met;
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
        return new Reconstruction(eventNumber, pdgIds, momenta, transverse(met.px() + x, met.py() + y));
    }

    /** Return this event with its missing transverse momentum replaced, in GeV. */
    public Reconstruction withMet(double x, double y) {
        return new Reconstruction(eventNumber, pdgIds, momenta, transverse(x, y));
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
        private int[] pdgIds = new int[8];
        private FourVector[] momenta = new FourVector[8];
        private double[] pts = new double[8];

        private Builder(long eventNumber) {
            this.eventNumber = eventNumber;
        }

        /**
         * Add one object.
         *
         * @param pdgId PDG id of what the detector took it for
         * @param momentum its four-momentum in GeV
         * @throws BadInput if a component is infinite or not a number
         */
        public Builder add(int pdgId, FourVector momentum) {
            if (!momentum.isFinite()) {
                throw new BadInput(
                        "event " + eventNumber + " has a particle whose momentum is not finite",
                        "PDG id " + pdgId + ", " + momentum,
                        "check the file that it came from");
            }
            if (size == pdgIds.length) {
                pdgIds = Arrays.copyOf(pdgIds, 2 * size);
                momenta = Arrays.copyOf(momenta, 2 * size);
                pts = Arrays.copyOf(pts, 2 * size);
            }
            pdgIds[size] = pdgId;
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
            if (size <= SMALL) {
                insertionSort();
            } else {
                sortByIndex();
            }
            return new Reconstruction(
                    eventNumber, Arrays.copyOf(pdgIds, size), Arrays.copyOf(momenta, size), transverse(x, y));
        }

        private void insertionSort() {
            for (int i = 1; i < size; i++) {
                double pt = pts[i];
                FourVector momentum = momenta[i];
                int pdgId = pdgIds[i];
                int j = i;
                for (; j > 0 && pts[j - 1] < pt; j--) {
                    pts[j] = pts[j - 1];
                    momenta[j] = momenta[j - 1];
                    pdgIds[j] = pdgIds[j - 1];
                }
                pts[j] = pt;
                momenta[j] = momentum;
                pdgIds[j] = pdgId;
            }
        }

        private void sortByIndex() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -pts[i]));
            int[] sortedIds = new int[size];
            FourVector[] sortedMomenta = new FourVector[size];
            double[] sortedPts = new double[size];
            for (int i = 0; i < size; i++) {
                sortedIds[i] = pdgIds[order[i]];
                sortedMomenta[i] = momenta[order[i]];
                sortedPts[i] = pts[order[i]];
            }
            pdgIds = sortedIds;
            momenta = sortedMomenta;
            pts = sortedPts;
        }
    }
}
