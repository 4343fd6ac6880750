package hep.aurum.source.lhe;

import hep.aurum.base.Check;
import hep.aurum.event.EventHeader;
import hep.aurum.event.WeightMeaning;
import java.util.List;
import java.util.Map;

/**
 * Say what the header and {@code <init>} of a Les Houches file hold that is to be written.
 *
 * @param generator the program that made the events
 * @param beamId PDG id of both beams, 2212 for protons, 11 and −11 are written for electrons against positrons
 * @param beamEnergy energy of each beam in GeV
 * @param meaning how weights and cross-section are related
 * @param crossSectionPb cross-section in pb
 * @param crossSectionErrorPb its error in pb
 * @param weightNames names of the event weights in order
 * @param weightInfo texts of weights, for MadGraph-like points {@code set param_card BLOCK INDEX VALUE # orig: VALUE}
 */
public record LheRun(
        String generator,
        int beamId,
        double beamEnergy,
        WeightMeaning meaning,
        double crossSectionPb,
        double crossSectionErrorPb,
        List<String> weightNames,
        Map<String, String> weightInfo) {

    /** Check the numbers and the names, copy the collections. */
    public LheRun {
        Check.finite("beamEnergy", beamEnergy);
        Check.finite("crossSectionPb", crossSectionPb);
        Check.finite("crossSectionErrorPb", crossSectionErrorPb);
        weightNames = List.copyOf(weightNames);
        weightInfo = Map.copyOf(weightInfo);
        for (String name : weightNames) {
            boolean plain = name.chars().noneMatch(Character::isISOControl);
            Check.argument(
                    plain && !name.isEmpty() && name.equals(name.strip()),
                    "\"%s\" cannot be the name of a weight, expected text without blanks at its ends",
                    name);
        }
    }

    /**
     * Return a run of proton collisions.
     *
     * @param generator the program that made the events
     * @param beamEnergy energy of each beam in GeV
     */
    public static LheRun ofProtons(String generator, double beamEnergy) {
        return new LheRun(generator, 2212, beamEnergy, WeightMeaning.MEAN_IS_CROSS_SECTION, 0, 0, List.of(), Map.of());
    }

    /** Return the run with the weights and the cross-section of another file. */
    public LheRun usingHeader(EventHeader header) {
        return new LheRun(
                generator,
                beamId,
                beamEnergy,
                header.meaning(),
                header.crossSectionPb().orElse(0),
                header.crossSectionErrorPb().orElse(0),
                header.weightNames(),
                header.weightInfo());
    }

    /** Return the run with another cross-section in pb. */
    public LheRun usingCrossSection(WeightMeaning newMeaning, double valuePb, double errorPb) {
        return new LheRun(generator, beamId, beamEnergy, newMeaning, valuePb, errorPb, weightNames, weightInfo);
    }

    /** Return the run with other weights. */
    public LheRun usingWeights(List<String> names, Map<String, String> info) {
        return new LheRun(generator, beamId, beamEnergy, meaning, crossSectionPb, crossSectionErrorPb, names, info);
    }
}
