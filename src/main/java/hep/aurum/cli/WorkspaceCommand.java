package hep.aurum.cli;

import hep.aurum.base.BadInput;
import hep.aurum.format.WorkspaceFormats;
import hep.aurum.format.pyhf.JsonPatch;
import hep.aurum.format.pyhf.PatchSet;
import hep.aurum.format.pyhf.PyhfDocument;
import hep.aurum.likelihood.binned.Join;
import hep.aurum.likelihood.binned.Pruning;
import hep.aurum.likelihood.binned.Renaming;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.likelihood.binned.WorkspaceSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Look at binned models and change them. */
@Command(
        name = "workspace",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {
            WorkspaceCommand.Inspect.class,
            WorkspaceCommand.Validate.class,
            WorkspaceCommand.Convert.class,
            WorkspaceCommand.Combine.class,
            WorkspaceCommand.Prune.class,
            WorkspaceCommand.Rename.class,
            WorkspaceCommand.Sort.class,
            WorkspaceCommand.Patch.class,
            WorkspaceCommand.Digest.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = "Look at binned models (HistFactory workspaces) and change them, as pyhf does.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum workspace inspect workspace.json",
            "  aurum workspace prune workspace.json --sample signal --output background.json",
            "  aurum workspace rename workspace.json --modifier jes=jet_scale --output renamed.json",
            "  aurum workspace combine ee.json mumu.json --join outer --output ll.json",
            "  aurum workspace patch BkgOnly.json patchset.json --name sbottom_1300_205_60 --output signal.json",
            "  aurum workspace digest BkgOnly.json",
            "  aurum workspace inspect joint.hs3.json          channels of events, networks and checksums",
            "",
            "Files may be compressed with gzip. A changed workspace goes to standard output or to --output FILE."
        })
final class WorkspaceCommand implements Runnable {

