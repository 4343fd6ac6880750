package hep.aurum.cli;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.bench.Bench;
import hep.aurum.bench.BenchRow;
import hep.aurum.bench.BenchRunner;
import hep.aurum.bench.Benches;
import hep.aurum.bench.cases.CaseBench;
import hep.aurum.bench.cases.CaseBenches;
import hep.aurum.bench.cases.CaseResult;
import hep.aurum.bench.speed.SpeedBench;
import hep.aurum.bench.speed.SpeedOptions;
import hep.aurum.bench.speed.SpeedResult;
import hep.aurum.bench.speed.Work;
import hep.aurum.bench.stats.StatsBench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hold methods against problems whose answer is known, or measure the speed of the learning engine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Train a method on a problem whose answer is known and print its error, beside",
            "the published one and that of saying log r = 0. Without NAME: list the benches.",
            "\"bump\" and \"interference\" go on to a test: what a learned ratio is worth there.",
            "\"coverage\" asks intervals for their coverage, \"trust\" puts the trust report to the test.",
            "\"speed\" measures how fast networks train and are evaluated on this machine,",
            "\"stats\" how fast workspaces are fitted and tested, \"io\" how fast files are read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum bench galton --method rascal,rolr --events 200,500,1000",
            "  aurum bench eft-toy --smearing 1 --parameters 2 --json",
            "  aurum bench galton --set theta0=-0.9 --set theta1=-0.5",
            "  aurum bench interference --nu 400 --kappa .15 --smearing .5",
            "  aurum bench coverage --events 1000 --json",
            "  aurum bench trust --threads 2 --json",
            "  aurum bench speed --threads 2",
            "  aurum bench stats --data ../shared/data",
            "  aurum bench io events.hepmc3.gz --json"
        })
final class BenchCommand implements Callable<Integer> {

