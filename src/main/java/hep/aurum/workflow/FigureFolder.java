package hep.aurum.workflow;

import hep.aurum.plot.Figure;
import hep.aurum.plot.FigureWriter;
import java.nio.file.Path;

/** Write figures into {@code figures/} of an output folder, as SVG, PNG and PDF, with the numbers behind each as JSON. */
final class FigureFolder {

    private static final String FOLDER = "figures/";

    private final OutputFolder folder;

    FigureFolder(OutputFolder folder) {
        this.folder = folder;
    }

    void write(Picture picture) {
        Figure figure = picture.figure();
        String name = picture.name();
        Path parent = folder.path(FOLDER + name + ".svg").getParent();
        if (parent != null) {
            FigureWriter.write(figure, parent, name);
        }
        folder.write(FOLDER + name + ".json", JsonText.of(figure.data()) + "\n");
    }
}
