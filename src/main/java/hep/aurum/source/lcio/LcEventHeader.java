package hep.aurum.source.lcio;

import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hold the header of an event.
 *
 * @param run number of the run
 * @param event number of the event in it
 * @param timeStamp when it was made, in ns since 1970
 * @param detector name of the detector model
 * @param collections types of the event's collections by name, in file order
 * @param parameters further statements, the weight among them
 */
record LcEventHeader(
        int run, int event, long timeStamp, String detector, Map<String, String> collections, LcParameters parameters) {

    private static final String PARTICLES = "MCParticle";
    private static final int LONGEST = 1 << 16;
    private static final int MOST_COLLECTIONS = 100_000;

    /** Keep the order of the collections. */
    LcEventHeader {
        collections = Collections.unmodifiableMap(new LinkedHashMap<>(collections));
    }

    /** Read the block behind its head. */
    static LcEventHeader read(XdrReader xdr, int version) throws IOException {
        int run = xdr.i32();
        int event = xdr.i32();
        long timeStamp = xdr.i64();
        String detector = xdr.string("name of the detector", LONGEST);
        int count = xdr.count("collections", MOST_COLLECTIONS);
        Map<String, String> collections = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = xdr.string("name of a collection", LONGEST);
            collections.put(name, xdr.string("type of a collection", LONGEST));
        }
        return new LcEventHeader(run, event, timeStamp, detector, collections, LcParameters.read(xdr, version));
    }

    /**
     * Return the name of the first collection of particles; null if there is none. Collections of references to the
     * particles of another one have a type of their own.
     */
    @Nullable String particles() {
        return collections.entrySet().stream()
                .filter(entry -> entry.getValue().equals(PARTICLES))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Return run, time stamp and parameters by name; parameters do not displace what every event has. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>(parameters.texts());
        attributes.put("run", Integer.toString(run));
        if (timeStamp != 0) {
            attributes.put("time_stamp", Long.toString(timeStamp));
        }
        return attributes;
    }
}
