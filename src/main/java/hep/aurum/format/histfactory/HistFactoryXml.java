package hep.aurum.format.histfactory;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.binned.Workspace;
import java.nio.file.Path;
import java.util.List;

/**
 * Read HistFactory's XML: a combination file, its channel files, and the ROOT histograms that they name.
 *
 * <p>The result is the workspace that {@code pyhf xml2json} makes: OverallSys becomes normsys, HistoSys histosys,
 * NormFactor normfactor with its range, ShapeSys shapesys with relative uncertainties made absolute, StatError
 * staterror named {@code staterror_CHANNEL}, ShapeFactor shapefactor, and {@code NormalizeByTheory="True"} lumi.
 * {@link hep.aurum.format.histfactory} lists what is represented otherwise.
 *
 * @see <a href="https://cds.cern.ch/record/1456844">K. Cranmer et al., HistFactory, CERN-OPEN-2012-016</a>
 */
public final class HistFactoryXml {

    private HistFactoryXml() {}

    /**
     * Read a model, without the warnings that {@link #load(Path)} gives.
     *
     * @param combination the file with {@code <Combination>}
     * @throws BadInput naming file, line, channel, sample and modifier
     * @throws NotSupported if the model cannot be represented
     */
    public static Workspace read(Path combination) {
        return load(combination).workspace();
    }

    /**
     * Read a model, with warnings about what HistFactory would do otherwise.
     *
     * <p>Paths in the files are relative to the nearest folder in which the first channel file is found: that of the
     * combination file or one of the two above it.
     *
     * @param combination the file with {@code <Combination>}
     * @throws BadInput naming file, line, channel, sample and modifier
     * @throws NotSupported if the model cannot be represented
     */
    public static HistFactoryImport load(Path combination) {
        XmlElement top = top(combination);
        return load(top, BaseFolder.find(combination, inputs(top).get(0)));
    }

    /**
     * Read a model whose paths are relative to a given folder; no file outside of it is read.
     *
     * @param combination the file with {@code <Combination>}
     * @param base folder that holds channel files and histograms
     * @throws BadInput naming file, line, channel, sample and modifier
     * @throws NotSupported if the model cannot be represented
     */
    public static HistFactoryImport load(Path combination, Path base) {
        return load(top(combination), BaseFolder.of(base));
    }

    private static XmlElement top(Path combination) {
        return ElementReader.read(combination, "Combination");
    }

    private static List<XmlElement> inputs(XmlElement top) {
        List<XmlElement> inputs = top.all("Input");
        if (inputs.isEmpty()) {
            throw top.bad("the combination has no channel", "name channel files in <Input>");
        }
        return inputs;
    }

    private static HistFactoryImport load(XmlElement top, BaseFolder base) {
        try (Templates templates = new Templates(base)) {
            return new CombinationReader(top, base, templates).read(inputs(top));
        }
    }
}
