package hep.aurum.format.histfactory;

/**
 * Hold what an element inherits from those around it.
 *
 * @param inputFile where histograms are, unless said otherwise
 * @param histoPath their directory in it
 * @param histoName name of the histogram
 */
record Scope(String inputFile, String histoPath, String histoName) {

    static final Scope TOP = new Scope("", "", "");

    /** Return the scope inside an element. */
    Scope inside(XmlElement element) {
        return new Scope(
                element.optional("InputFile", inputFile),
                element.optional("HistoPath", histoPath),
                element.optional("HistoName", histoName));
    }

    /** Return the scope of a variation of a HistoSys, whose attributes end in {@code High} or {@code Low}. */
    Scope variation(XmlElement element, String suffix) {
        Scope around = new Scope(element.optional("InputFile", inputFile), histoPath, "");
        return new Scope(
                element.optional("HistoFile" + suffix, around.inputFile),
                element.optional("HistoPath" + suffix, around.histoPath),
                element.required("HistoName" + suffix));
    }
}
