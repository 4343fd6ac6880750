package hep.aurum.source.root;

import hep.aurum.event.table.Column.Layout;
import hep.aurum.event.table.ColumnType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Find out how branches that are objects, or members of objects, are read (TBranchElement).
 *
 * <p>An object is split into branches, one per member, down to members that are plain. Members of the items of a
 * collection (TClonesArray, or a vector of objects) are lists. What is not split is read if it is a text or a vector of
 * numbers or texts.
 */
final class ElementInterpreter {

    private static final int CLONES = 3;
    private static final int CLONES_MEMBER = 31;
    private static final int COLLECTION_MEMBER = 41;

    private static final int CHARACTERS = 7;
    private static final int DOUBLE32 = 9;
    private static final int BITS = 15;
    private static final int FLOAT16 = 19;
    private static final int STRING = 65;

    private static final Pattern VECTOR = Pattern.compile(
            "(?:vector|list|deque|set|multiset|unordered_set|unordered_multiset|forward_list|(?:ROOT::VecOps::|ROOT::)RVec)"
                    + "<([^<>,]+)(?:,[^<>]*(?:<[^<>]*>)?)*>");

    private final StreamerInfos infos;

    ElementInterpreter(StreamerInfos infos) {
        this.infos = infos;
    }

    Interpretation interpret(TreeBranch branch, String name) {
        StreamerElement member = member(branch);
        String type = type(branch, member);
        if (branch.role() == CLONES || !branch.branches().isEmpty()) {
            return Interpretation.group(type);
        }
        boolean isItem = branch.role() == CLONES_MEMBER || branch.role() == COLLECTION_MEMBER;
        int code = branch.memberIndex() < 0 ? -1 : branch.memberCode();
        if (code >= 0 && code < StreamerElement.OBJECT && code != CHARACTERS) {
            return numbers(branch, member, name, isItem);
        }
        if (isItem) {
            return Interpretation.unread(type + "[]", "items of the class " + type + " are not read");
        }
        return whole(type, code, name);
    }

    private @Nullable StreamerElement member(TreeBranch branch) {
        List<StreamerElement> members = infos.members(branch.ownerClass(), branch.ownerVersion());
        int index = branch.memberIndex();
        return index >= 0 && index < members.size() ? members.get(index) : null;
    }

    private static String type(TreeBranch branch, @Nullable StreamerElement member) {
        if (branch.role() == CLONES && !branch.clonesName().isEmpty()) {
            return "TClonesArray<" + branch.clonesName() + ">";
        }
        if (branch.memberIndex() < 0) {
            return branch.ownerClass();
        }
        if (member == null) {
            return "a member of " + branch.ownerClass();
        }
        if (member.isBase()) {
            return member.name();
        }
        return member.length() == 1 ? member.typeName() : member.typeName() + "[" + member.length() + "]";
    }

    private static Interpretation numbers(
            TreeBranch branch, @Nullable StreamerElement member, String name, boolean isItem) {
        int code = branch.memberCode();
        int plain = code % StreamerElement.ARRAY;
        NumberCode number = number(plain, member);
        boolean isPointer = code >= StreamerElement.POINTER;
        if (number == null || isPointer && isItem) {
            String type = type(branch, member);
            return Interpretation.unread(type, "a member of the kind " + type + " (" + code + ") is not read");
        }
        String description = member == null ? "" : member.title();
        if (isPointer) {
            return Interpretation.of(
                    number.word() + "[]",
                    new ListLayout(
                            LeafInterpreter.column(name, number.type(), Layout.LIST, 1, description), number, 1));
        }
        boolean isArray = code >= StreamerElement.ARRAY;
        int width = isArray ? width(branch, member) : 1;
        String type =
                isArray ? number.word() + (isItem ? "[][" : "[") + width + "]" : number.word() + (isItem ? "[]" : "");
        Layout layout = isItem ? Layout.LIST : isArray ? Layout.FIXED : Layout.SCALAR;
        if (code == BITS) {
            return Interpretation.of(
                    type, new BitsLayout(LeafInterpreter.column(name, ColumnType.UINT32, layout, 1, description)));
        }
        var column = LeafInterpreter.column(name, number.type(), layout, width, description);
        return Interpretation.of(
                type,
                isItem ? new ListLayout(column, number, 0) : new FixedLayout(column, number, 0, width * number.size()));
    }

    private static int width(TreeBranch branch, @Nullable StreamerElement member) {
        if (member != null) {
            return member.length();
        }
        return branch.leaves().isEmpty() ? 1 : branch.leaves().get(0).length();
    }

    private static @Nullable NumberCode number(int code, @Nullable StreamerElement member) {
        String title = member == null ? "" : member.title();
        if (code == DOUBLE32) {
            return NumberCode.double32(title);
        }
        if (code == FLOAT16) {
            return NumberCode.float16(title);
        }
        NumberKind kind = code == BITS ? NumberKind.UINT32 : NumberKind.ofCode(code);
        return kind == null ? null : NumberCode.of(kind);
    }

    /** Interpret an object that is not split. */
    private static Interpretation whole(String type, int code, String name) {
        String compact = compact(type);
        if (code == CHARACTERS || code == STRING || compact.equals("TString") || compact.equals("string")) {
            String shown = code == CHARACTERS ? "char*" : compact.equals("string") ? "std::string" : "TString";
            return Interpretation.of(
                    shown,
                    new TextLayout(
                            LeafInterpreter.column(name, ColumnType.TEXT, Layout.SCALAR, 1, ""), code == CHARACTERS));
        }
        Matcher vector = VECTOR.matcher(compact);
        if (vector.matches()) {
            String item = vector.group(1).strip();
            if (item.equals("string") || item.equals("TString") && !compact.startsWith("set")) {
                return Interpretation.of(
                        "std::vector<" + (item.equals("string") ? "std::string" : item) + ">",
                        new TextLayout(LeafInterpreter.column(name, ColumnType.TEXT, Layout.LIST, 1, ""), false));
            }
            NumberCode number = ofWord(item);
            if (number != null) {
                return Interpretation.of(
                        "std::vector<" + number.word() + ">",
                        new ListLayout(
                                LeafInterpreter.column(name, number.type(), Layout.LIST, 1, ""),
                                number,
                                ListLayout.VECTOR));
            }
        }
        return Interpretation.unread(type, "the class " + type + " is not read");
    }

    private static @Nullable NumberCode ofWord(String word) {
        if (word.equals("Double32_t")) {
            return NumberCode.double32("");
        }
        if (word.equals("Float16_t")) {
            return NumberCode.float16("");
        }
        NumberKind kind = NumberKind.ofWord(word);
        return kind == null ? null : NumberCode.of(kind);
    }

    /** Return the name of a type without {@code std::} and without spaces that mean nothing. */
    private static String compact(String type) {
        return type.replace("std::", "").replaceAll("\\s*([<>,*])\\s*", "$1").strip();
    }
}
