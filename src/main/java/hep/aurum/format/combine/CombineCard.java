package hep.aurum.format.combine;

import hep.aurum.base.BadInput;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.source.root.RootFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Read data cards of Combine, the limit program of CMS.
 *
 * <p>What each kind of line becomes, and where that differs from Combine, is in the description of the package.
 *
 * @see <a href="https://cms-analysis.github.io/HiggsAnalysis-CombinedLimit/latest/part2/settinguptheanalysis/">the
 *     manual of Combine</a>
 */
public final class CombineCard {

    /** The parameter that scales all signals. */
    public static final String POI = "r";

    /** What {@code $MASS} stands for if nothing else is said, as in Combine. */
    private static final String DEFAULT_MASS = "120";

    private static final double POI_UPPER = 20.0;

    private CombineCard() {}

    /**
     * Read a card, with 120 for {@code $MASS}.
     *
     * @throws BadInput if the card or a histogram is wrong, naming file and line
     * @throws hep.aurum.base.NotFound if there is no histogram of a name
     * @throws hep.aurum.base.NotSupported if the card has a line that is not understood, naming file and line
     */
    public static Workspace read(Path path) {
        return read(path, DEFAULT_MASS);
    }

    /**
     * Read a card for a mass, Combine's option {@code -m}.
     *
     * @param mass what {@code $MASS} stands for in names of files and histograms
     * @throws BadInput if the card or a histogram is wrong, naming file and line
     * @throws hep.aurum.base.NotFound if there is no histogram of a name
     * @throws hep.aurum.base.NotSupported if the card has a line that is not understood, naming file and line
     */
    public static Workspace read(Path path, String mass) {
        Map<Path, RootFile> open = new HashMap<>();
        try {
            TemplateSource source = (file, name) -> {
                RootFile root = open.computeIfAbsent(file, RootFile::open);
                return root.contains(name) ? Optional.of(template(root, name)) : Optional.empty();
            };
            Path parent = path.toAbsolutePath().getParent();
            return read(CardText.read(path), path.toString(), parent == null ? path : parent, mass, source);
        } finally {
            open.values().forEach(RootFile::close);
        }
    }

    private static Template template(RootFile root, String name) {
        var histogram = root.histogram(name);
        List<Double> contents = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int b = 0; b < histogram.axis().bins(); b++) {
            contents.add(histogram.height(b));
            errors.add(histogram.error(b));
        }
        return new Template(contents, errors);
    }

    static Workspace read(List<CardLine> lines, String card, Path folder, String mass, TemplateSource source) {
        CardTable table = CardTable.of(lines, card);
        ShapeMap shapes = new ShapeMap(table.shapes(), folder, mass, source);
        CardSystematics systematics = new CardSystematics(table);
        CardCells cells = new CardCells(table, shapes, systematics.sidebandColumns());
        boolean hasSignal = false;
        for (Cell cell : cells.all()) {
            if (cell.column().isSignal()) {
                cell.add(new Modifier.NormFactor(POI));
                hasSignal = true;
            }
        }
        systematics.apply(cells);
        List<Channel> channels = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        for (String channel : table.observations().keySet()) {
            channels.add(new Channel(
                    channel, cells.in(channel).stream().map(Cell::sample).toList()));
            observations.add(new Observation(channel, cells.observed(channel)));
        }
        channels.addAll(systematics.sidebands());
        observations.addAll(systematics.sidebandCounts());
        List<ParameterSettings> settings = new ArrayList<>(systematics.settings());
        if (hasSignal) {
            settings.add(0, ParameterSettings.of(POI).withRange(1.0, 0.0, POI_UPPER));
        }
        Measurement measurement = new Measurement("combine", hasSignal ? POI : "", settings);
        return new Workspace(channels, observations, List.of(measurement)).validated(card);
    }
}