    private static final String SPEED = "speed";
    private static final String STATS = "stats";
    private static final String IO = "io";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The bench.")
    private @Nullable String name;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE",
            description = "For io: files; default one of every format in the folder of --data.")
    private List<Path> files = List.of();

    @Option(
            names = "--method",
            split = ",",
            paramLabel = "M",
            description = "Methods with commas between them, or \"all\"; default the bench's first.")
    private List<String> methods = List.of();

    @Option(
            names = "--events",
            split = ",",
            paramLabel = "N",
            description = "Simulated events in all, validation included; default the published numbers.")
    private List<Integer> events = List.of();

    @Option(names = "--seeds", paramLabel = "N", description = "How many trainings are averaged; default the bench's.")
    private int seeds;

    @Option(names = "--seed", paramLabel = "N", description = "The first of the seeds; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; default ${DEFAULT-VALUE}. Only times depend on it.")
    private int threads = 1;

    @Option(names = "--smearing", paramLabel = "S", description = "Short for --set smearing=S.")
    private @Nullable Double smearing;

    @Option(names = "--nu", paramLabel = "N", description = "Short for --set nu=N: expected events.")
    private @Nullable Double nu;

    @Option(names = "--kappa", paramLabel = "K", description = "Short for --set kappa=K: strength of the signal.")
    private @Nullable Double kappa;

    @Option(names = "--parameters", paramLabel = "K", description = "Short for --set parameters=K.")
    private @Nullable Integer parameters;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Another setting of the bench.")
    private Map<String, Double> settings = new LinkedHashMap<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:aurum.data:-../shared/data}",
            description = "For stats and io: the folder of shared data; default ${DEFAULT-VALUE}.")
    private Path data = Path.of("../shared/data");

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "For stats and io: seconds of every work; default ${DEFAULT-VALUE}.")
    private double seconds = 1.0;

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Arguments.threads(command, threads);
        if (!files.isEmpty() && !IO.equals(name)) {
            throw new ParameterException(command.commandLine(), "files are for the bench \"" + IO + "\" only");
        }
        if (name == null) {
            list();
        } else if (name.equals(SPEED)) {
            speed();
        } else if (name.equals(STATS)) {
            tables(progress -> StatsTable.run(data, seconds, json, progress));
        } else if (name.equals(IO)) {
            tables(progress -> IoTable.run(files, data, seconds, json, progress));
        } else if (CaseBenches.has(name)) {
            test(command, CaseBenches.named(name));
        } else {
            bench(command, find(name));
        }
        return 0;
    }

    private static Bench find(String name) {
        List<String> names =
                new ArrayList<>(Benches.all().stream().map(Bench::name).toList());
        CaseBenches.all().forEach(bench -> names.add(bench.name()));
        names.add(SPEED);
        names.add(STATS);
        names.add(IO);
        if (!names.contains(name)) {
            throw new NotFound("no bench is named \"" + name + "\"", "", Names.suggest(name, names));
        }
        return Benches.named(name);
    }

    private void list() {
        if (json) {
            List<Map<String, Object>> entries = new ArrayList<>();
            Benches.all().forEach(bench -> entries.add(entry(bench)));
            CaseBenches.all().forEach(bench -> entries.add(entry(bench)));
            Json.print(Map.of("benches", entries));
            return;
        }
        for (Bench bench : Benches.all()) {
            System.out.println(bench.name() + ": " + bench.description());
            System.out.println("  methods " + String.join(" ", bench.methods()));
            if (!bench.settings().isEmpty()) {
                System.out.println("  settings " + bench.settings());
            }
        }
        for (CaseBench bench : CaseBenches.all()) {
            System.out.println(bench.name() + ": " + bench.description());
            System.out.println("  settings " + bench.settings());
        }
        System.out.println(
                SPEED + ": samples a second in training and evaluation, and the share of the processor's peak");
        System.out.println("  works " + Arrays.toString(Work.values()));
        System.out.println(STATS + ": fits, tests and toys of workspaces, beside " + StatsBench.source());
        System.out.println(IO + ": megabytes, events and values a second of files that are read");
    }

    private static Map<String, Object> entry(Bench bench) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("bench", bench.name());
        entry.put("description", bench.description());
        entry.put("methods", bench.methods());
        entry.put("events", bench.events());
        entry.put("seeds", bench.seeds());
        entry.put("settings", bench.settings());
        return entry;
    }

    private static Map<String, Object> entry(CaseBench bench) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("bench", bench.name());
        entry.put("description", bench.description());
        entry.put("settings", bench.settings());
        return entry;
    }

    /** Short options stand for settings. */
    private void readShortOptions() {
        Map<String, @Nullable Double> given = new LinkedHashMap<>();
        given.put("smearing", smearing);
        given.put("nu", nu);
        given.put("kappa", kappa);
        given.put("parameters", parameters == null ? null : (double) parameters);
        given.forEach((setting, value) -> {
            if (value != null) {
                settings.put(setting, value);
            }
        });
    }

    private void test(CommandSpec command, CaseBench bench) {
        readShortOptions();
        if (!events.isEmpty()) {
            settings.put("events", (double) Arguments.count(command, "--events", events.get(0)));
        }
        CaseResult result;
        try (ProgressListener progress = progressOptions.open(json)) {
            result = CaseBenches.run(bench, settings, Arguments.seed(command, seed), threads, progress);
        }
        if (json) {
            Json.print(result.figures());
        } else {
            System.out.println(bench.name() + ": " + bench.description());
            result.lines().forEach(System.out::println);
        }
    }

    private void bench(CommandSpec command, Bench bench) {
        readShortOptions();
        for (int n : events) {
            Arguments.count(command, "--events", n);
        }
        if (seeds < 0) {
            throw new ParameterException(command.commandLine(), "--seeds is " + seeds + ", expected at least 1");
        }
        long first = Arguments.seed(command, seed);
        List<BenchRow> rows;
        try (ProgressListener progress = progressOptions.open(json)) {
            rows = BenchRunner.of(bench)
                    .with(settings)
                    .withSeeds(seeds == 0 ? bench.seeds() : seeds, first)
                    .withThreads(threads)
                    .run(chosenMethods(bench), events.isEmpty() ? bench.events() : events, progress);
        }
        if (json) {
            List<Map<String, Object>> objects =
                    rows.stream().map(row -> BenchTable.object(row, settings)).toList();
            Json.print(objects.size() == 1 ? objects.get(0) : Map.of("rows", objects));
        } else {
            System.out.println(bench.name() + ": " + bench.description());
            BenchTable.lines(rows).forEach(System.out::println);
        }
    }

    private List<String> chosenMethods(Bench bench) {
        if (methods.isEmpty()) {
            return List.of(bench.methods().get(0));
        }
        return methods.equals(List.of("all")) ? bench.methods() : methods;
    }

    private void tables(Consumer<ProgressListener> table) {
        try (ProgressListener progress = progressOptions.open(json)) {
            table.accept(progress);
        }
    }

    private void speed() {
        SpeedResult result;
        try (ProgressListener progress = progressOptions.open(json)) {
            result = SpeedBench.run(SpeedOptions.withDefaults().withThreads(threads), progress);
        }
        if (json) {
            Json.print(BenchTable.object(result));
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%d thread%s, %s kernels, peak %.1f GFLOP/s%n",
                result.threads(),
                result.threads() == 1 ? "" : "s",
                result.kernels(),
                result.peakGflops());
        BenchTable.lines(result).forEach(System.out::println);
    }
}