    private static final String FILE =
            "The workspace: pyhf JSON (plain or gzip), HS3, HistFactory XML or a Combine card.";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "aurum workspace: a command is missing");
    }

    private static Workspace read(@Nullable Path file) {
        return WorkspaceReading.read(Objects.requireNonNull(file));
    }

    /** Say what is in a workspace. */
    @Command(
            name = "inspect",
            mixinStandardHelpOptions = true,
            description =
                    "Say what is in a workspace: channels, samples, parameters and their constraints, measurements.")
    static final class Inspect implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = FILE)
        private @Nullable Path file;

        @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
        private boolean json;

        @Override
        public Integer call() {
            Path path = Objects.requireNonNull(file);
            if (JointReading.isJoint(path)) {
                JointListing.of(path).print(json);
                return 0;
            }
            WorkspaceSummary summary = WorkspaceSummary.of(read(path));
            if (json) {
                Json.print(summary);
            } else {
                print(summary);
            }
            return 0;
        }

        private void print(WorkspaceSummary summary) {
            System.out.println(file);
            System.out.println("  channels");
            summary.channels()
                    .forEach((name, bins) -> System.out.printf(
                            Locale.ROOT, "    %-30s %d %s%n", name, bins, bins == 1 ? "bin" : "bins"));
            System.out.println("  samples");
            summary.samples().forEach(name -> System.out.println("    " + name));
            System.out.println("  parameters");
            for (WorkspaceSummary.ParameterSummary parameter : summary.parameters()) {
                System.out.printf(
                        Locale.ROOT,
                        "    %-30s %-5d %-9s %s%n",
                        parameter.name(),
                        parameter.count(),
                        parameter.constraint().equals("none") ? "free" : parameter.constraint(),
                        String.join(", ", summary.modifiers().getOrDefault(parameter.name(), List.of())));
            }
            System.out.println("  measurements");
            summary.measurements()
                    .forEach((name, poi) -> System.out.printf(
                            Locale.ROOT, "    %-30s %s%n", name, poi.isEmpty() ? "no parameter of interest" : poi));
            summary.remarks().forEach(remark -> System.out.println("  remark: " + remark));
        }
    }

    /** Check workspaces. */
    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description = "Check that files are workspaces whose parts fit together; exit code 3 says no.")
    static final class Validate implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", arity = "1..*", description = FILE)
        private @Nullable List<Path> files;

        @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
        private boolean json;

        @Override
        public Integer call() {
            Map<String, List<String>> remarks = new LinkedHashMap<>();
            for (Path file : Objects.requireNonNull(files)) {
                remarks.put(
                        file.toString(),
                        JointReading.isJoint(file)
                                ? JointListing.of(file).remarks()
                                : WorkspaceSummary.of(read(file)).remarks());
            }
            if (json) {
                Json.print(Map.of("valid", remarks));
            } else {
                remarks.forEach((file, list) -> {
                    System.out.println(file + ": valid");
                    list.forEach(remark -> System.out.println("  remark: " + remark));
                });
            }
            return 0;
        }
    }

    /** Write a workspace in another format. */
    @Command(
            name = "convert",
            mixinStandardHelpOptions = true,
            description = "Write a binned model in another format; what a file holds is found out by looking into it.")
    static final class Convert implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "The model, in any format that is known.")
        private @Nullable Path file;

        @Option(names = "--to", paramLabel = "FORMAT", description = "The format to write; default pyhf.")
        private String format = "pyhf";

        @Mixin
        private @Nullable WorkspaceOutput output;

        @Override
        public Integer call() {
            Workspace workspace = read(file);
            if (format.equals("pyhf")) {
                Objects.requireNonNull(output).print(PyhfDocument.of(workspace));
            } else {
                Objects.requireNonNull(output).print(WorkspaceFormats.text(workspace, format));
            }
            return 0;
        }
    }

    /** Combine two workspaces. */
    @Command(
            name = "combine",
            mixinStandardHelpOptions = true,
            description = "Combine two workspaces; modifiers of one name become one parameter.")
    static final class Combine implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "LEFT", description = FILE)
        private @Nullable Path left;

        @Parameters(index = "1", paramLabel = "RIGHT", description = "The other workspace.")
        private @Nullable Path right;

        @Option(
                names = "--join",
                paramLabel = "RULE",
                description = {
                    "What happens to channels and measurements of one name:",
                    "none (default) refuses them; outer takes equal ones once and merges measurements;",
                    "left-outer and right-outer take those of that side, without complaint."
                })
        private String rule = "none";

        @Mixin
        private @Nullable WorkspaceOutput output;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Workspace combined = join().combine(read(left), read(right));
            Objects.requireNonNull(output).print(PyhfDocument.of(combined));
            return 0;
        }

        private Join join() {
            String wanted = rule.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
            List<String> known = new ArrayList<>();
            for (Join join : Join.values()) {
                if (join.phrase().equals(wanted)) {
                    return join;
                }
                known.add(join.phrase().replace(' ', '-'));
            }
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--join is \"" + rule + "\", expected one of " + String.join(", ", known));
        }
    }

    /** Remove parts of a workspace. */
    @Command(
            name = "prune",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Remove parts of a workspace; every option may be repeated.")
    static final class Prune implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = FILE)
        private @Nullable Path file;

        @Option(names = "--channel", paramLabel = "NAME", description = "A channel, with its observation.")
        private List<String> channels = new ArrayList<>();

        @Option(names = "--sample", paramLabel = "NAME", description = "A sample, in every channel.")
        private List<String> samples = new ArrayList<>();

        @Option(names = "--modifier", paramLabel = "NAME", description = "Modifiers of a name, with their settings.")
        private List<String> modifiers = new ArrayList<>();

        @Option(names = "--modifier-type", paramLabel = "TYPE", description = "Modifiers of a type, such as staterror.")
        private List<String> types = new ArrayList<>();

        @Option(names = "--measurement", paramLabel = "NAME", description = "A measurement.")
        private List<String> measurements = new ArrayList<>();

        @Mixin
        private @Nullable WorkspaceOutput output;

        @Override
        public Integer call() {
            Pruning pruning = new Pruning(channels, samples, modifiers, types, measurements);
            Objects.requireNonNull(output).print(PyhfDocument.of(pruning.of(read(file))));
            return 0;
        }
    }

    /** Rename parts of a workspace. */
    @Command(
            name = "rename",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Rename parts of a workspace; every option may be repeated, all names change at once.")
    static final class Rename implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = FILE)
        private @Nullable Path file;

        @Option(names = "--channel", paramLabel = "OLD=NEW", description = "A channel, with its observation.")
        private Map<String, String> channels = new LinkedHashMap<>();

        @Option(names = "--sample", paramLabel = "OLD=NEW", description = "A sample, in every channel.")
        private Map<String, String> samples = new LinkedHashMap<>();

        @Option(
                names = "--modifier",
                paramLabel = "OLD=NEW",
                description = "Modifiers, with their settings and the parameter of interest.")
        private Map<String, String> modifiers = new LinkedHashMap<>();

        @Option(names = "--measurement", paramLabel = "OLD=NEW", description = "A measurement.")
        private Map<String, String> measurements = new LinkedHashMap<>();

        @Mixin
        private @Nullable WorkspaceOutput output;

        @Override
        public Integer call() {
            Renaming renaming = new Renaming(channels, samples, modifiers, measurements);
            Objects.requireNonNull(output).print(PyhfDocument.of(renaming.of(read(file))));
            return 0;
        }
    }

    /** Put the parts of a workspace in order. */
    @Command(
            name = "sort",
            mixinStandardHelpOptions = true,
            description =
                    "Put channels, samples, modifiers, observations and measurements in the order of their names.")
    static final class Sort implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = FILE)
        private @Nullable Path file;

        @Mixin
        private @Nullable WorkspaceOutput output;

        @Override
        public Integer call() {
            Objects.requireNonNull(output).print(PyhfDocument.of(read(file).sorted()));
            return 0;
        }
    }

    /** Apply a patch. */
    @Command(
            name = "patch",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Apply a JSON patch, or one patch of a patch set, to a background workspace.",
                "A patch set names the digest of its workspace; another workspace is refused."
            })
    static final class Patch implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "FILE", description = "The background workspace (pyhf JSON).")
        private @Nullable Path file;

        @Parameters(index = "1", paramLabel = "PATCH", description = "A patch set, or a list of patch operations.")
        private @Nullable Path patchFile;

        @Option(names = "--name", paramLabel = "NAME", description = "Which patch of a set.")
        private @Nullable String name;

        @Option(
                names = "--values",
                paramLabel = "V",
                split = ",",
                description = "Which patch of a set, by its values: 1300,205,60.")
        private List<String> values = new ArrayList<>();

        @Mixin
        private @Nullable WorkspaceOutput output;

        @Override
        public Integer call() {
            PyhfDocument background = PyhfDocument.read(Objects.requireNonNull(file));
            PyhfDocument patch = PyhfDocument.read(Objects.requireNonNull(patchFile));
            PyhfDocument patched = patch.isList() ? plain(background) : fromSet(background, PatchSet.of(patch));
            patched.workspace();
            Objects.requireNonNull(output).print(patched);
            return 0;
        }

        private PyhfDocument plain(PyhfDocument background) {
            if (name != null || !values.isEmpty()) {
                throw new BadInput(patchFile + " is one patch, not a set", "", "leave --name and --values out");
            }
            return background.patched(JsonPatch.read(Objects.requireNonNull(patchFile)));
        }

        private PyhfDocument fromSet(PyhfDocument background, PatchSet set) {
            if ((name == null) == values.isEmpty()) {
                List<String> names = set.patches().stream()
                        .map(PatchSet.Patch::name)
                        .limit(20)
                        .toList();
                throw new BadInput(
                        patchFile + " holds " + set.patches().size() + " patches",
                        "",
                        "choose one by --name or by --values " + String.join(",", set.labels()) + "; names: "
                                + String.join(", ", names));
            }
            PatchSet.Patch chosen = name == null ? set.patch(values) : set.patch(name);
            return set.apply(background, chosen.name());
        }
    }

    /** Print digests. */
    @Command(
            name = "digest",
            mixinStandardHelpOptions = true,
            description = "Print the digest of a workspace that pyhf prints and that patch sets name.")
    static final class Digest implements Callable<Integer> {

        @Parameters(
                paramLabel = "FILE",
                description = "The workspace: pyhf JSON (plain or gzip), HS3, HistFactory XML or a Combine card.")
        private @Nullable Path file;

        @Option(
                names = "--algorithm",
                paramLabel = "NAME",
                description = "md5, sha1, sha224, sha256 (default), sha384 or sha512; may be repeated.")
        private List<String> algorithms = new ArrayList<>();

        @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
        private boolean json;

        @Override
        public Integer call() {
            PyhfDocument document = PyhfDocument.read(Objects.requireNonNull(file));
            document.workspace();
            Map<String, String> digests = new LinkedHashMap<>();
            for (String algorithm : algorithms.isEmpty() ? List.of("sha256") : algorithms) {
                digests.put(algorithm, document.digest(algorithm));
            }
            if (json) {
                Json.print(digests);
            } else {
                digests.forEach((algorithm, digest) -> System.out.println(algorithm + ":" + digest));
            }
            return 0;
        }
    }
}
