package hep.aurum.source.stdhep;

import hep.aurum.event.RunInfo.Beams;
import hep.aurum.event.RunInfo.Subprocess;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold the run of the Les Houches accord, the common block HEPRUP.
 *
 * @param beams the beams
 * @param processes the subprocesses, cross-sections in pb
 */
record LesHouchesRun(Beams beams, List<Subprocess> processes) {

    private static final int MOST_PROCESSES = 100_000;

    /** Copy the list. */
    LesHouchesRun {
        processes = List.copyOf(processes);
    }

    /** Read the block behind its head. */
    static LesHouchesRun read(XdrReader xdr) throws IOException {
        CountedArrays arrays = new CountedArrays(xdr);
        int strategy = xdr.i32();
        int count = xdr.count("subprocesses", MOST_PROCESSES);
        int[] ids = arrays.ints("IDBMUP", new int[2], 2);
        double[] energies = arrays.doubles("EBMUP", new double[2], 2);
        int[] groups = arrays.ints("PDFGUP", new int[2], 2);
        int[] sets = arrays.ints("PDFSUP", new int[2], 2);
        double[] crossSections = arrays.doubles("XSECUP", new double[0], count);
        double[] errors = arrays.doubles("XERRUP", new double[0], count);
        double[] maxima = arrays.doubles("XMAXUP", new double[0], count);
        int[] numbers = arrays.ints("LPRUP", new int[0], count);
        List<Subprocess> processes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            processes.add(new Subprocess(numbers[i], crossSections[i], errors[i], maxima[i]));
        }
        Beams beams =
                new Beams(ids[0], ids[1], energies[0], energies[1], groups[0], groups[1], sets[0], sets[1], strategy);
        return new LesHouchesRun(beams, processes);
    }

    /** Return the sum of the cross-sections in pb. */
    double crossSectionPb() {
        return processes.stream().mapToDouble(Subprocess::crossSectionPb).sum();
    }

    /** Return its error in pb, those of the subprocesses added in quadrature. */
    double errorPb() {
        return Math.sqrt(
                processes.stream().mapToDouble(p -> p.errorPb() * p.errorPb()).sum());
    }
}
