package hep.aurum.source.lcio;

import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hold the header of a run.
 *
 * @param run its number
 * @param detector name of the detector model
 * @param description of the run
 * @param subdetectors the active ones
 * @param parameters further statements
 */
record LcRunHeader(int run, String detector, String description, List<String> subdetectors, LcParameters parameters) {

    private static final int LONGEST = 1 << 20;
    private static final int MOST_SUBDETECTORS = 100_000;

    /** Copy the list. */
    LcRunHeader {
        subdetectors = List.copyOf(subdetectors);
    }

    /** Read the block behind its head. */
    static LcRunHeader read(XdrReader xdr, int version) throws IOException {
        int run = xdr.i32();
        String detector = xdr.string("name of the detector", LONGEST);
        String description = xdr.string("description of the run", LONGEST);
        int count = xdr.count("subdetectors", MOST_SUBDETECTORS);
        List<String> subdetectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            subdetectors.add(xdr.string("name of a subdetector", LONGEST));
        }
        return new LcRunHeader(run, detector, description, subdetectors, LcParameters.read(xdr, version));
    }

    /** Return everything by name; parameters do not displace what every run has. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>(parameters.texts());
        attributes.put("run", Integer.toString(run));
        attributes.put("detector", detector);
        attributes.put("description", description);
        attributes.put("subdetectors", String.join(" ", subdetectors));
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }
}
