package hep.aurum.cli;

import hep.aurum.base.BadModel;
import hep.aurum.base.Progress;
import hep.aurum.infer.discovery.SignificanceScan;
import hep.aurum.infer.fit.ProfileScan;
import hep.aurum.infer.test.ToyPlan;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.plot.Figure;
import hep.aurum.workflow.ModelFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Profile a workspace's likelihood along one parameter or two. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Scan the profile likelihood of a workspace along one parameter, or over a grid of two:",
            "t = -2 ln L less its minimum, the other parameters fitted at every point."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum scan workspace.json --range 0:3:31",
            "  aurum scan workspace.json --poi mu --range 0:3 --and alpha --and-range -2:2 --json",
            "  aurum scan workspace.json --range 0:3 --figures out       a curve",
            "  aurum scan workspace.json --range 0:3 --and alpha --figures out       contours",
            "  aurum scan joint.hs3.json --position mass --range 110:150:81 --toys 50       local and global p0"
        })
final class ScanCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Option(
            names = "--range",
            required = true,
            paramLabel = "A:B[:N]",
            description = "From A to B in N points; default 21.")
    private String range = "";

    @Option(names = "--and", paramLabel = "NAME", description = "A second parameter.")
    private @Nullable String second;

    @Option(
            names = "--and-range",
            paramLabel = "A:B[:N]",
            description = "The range of the second parameter; default that of the first.")
    private @Nullable String secondRange;

    @Option(
            names = "--position",
            paramLabel = "NAME",
            description =
                    "Scan the significance q0 of the parameter of interest along this parameter, the position of a "
                            + "signal, over --range; and the one that is left after looking everywhere (Gross and Vitells).")
    private @Nullable String position;

    @Option(
            names = "--toys",
            paramLabel = "N",
            description = "With --position: count upcrossings in N toys of background alone; default in the data.")
    private @Nullable Integer toys;

    @Option(
            names = "--level",
            paramLabel = "U",
            defaultValue = "0.5",
            description = "With --position: the q0 at which upcrossings are counted; default ${DEFAULT-VALUE}.")
    private double level = SignificanceScan.USUAL_LEVEL;

    @Mixin
    private final ToyOptions toyOptions = new ToyOptions();

    @Mixin
    private FigureOption figures = new FigureOption();

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        options.refusePoiValue();
        List<Double> first = values("--range", range);
        if (position != null) {
            significances(position, first);
            return 0;
        }
        if (toys != null) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--toys is for --position");
        }
        List<Double> other = secondRange == null ? first : values("--and-range", secondRange);
        ProfileScan scan;
        try (ProgressListener progress = progressOptions.open(json)) {
            scan = scan(options.model(progress), first, other, progress);
        }
        if (json) {
            Json.print(object(scan));
        } else {
            print(scan);
        }
        if (figures.isWanted()) {
            draw(scan, first, other);
        }
        return 0;
    }

    private void significances(String along, List<Double> positions) {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (second != null || figures.isWanted()) {
            throw new ParameterException(command, "--position goes without --and and --figures");
        }
        if (!(level > 0 && Double.isFinite(level))) {
            throw new ParameterException(command, "--level is " + level + ", expected a positive number");
        }
        SignificanceScan scan;
        try (ProgressListener progress = progressOptions.open(json)) {
            Optional<ToyPlan> plan = Optional.ofNullable(toys)
                    .map(count -> toyOptions.plan(count).withProgress(progress));
            scan = SignificanceScan.of(options.model(progress), along, positions, level, plan, progress);
        }
        SignificanceListing.print(scan, toys == null ? 0 : toys, json);
    }

    private void draw(ProfileScan scan, List<Double> first, List<Double> other) {
        String poi = scan.parameters().get(0);
        if (second == null) {
            figures.write(ModelFigures.scan(poi, first, scan.twiceDeltaNll()), "scan-" + poi);
        } else {
            Map<String, Double> best = scan.best().bestfit();
            Figure figure = ModelFigures.contour(poi, second, first, other, scan.twiceDeltaNll(), best);
            figures.write(figure, "contour-" + poi + "-" + second);
        }
    }

    private ProfileScan scan(StatisticalModel model, List<Double> first, List<Double> other, Progress progress) {
        String poi = model.poi()
                .orElseThrow(() -> new BadModel("the model has no parameter of interest", "", "name one (--poi)"));
        return second == null
                ? ProfileScan.of(model, List.of(poi), line(first), progress)
                : ProfileScan.of(model, List.of(poi, second), grid(first, other), progress);
    }

    private static List<List<Double>> line(List<Double> values) {
        return values.stream().map(List::of).toList();
    }

    /** Walk the grid in serpentines, so that neighbours follow one another. */
    private static List<List<Double>> grid(List<Double> first, List<Double> second) {
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            for (int j = 0; j < second.size(); j++) {
                points.add(List.of(first.get(i), second.get(i % 2 == 0 ? j : second.size() - 1 - j)));
            }
        }
        return points;
    }

    private List<Double> values(String option, String text) {
        return ValueRange.parse(Objects.requireNonNull(spec), option, text).values();
    }

    private static Map<String, Object> object(ProfileScan scan) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("parameters", scan.parameters());
        object.put("points", scan.points());
        object.put("t", scan.twiceDeltaNll());
        object.put("bestfit", scan.best().bestfit());
        object.put("twice_nll", scan.best().twiceNll());
        object.put("warnings", scan.best().warnings());
        return object;
    }

    private static void print(ProfileScan scan) {
        System.out.println(String.join("  ", scan.parameters()) + "  t");
        for (int i = 0; i < scan.points().size(); i++) {
            for (double value : scan.points().get(i)) {
                System.out.printf(Locale.ROOT, "%12.6g ", value);
            }
            System.out.printf(Locale.ROOT, "%14.6f%n", scan.twiceDeltaNll().get(i));
        }
        scan.best().warnings().forEach(warning -> System.out.println("warning: " + warning));
    }
}
