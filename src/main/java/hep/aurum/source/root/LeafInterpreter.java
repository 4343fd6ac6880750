package hep.aurum.source.root;

import hep.aurum.event.table.Column;
import hep.aurum.event.table.Column.Layout;
import hep.aurum.event.table.ColumnType;
import hep.aurum.source.root.TreeBranch.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Find out how plain branches (TBranch) are read: numbers, arrays, lists with a counter, texts, several leaves. */
final class LeafInterpreter {

    private LeafInterpreter() {}

    static Interpretation interpret(TreeBranch branch, String name) {
        List<Leaf> leaves = branch.leaves();
        if (leaves.isEmpty()) {
            return branch.branches().isEmpty()
                    ? Interpretation.unread("unknown", "it has no leaves")
                    : Interpretation.group("group");
        }
        return leaves.size() == 1 ? single(leaves.get(0), name, branch.title()) : several(leaves, name);
    }

    private static Interpretation single(Leaf leaf, String name, String title) {
        if (leaf.className().equals("TLeafC")) {
            return Interpretation.of(
                    "char*", new TextLayout(column(name, ColumnType.TEXT, Layout.SCALAR, 1, ""), false));
        }
        NumberCode code = code(leaf);
        if (code == null) {
            return Interpretation.unread(leaf.className(), "its leaf is a " + leaf.className());
        }
        int width = leaf.length();
        // Frameworks put descriptions into the title of a branch, where ROOT itself repeats the leaf.
        String description = title.startsWith(leaf.name()) || title.startsWith(name) ? "" : title;
        if (!leaf.counter().isEmpty()) {
            return Interpretation.of(
                    code.word() + dimensions(leaf, "[]"),
                    new ListLayout(column(name, code.type(), Layout.LIST, width, description), code, 0));
        }
        Layout layout = width > 1 || leaf.title().contains("[") ? Layout.FIXED : Layout.SCALAR;
        String type = layout == Layout.FIXED ? code.word() + dimensions(leaf, "[" + width + "]") : code.word();
        return Interpretation.of(
                type,
                new FixedLayout(column(name, code.type(), layout, width, description), code, 0, width * code.size()));
    }

    /** Return the dimensions in the title of a leaf, {@code [][3]} for {@code x[n][3]}. */
    private static String dimensions(Leaf leaf, String otherwise) {
        int bracket = leaf.title().indexOf('[');
        String dimensions = bracket < 0 ? "" : leaf.title().substring(bracket);
        return dimensions.matches("(\\[\\w+])+") ? dimensions.replaceAll("\\[\\D\\w*]", "[]") : otherwise;
    }

    /** Interpret a branch whose entries are several quantities, one behind the other. */
    private static Interpretation several(List<Leaf> leaves, String name) {
        StringJoiner type = new StringJoiner(" ", "struct {", "}");
        int stride = 0;
        String problem = "";
        for (Leaf leaf : leaves) {
            NumberCode code = code(leaf);
            type.add((code == null ? leaf.className() : code.word()) + " " + leaf.name()
                    + (leaf.length() > 1 ? "[" + leaf.length() + "];" : ";"));
            if (code == null || !leaf.counter().isEmpty()) {
                problem = "its leaf \"" + leaf.name() + "\" differs in size from entry to entry";
            } else {
                stride = Math.addExact(stride, code.size() * leaf.length());
            }
        }
        if (!problem.isEmpty()) {
            return Interpretation.unread(type.toString(), problem);
        }
        List<BasketLayout> layouts = new ArrayList<>();
        int skip = 0;
        for (Leaf leaf : leaves) {
            NumberCode code = code(leaf);
            if (code != null) {
                Layout layout = leaf.length() > 1 ? Layout.FIXED : Layout.SCALAR;
                Column column = column(name + "." + leaf.name(), code.type(), layout, leaf.length(), "");
                layouts.add(new FixedLayout(column, code, skip, stride));
                skip += code.size() * leaf.length();
            }
        }
        return new Interpretation(type.toString(), layouts, "");
    }

    private static @Nullable NumberCode code(Leaf leaf) {
        switch (leaf.className()) {
            case "TLeafF16":
                return NumberCode.float16(leaf.title());
            case "TLeafD32":
                return NumberCode.double32(leaf.title());
            default:
                NumberKind kind = NumberKind.ofLeaf(leaf.className(), leaf.isUnsigned());
                return kind == null ? null : NumberCode.of(kind);
        }
    }

    static Column column(String name, ColumnType type, Layout layout, int width, String description) {
        return new Column(name, type, layout, width, "", description);
    }
}
