package hep.aurum.source.lhe;

import hep.aurum.event.RunInfo;
import hep.aurum.event.WeightMeaning;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Hold what a Les Houches file says before its first event.
 *
 * @param version of the root tag; empty if it has none
 * @param weightNames ids of {@code <initrwgt>}, in order
 * @param weightInfo their texts, absent where empty
 * @param meaning how XWGTUP and cross-section are related
 * @param crossSectionPb the sum of XSECUP over the processes, where it is positive
 * @param crossSectionErrorPb their XERRUP in quadrature
 * @param problems what is odd
 * @param run beams, processes, programs, groups of weights, and the text before {@code <init>}
 */
record LhePreamble(
        String version,
        List<String> weightNames,
        Map<String, String> weightInfo,
        WeightMeaning meaning,
        OptionalDouble crossSectionPb,
        OptionalDouble crossSectionErrorPb,
        List<String> problems,
        RunInfo run) {}
