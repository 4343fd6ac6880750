package hep.aurum.source.root;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import hep.aurum.source.root.DirectoryReader.Entry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Read objects of a ROOT file by their paths.
 *
 * <p>A path is made of the names of directories and object, {@code mass/h}; a cycle may follow, {@code mass/h;2},
 * without one the latest is meant. The list of objects is read when the file is opened, the objects when they are asked
 * for; any number of threads may ask at once. Classes of histograms: TH1 and TH2 with C, S, I, L, F, D, TProfile and TProfile2D; of
 * trees: TTree, TNtuple and TNtupleD.
 *
 * <p>Units: none are changed; an axis title that ends in {@code [GeV]} becomes name and unit of the axis.
 */
public final class RootFile implements AutoCloseable {

    private final Path path;
    private final RootBytes bytes;
    private final FileHeader header;
    private final List<RootKey> keys;
    private final Map<String, Entry> entries;

    private RootFile(Path path, RootBytes bytes, FileHeader header) {
        List<Entry> list = DirectoryReader.read(bytes, header);
        this.path = path;
        this.bytes = bytes;
        this.header = header;
        this.keys = list.stream().map(RootFile::key).toList();
        this.entries = new LinkedHashMap<>();
        for (Entry entry : list) {
            entries.putIfAbsent(entry.path() + ";" + entry.key().cycle(), entry);
            entries.merge(
                    entry.path(), entry, (a, b) -> b.key().cycle() > a.key().cycle() ? b : a);
        }
    }

    private static RootKey key(Entry entry) {
        KeyRecord key = entry.key();
        return new RootKey(entry.path(), key.cycle(), key.className(), key.title());
    }

