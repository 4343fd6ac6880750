package hep.aurum.source.stdhep;

import hep.aurum.source.text.NumberText;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hold a begin-run or end-run record, the common blocks STDCM1 and STDCM2.
 *
 * @param requested how many events were asked for (NEVTREQ)
 * @param generated how many were generated (NEVTGEN)
 * @param written how many were written (NEVTWRT)
 * @param energy centre-of-mass energy in GeV (STDECOM)
 * @param crossSection in a unit that StdHep does not declare (STDXSEC)
 * @param seed1 seed of the random numbers (STDSEED1)
 * @param seed2 the second (STDSEED2)
 * @param generator name of the generator, empty before version 5.01
 * @param pdf name of the parton densities, empty before version 5.01
 */
record RunRecord(
        int requested,
        int generated,
        int written,
        float energy,
        float crossSection,
        double seed1,
        double seed2,
        String generator,
        String pdf) {

    private static final int FIRST_WITH_NAMES = 501;
    private static final int FIRST_WITH_LES_HOUCHES = 502;
    private static final int LONGEST_NAME = 1 << 10;

    /** Read a record behind its head. */
    static RunRecord read(XdrReader xdr, BlockHead head) throws IOException {
        int requested = xdr.i32();
        int generated = xdr.i32();
        int written = xdr.i32();
        float energy = xdr.f32();
        float crossSection = xdr.f32();
        double seed1 = xdr.f64();
        double seed2 = xdr.f64();
        String generator = "";
        String pdf = "";
        if (head.hundredths() >= FIRST_WITH_NAMES) {
            generator = xdr.string("name of the generator", LONGEST_NAME).strip();
            pdf = xdr.string("name of the parton densities", LONGEST_NAME).strip();
        }
        if (head.hundredths() >= FIRST_WITH_LES_HOUCHES) {
            xdr.i32();
        }
        return new RunRecord(requested, generated, written, energy, crossSection, seed1, seed2, generator, pdf);
    }

    /** Return the numbers under their names in StdHep. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("nevtreq", Integer.toString(requested));
        attributes.put("nevtgen", Integer.toString(generated));
        attributes.put("nevtwrt", Integer.toString(written));
        attributes.put("stdecom", Float.toString(energy));
        attributes.put("stdxsec", Float.toString(crossSection));
        attributes.put("stdseed1", NumberText.of(seed1));
        attributes.put("stdseed2", NumberText.of(seed2));
        if (!pdf.isEmpty()) {
            attributes.put("pdfname", pdf);
        }
        return attributes;
    }
}
