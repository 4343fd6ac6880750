package hep.aurum.source.hepmc;

/** Name the attributes in which the writer keeps what HepMC3 has no place for, and where the reader finds it again. */
final class AurumNames {

    /** Begins every one of these names. */
    static final String PREFIX = "aurum.";

    /** Of the run: a constant of {@code WeightMeaning}. */
    static final String MEANING = "aurum.weight_meaning";

    /** Of the run: the header's cross-section in pb. */
    static final String CROSS_SECTION = "aurum.cross_section_pb";

    /** Of the run: its error in pb. */
    static final String CROSS_SECTION_ERROR = "aurum.cross_section_error_pb";

    /** Of the run: the names of the weights, blanks escaped, one a line, where the line W cannot hold them. */
    static final String WEIGHT_NAMES = "aurum.weight_names";

    /** The name of the nominal weight of a file whose weight named Default is another one. */
    static final String NOMINAL = "aurum.nominal";

    /** Of the run, with the name of a weight behind it: the text about the weight. */
    static final String WEIGHT_INFO = "aurum.weight_info.";

    /** Of the run, with the name of a weight behind it: its group. */
    static final String WEIGHT_GROUP = "aurum.weight_group.";

    /** Of the run: the nine numbers of the beams, in the order of {@code RunInfo.Beams}. */
    static final String BEAMS = "aurum.beams";

    /** Of the run, with a number from 0 behind it: number, cross-section, error and maximum of a subprocess. */
    static final String PROCESS = "aurum.process.";

    /** Of the run, with a number from 0 behind it: a part of the header's text. */
    static final String HEADER = "aurum.header.";

    /** With a name behind it that has blanks: an attribute of that name. */
    static final String ATTRIBUTE = "aurum.attribute.";

    /** Of an event: the error of its cross-section is not known. */
    static final String NO_ERROR = "aurum.cross_section_error_unknown";

    /** Of an event: the lines that stood behind its particles in a Les Houches file. */
    static final String REMARKS = "aurum.remarks";

    /** Of a particle: its proper lifetime times c in mm. */
    static final String LIFETIME = "aurum.lifetime";

    /** Of a particle: its spin. */
    static final String SPIN = "aurum.spin";

    /** Of a particle: first and last mother, from 1, where they are not the ends of its vertex's incoming particles. */
    static final String MOTHERS = "aurum.mothers";

    private AurumNames() {}
}