    /**
     * Open a file and list what it holds.
     *
     * @throws BadInput if there is none, if it is not a ROOT file, or if it is truncated or damaged, with the offset
     */
    public static RootFile open(Path path) {
        RootBytes bytes = RootBytes.open(path);
        try {
            return new RootFile(path, bytes, FileHeader.read(bytes));
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** Return all objects, directories and earlier cycles included, each directory before what it holds. */
    public List<RootKey> keys() {
        return keys;
    }

    /**
     * Return the key of an object.
     *
     * @throws NotFound if there is none at that path
     */
    public RootKey key(String path) {
        return key(entry(path));
    }

    /** Return whether there is an object at a path. */
    public boolean contains(String path) {
        return entries.containsKey(withoutSlash(path));
    }

    /**
     * Read a histogram of one variable.
     *
     * <p>Heights and sums of squared weights are those of the file, flow bins included. Where sums of squared weights
     * were not kept, or where one is not a number ({@link HistogramDetails#unknownVariances}), a bin's variance is the
     * size of its height. ROOT keeps no moments by bin: all weight of a bin is taken to lie at
     * its centre, and the entries of a bin are the effective ones, exact for unweighted fills.
     *
     * @throws NotFound if there is no object at that path
     * @throws NotSupported if it is of another class
     * @throws BadInput if its bytes are damaged
     */
    public Histogram1D histogram(String path) {
        Entry entry = entry(path, HistogramReader::isOneDimensional, "TH1F and the like");
        return HistogramReader.oneDimensional(object(entry), entry.key().className());
    }

    /**
     * Read a histogram of two variables, with the same conventions.
     *
     * @throws NotFound if there is no object at that path
     * @throws NotSupported if it is of another class
     * @throws BadInput if its bytes are damaged
     */
    public Histogram2D histogram2D(String path) {
        Entry entry = entry(path, HistogramReader::isTwoDimensional, "TH2F and the like");
        return HistogramReader.twoDimensional(object(entry), entry.key().className());
    }

    /**
     * Read a profile (TProfile), with the same conventions.
     *
     * @throws NotFound if there is no object at that path
     * @throws NotSupported if it is of another class
     * @throws BadInput if its bytes are damaged
     */
    public Profile1D profile(String path) {
        return HistogramReader.profile(object(entry(path, HistogramReader::isProfile, "TProfile")));
    }

    /**
     * Read a profile of two variables (TProfile2D), with the same conventions.
     *
     * @throws NotFound if there is no object at that path
     * @throws NotSupported if it is of another class
     * @throws BadInput if its bytes are damaged
     */
    public Profile2D profile2D(String path) {
        return HistogramReader.profile2D(object(entry(path, HistogramReader::isProfile2D, "TProfile2D")));
    }

    /**
     * Read what else the file says about a histogram of any kind: number of fills, names of bins.
     *
     * @throws NotFound if there is no object at that path
     * @throws NotSupported if it is of another class
     * @throws BadInput if its bytes are damaged
     */
    public HistogramDetails details(String path) {
        Entry entry = entry(
                path,
                name -> HistogramReader.isOneDimensional(name)
                        || HistogramReader.isTwoDimensional(name)
                        || HistogramReader.isProfile(name)
                        || HistogramReader.isProfile2D(name),
                "histograms");
        return HistogramReader.details(object(entry), entry.key().className());
    }

    /**
     * Read what trees there are, the latest cycle of each, in file order; empty if there are none.
     *
     * @throws BadInput if the record of one is damaged
     * @throws NotSupported if the file does not describe the classes of its trees
     */
    public List<RootTree> trees() {
        Map<String, Entry> latest = new LinkedHashMap<>();
        for (RootKey key : keys) {
            Entry entry = entry(key.path());
            if (TreeReader.isTree(entry.key().className())) {
                latest.putIfAbsent(entry.path(), entry);
            }
        }
        if (latest.isEmpty()) {
            return List.of();
        }
        StreamerInfos infos = StreamerInfos.read(bytes, header);
        return latest.values().stream().map(entry -> tree(entry, infos)).toList();
    }

    /**
     * Read what a tree holds; its entries are read by {@link RootTree#open}.
     *
     * @throws NotFound if there is no object at that path
     * @throws NotSupported if it is of another class, or if the file does not describe the classes of its trees
     * @throws BadInput if its bytes are damaged
     */
    public RootTree tree(String path) {
        return tree(entry(path, TreeReader::isTree, "a tree"), StreamerInfos.read(bytes, header));
    }

    private RootTree tree(Entry entry, StreamerInfos infos) {
        return TreeReader.read(object(entry), entry.key().className(), entry.path(), path, header, infos);
    }

    private Entry entry(String path, Predicate<String> isRight, String expected) {
        Entry entry = entry(path);
        String className = entry.key().className();
        if (!isRight.test(className)) {
            throw new NotSupported(
                    "\"" + path + "\" of " + bytes.name() + " is a " + className + ", expected " + expected,
                    "",
                    "choose another object");
        }
        return entry;
    }

    private Entry entry(String path) {
        Entry entry = entries.get(withoutSlash(path));
        if (entry == null) {
            throw new NotFound(
                    "there is no \"" + path + "\" in " + bytes.name(),
                    "",
                    Names.suggest(
                            path, keys.stream().map(RootKey::path).distinct().toList()));
        }
        return entry;
    }

    private static String withoutSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** Read a record and undo its compression. */
    private RootCursor object(Entry entry) {
        KeyRecord key = entry.key();
        RootCursor record = bytes.read(key.offset(), key.length(), "\"" + entry.path() + "\"");
        KeyRecord stored = KeyRecord.read(record);
        if (stored.length() != key.length()
                || stored.keyLength() != key.keyLength()
                || stored.objectLength() != key.objectLength()) {
            throw record.bad("the record differs from its entry in the directory");
        }
        record.skip(key.keyLength() - record.position());
        byte[] object = RecordBlocks.decompressed(record.rest(), key.objectLength(), record.where());
        return new RootCursor(ByteBuffer.wrap(object), record.where(), key.keyLength());
    }

    @Override
    public void close() {
        bytes.close();
    }

    @Override
    public String toString() {
        return bytes.name() + " with " + keys.size() + " objects";
    }
}
