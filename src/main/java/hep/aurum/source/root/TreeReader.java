package hep.aurum.source.root;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.TableHeader;
import hep.aurum.source.root.RootTree.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Turn the record of a tree into a {@link RootTree}: its branches, how each is read, what cannot be read. */
final class TreeReader {

    private static final Set<String> CLASSES = Set.of("TTree", "TNtuple", "TNtupleD");
    private static final int BIG = 1_000_000;

    private final RootObject tree;
    private final ElementInterpreter elements;
    private final Map<String, Set<String>> paths = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<RootBranch> branches = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private final Set<String> columns = new HashSet<>();
    private long longest;

    private TreeReader(RootObject tree, StreamerInfos infos) {
        this.tree = tree;
        this.elements = new ElementInterpreter(infos);
    }

    static boolean isTree(String className) {
        return CLASSES.contains(className);
    }

    static RootTree read(
            RootCursor cursor, String className, String path, Path file, FileHeader header, StreamerInfos infos) {
        RootObject tree = new ObjectReader(cursor, infos).read(className);
        if (!tree.has("fEntries") || !tree.has("fBranches")) {
            throw new NotSupported(
                    "cannot read tree \"" + path + "\" of " + file + ": the file does not describe this version of "
                            + className,
                    "",
                    "the file was not closed by its writer; recover it with ROOT");
        }
        return new TreeReader(tree, infos).tree(path, file, header);
    }

    private RootTree tree(String path, Path file, FileHeader header) {
        long claimed = tree.integer("fEntries");
        if (claimed < 0) {
            throw new BadInput(
                    "tree \"" + path + "\" of " + file + " claims " + claimed + " entries", "", "the file is damaged");
        }
        List<TreeBranch> top = tree.items("fBranches").stream()
                .map(branch -> new TreeBranch(branch, ""))
                .toList();
        top.forEach(this::count);
        long entries = Math.min(claimed, longest);
        if (entries < claimed) {
            problems.add("the tree claims " + claimed + " entries, but its branches have at most " + entries);
        }
        top.forEach(branch -> add(branch, entries));
        if (!repeated.isEmpty()) {
            problems.add(
                    "the tree has several branches of one name; those behind the first are called NAME#2 and so on: "
                            + String.join(", ", repeated));
        }
        List<Column> columns = readings.stream().map(r -> r.layout().column()).toList();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("title", tree.text("fTitle"));
        TableHeader table = new TableHeader(
                version(header.version()),
                file.toString(),
                path,
                columns,
                OptionalLong.of(entries),
                attributes,
                problems);
        return new RootTree(file, table, branches, readings);
    }

    private static String version(int version) {
        int plain = version % BIG;
        return String.format(
                java.util.Locale.ROOT, "ROOT %d.%02d/%02d", plain / 10_000, plain / 100 % 100, plain % 100);
    }

    private void count(TreeBranch branch) {
        paths.computeIfAbsent(branch.name(), name -> new HashSet<>()).add(branch.path());
        longest = Math.max(longest, branch.entries());
        branch.branches().forEach(this::count);
    }

    private void add(TreeBranch branch, long entries) {
        String name = uniqueName(branch);
        Interpretation interpretation =
                branch.isElement() ? elements.interpret(branch, name) : LeafInterpreter.interpret(branch, name);
        if (branch.className().equals("TBranchObject")) {
            interpretation =
                    Interpretation.unread(branch.ownerClass(), "the class " + branch.ownerClass() + " is not read");
        }
        String problem =
                interpretation.problem().isEmpty() && !interpretation.layouts().isEmpty()
                        ? problem(branch, entries)
                        : interpretation.problem();
        boolean isReadable = problem.isEmpty() && !interpretation.layouts().isEmpty();
        branches.add(new RootBranch(name, interpretation.type(), isReadable));
        if (!problem.isEmpty()) {
            problems.add("branch \"" + name + "\" is left out: " + problem);
        }
        if (isReadable) {
            for (BasketLayout layout : interpretation.layouts()) {
                if (columns.add(layout.column().name())) {
                    readings.add(new Reading(branch, layout));
                }
            }
        }
        branch.branches().forEach(child -> add(child, entries));
    }

    /**
     * Return the name of a branch: with its path where others that are part of other branches are called the same, and
     * with a number where its writer used one path twice.
     */
    private String uniqueName(TreeBranch branch) {
        boolean isAmbiguous = paths.getOrDefault(branch.name(), Set.of()).size() > 1;
        String name = isAmbiguous ? branch.path() : branch.name();
        int count = taken.merge(name, 1, Integer::sum);
        if (count == 1) {
            return name;
        }
        repeated.add(name);
        return name + "#" + count;
    }

    /** Return what stands against reading a branch whose entries we know how to read; empty if nothing does. */
    private static String problem(TreeBranch branch, long entries) {
        if (!branch.fileName().isEmpty()) {
            return "its entries are in the file " + branch.fileName();
        }
        if (branch.lacksOffsets()) {
            return "the places of its entries were not kept (TIOFeatures kGenerateOffsetMap)";
        }
        if (branch.entries() < entries) {
            return "it has " + branch.entries() + " entries, the tree " + entries;
        }
        if (!branch.isAscending() || entries > 0 && branch.baskets() == 0) {
            return "the list of its baskets is damaged";
        }
        return "";
    }
}
