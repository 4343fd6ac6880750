package hep.aurum.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hold what a file says of the run that made its events, beside weights and cross-section. Immutable.
 *
 * @param beams the colliding beams, where they are stated
 * @param processes the subprocesses with their cross-sections, in the file's order
 * @param tools the programs that made the events
 * @param weightGroups for a weight, the name of the group that declares it; weights without one are absent
 * @param attributes further statements by name, as text
 * @param header the text of the file's own header, verbatim: cards and settings; empty if there is none
 */
public record RunInfo(
        Optional<Beams> beams,
        List<Subprocess> processes,
        List<Tool> tools,
        Map<String, String> weightGroups,
        Map<String, String> attributes,
        String header) {

    /** What stands for a run of which nothing is known. */
    public static final RunInfo UNKNOWN = new RunInfo(Optional.empty(), List.of(), List.of(), Map.of(), Map.of(), "");

    /** Copy the collections. */
    public RunInfo {
        processes = List.copyOf(processes);
        tools = List.copyOf(tools);
        weightGroups = Map.copyOf(weightGroups);
        attributes = Map.copyOf(attributes);
    }

    /**
     * Describe the two beams as the Les Houches record does.
     *
     * @param pdgId1 PDG id of the first beam, along +z
     * @param pdgId2 PDG id of the second
     * @param energy1 energy of the first in GeV
     * @param energy2 energy of the second in GeV
     * @param pdfGroup1 author group of the first beam's parton densities (PDFGUP), −1 if unknown
     * @param pdfGroup2 that of the second
     * @param pdfSet1 number of the first beam's parton densities (PDFSUP), −1 if unknown
     * @param pdfSet2 that of the second
     * @param strategy how weights are to be understood (IDWTUP), 0 if unknown
     */
    public record Beams(
            int pdgId1,
            int pdgId2,
            double energy1,
            double energy2,
            int pdfGroup1,
            int pdfGroup2,
            int pdfSet1,
            int pdfSet2,
            int strategy) {}

    /**
     * Describe one subprocess.
     *
     * @param id its number (LPRUP)
     * @param crossSectionPb cross-section in pb (XSECUP)
     * @param errorPb its error in pb (XERRUP)
     * @param maximum largest weight (XMAXUP)
     */
    public record Subprocess(int id, double crossSectionPb, double errorPb, double maximum) {}

    /** Name a program with its version and a description, either of which may be empty. */
    public record Tool(String name, String version, String description) {}
}
