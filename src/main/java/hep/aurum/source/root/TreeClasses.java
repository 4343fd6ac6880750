package hep.aurum.source.root;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Know the members of the classes of trees as of ROOT 6, for files without a list of classes, and of branches as ROOT 3
 * and 4 wrote them, which is not what those files' lists of classes say.
 *
 * <p>Letters stand for codes: i int, I unsigned int, l long, d double, b char, B bool, s string; an upper-case word is a
 * base class, {@code name:Class} an object, {@code name:Class*} a pointer, {@code name:l[counter]} an array.
 */
final class TreeClasses {

    private static final String BRANCH_START =
            "TNamed TAttFill fCompress:i fBasketSize:i fEntryOffsetLen:i" + " fWriteBasket:i fEntryNumber:l ";
    private static final String BRANCH_END =
            "fOffset:i fMaxBaskets:i fSplitLevel:i fEntries:l fFirstEntry:l fTotBytes:l"
                    + " fZipBytes:l fBranches:TObjArray fLeaves:TObjArray fBaskets:TObjArray fBasketBytes:i[fMaxBaskets]"
                    + " fBasketEntry:l[fMaxBaskets] fBasketSeek:l[fMaxBaskets] fFileName:s";
    private static final String EARLY_START =
            "fCompress:i fBasketSize:i fEntryOffsetLen:i fWriteBasket:i fEntryNumber:i" + " fOffset:i fMaxBaskets:i ";
    private static final String EARLY_END = "fEntries:d fTotBytes:d fZipBytes:d fBranches:TObjArray fLeaves:TObjArray"
            + " fBaskets:TObjArray fBasketBytes:i[fMaxBaskets] fBasketEntry:i[fMaxBaskets] fBasketSeek:i[fMaxBaskets]"
            + " fFileName:s";
    private static final int FIRST_DESCRIBED_BRANCH = 10;
    private static final String TREE_START = "TNamed TAttLine TAttFill TAttMarker fEntries:l fTotBytes:l fZipBytes:l"
            + " fSavedBytes:l fFlushedBytes:l fWeight:d fTimerInterval:i fScanField:i fUpdate:i"
            + " fDefaultEntryOffsetLen:i fNClusterRange:i fMaxEntries:l fMaxEntryLoop:l fMaxVirtualSize:l fAutoSave:l"
            + " fAutoFlush:l fEstimate:l fClusterRangeEnd:l[fNClusterRange] fClusterSize:l[fNClusterRange] ";
    private static final String TREE_END = "fBranches:TObjArray fLeaves:TObjArray";
    private static final String FEATURES = "fIOFeatures:ROOT::TIOFeatures ";

    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("TTree;19", TREE_START + TREE_END),
            Map.entry("TTree;20", TREE_START + FEATURES + TREE_END),
            Map.entry("TNtuple;2", "TTree fNvar:i"),
            Map.entry("TNtupleD;1", "TTree fNvar:i"),
            Map.entry("TBranch;6", "TNamed " + EARLY_START + EARLY_END),
            Map.entry("TBranch;7", "TNamed " + EARLY_START + "fSplitLevel:i " + EARLY_END),
            Map.entry("TBranch;8", "TNamed TAttFill " + EARLY_START + "fSplitLevel:i " + EARLY_END),
            Map.entry("TBranch;9", "TNamed TAttFill " + EARLY_START + "fSplitLevel:i " + EARLY_END),
            Map.entry("TBranch;12", BRANCH_START + BRANCH_END),
            Map.entry("TBranch;13", BRANCH_START + FEATURES + BRANCH_END),
            Map.entry("ROOT::TIOFeatures;1", "fIOBits:b"),
            Map.entry(
                    "TBranchElement;10",
                    "TBranch fClassName:s fParentName:s fClonesName:s fCheckSum:I fClassVersion:i fID:i fType:i"
                            + " fStreamerType:i fMaximum:i fBranchCount:TBranchElement* fBranchCount2:TBranchElement*"),
            Map.entry("TBranchObject;1", "TBranch fClassName:s"),
            Map.entry("TLeaf;2", "TNamed fLen:i fLenType:i fOffset:i fIsRange:B fIsUnsigned:B fLeafCount:TLeaf*"),
            Map.entry("TLeafB;1", "TLeaf"),
            Map.entry("TLeafC;1", "TLeaf"),
            Map.entry("TLeafD;1", "TLeaf"),
            Map.entry("TLeafD32;1", "TLeaf"),
            Map.entry("TLeafF;1", "TLeaf"),
            Map.entry("TLeafF16;1", "TLeaf"),
            Map.entry("TLeafG;1", "TLeaf"),
            Map.entry("TLeafI;1", "TLeaf"),
            Map.entry("TLeafL;1", "TLeaf"),
            Map.entry("TLeafO;1", "TLeaf"),
            Map.entry("TLeafObject;4", "TLeaf"),
            Map.entry("TLeafS;1", "TLeaf"),
            Map.entry("TLeafElement;1", "TLeaf fID:i fType:i"));

    private static final Map<String, Integer> CODES =
            Map.of("i", 3, "I", 13, "l", 16, "d", 8, "b", 11, "B", 18, "s", 65);
    private static final int OBJECT = 61;
    private static final int OBJECT_POINTER = 64;

    private TreeClasses() {}

    /** Return whether the class was written in another way than the file's list of classes says. */
    static boolean isSpecial(String className, int version) {
        return className.equals("TBranch") && version < FIRST_DESCRIBED_BRANCH;
    }

    static List<StreamerElement> members(String className, int version) {
        String members = MEMBERS.get(className + ";" + version);
        return members == null
                ? List.of()
                : Arrays.stream(members.split(" ")).map(TreeClasses::member).toList();
    }

    private static StreamerElement member(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new StreamerElement("TStreamerBase", text, "", 0, 1, "BASE", "");
        }
        String name = text.substring(0, colon);
        String type = text.substring(colon + 1);
        int bracket = type.indexOf('[');
        if (bracket > 0) {
            int code = CODES.getOrDefault(type.substring(0, bracket), 0) + StreamerElement.POINTER;
            return element(name, code, "", type.substring(bracket + 1, type.length() - 1));
        }
        if (type.endsWith("*")) {
            return element(name, OBJECT_POINTER, type, "");
        }
        return element(name, CODES.getOrDefault(type, OBJECT), type, "");
    }

    private static StreamerElement element(String name, int code, String type, String counter) {
        return new StreamerElement("TStreamerElement", name, "", code, 1, type, counter);
    }
}
