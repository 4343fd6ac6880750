package hep.aurum.format.hs3;

/** Name what the extension for channels of events adds to the standard. */
final class Joint {

    /** Key among the miscellanea of a document. */
    static final String KEY = "aurum";

    /** Version of the extension. */
    static final int VERSION = 1;

    /** Type of a channel of events. */
    static final String MIXTURE = "aurum_mixture_dist";

    /** Type of unbinned data whose entries lie in a file. */
    static final String DATA_FILE = "aurum_unbinned_file";

    static final String FUNCTION = "generic_function";
    static final String POIS = "parameters_of_interest";
    static final String DATA_DRIVEN = "data_driven";

    /** Parameters that densities alone know, in order. */
    static final String DENSITY_PARAMETERS = "density_parameters";

    /** Parameters that functions bring in, in order. */
    static final String FUNCTION_PARAMETERS = "function_parameters";

    /** The parameter of interest of the rates, before functions. */
    static final String RATE_POI = "rate_poi";

    /** Name of the likelihood, and end of that of the analysis, of the channels that are standard. */
    static final String STANDARD = "binned_only";

    private Joint() {}

    static String mixtureName(String channel) {
        return channel + "_events";
    }

    static String dataName(String channel) {
        return "obsData_" + channel + "_events";
    }
}
