package hep.aurum.source.stdhep;

import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;

/**
 * Hold what the common block HEPEUP says of an event as a whole; its partons are those of the HEPEVT record as well.
 *
 * @param processId number of the subprocess (IDPRUP)
 * @param weight the weight (XWGTUP)
 * @param scale scale in GeV, −1 if unknown (SCALUP)
 * @param alphaQed electromagnetic coupling, −1 if unknown (AQEDUP)
 * @param alphaQcd strong coupling, −1 if unknown (AQCDUP)
 */
record LesHouchesEvent(int processId, double weight, double scale, double alphaQed, double alphaQcd) {

    /** What stands for no such block. */
    static final LesHouchesEvent NONE = new LesHouchesEvent(0, 1, -1, -1, -1);

    /** Read the block behind its head. */
    static LesHouchesEvent read(XdrReader xdr) throws IOException {
        xdr.i32();
        int processId = xdr.i32();
        LesHouchesEvent event = new LesHouchesEvent(processId, xdr.f64(), xdr.f64(), xdr.f64(), xdr.f64());
        CountedArrays arrays = new CountedArrays(xdr);
        arrays.skipInts("IDUP", "ISTUP", "MOTHUP", "ICOLUP");
        arrays.skipDoubles("PUP", "VTIMUP", "SPINUP");
        return event;
    }
}
