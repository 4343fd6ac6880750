package hep.aurum.jas.aida;

import hep.aida.IAnalysisFactory;
import hep.aida.IDataPointSet;
import hep.aida.IHistogram1D;
import hep.aida.IHistogram2D;
import hep.aida.IHistogramFactory;
import hep.aida.IManagedObject;
import hep.aida.IProfile1D;
import hep.aida.ITree;
import hep.aurum.base.BadInput;
import hep.aurum.format.histogram.HistogramFiles;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Put objects into the host's tree, and find histograms there. */
public final class HostTree {

    /** Trees may hold mount points of trees that hold mount points. */
    private static final int DEEPEST = 32;

    private static final String XML = "xml";
    private static final String UNSEEN = "automount=false";

    private final IAnalysisFactory factory;
    private final ITree tree;

    private HostTree(IAnalysisFactory factory, ITree tree) {
        this.factory = factory;
        this.tree = tree;
    }

    /**
     * Return the tree of a host.
     *
     * @param factory the host's
     * @param visible the tree that the host shows; null to make one, which the host shows by itself
     */
    public static HostTree of(IAnalysisFactory factory, @Nullable ITree visible) {
        return new HostTree(
                factory, visible == null ? factory.createTreeFactory().create() : visible);
    }

    /** Return the tree. */
    public ITree tree() {
        return tree;
    }

    /** Return all histograms of one axis, mounted trees included, in the order of the tree. */
    public List<TreeHistogram> histograms() {
        List<TreeHistogram> found = new ArrayList<>();
        collect("/", 0, found);
        return found;
    }

    private void collect(String folder, int depth, List<TreeHistogram> found) {
        String[] names = tree.listObjectNames(folder);
        String[] types = tree.listObjectTypes(folder);
        for (int i = 0; i < names.length; i++) {
            String path = names[i].startsWith("/") ? names[i] : folder + names[i];
            if (types[i].equals("dir") || types[i].equals("mnt")) {
                if (depth < DEEPEST) {
                    collect(path.endsWith("/") ? path : path + "/", depth + 1, found);
                }
            } else if (types[i].equals("IHistogram1D") && tree.find(path) instanceof IHistogram1D histogram) {
                found.add(new TreeHistogram(path, histogram));
            }
        }
    }

    /**
     * Put objects into a folder, in place of its sub-folders and objects of the same names.
     *
     * @param folder such as {@code /aurum/vbf}
     * @param objects with paths inside the folder
     * @return the host's objects by their paths inside the folder; what AIDA has no kind for is left out
     * @throws BadInput if the host cannot read them
     */
    public Map<String, Object> put(String folder, List<AnalysisObject> objects) {
        objects.stream().map(HostTree::first).distinct().forEach(name -> clear(folder + name));
        Path file = null;
        try {
            file = Files.createTempFile("aurum", ".aida");
            HistogramFiles.write(file, objects);
            return copy(file, folder, objects);
        } catch (IOException e) {
            throw new BadInput("the host cannot read the objects of " + folder, String.valueOf(e.getMessage()), "");
        } finally {
            delete(file);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Some systems do not delete what a program still has open; the folder is the system's own.
            file.toFile().deleteOnExit();
        }
    }

    private Map<String, Object> copy(Path file, String folder, List<AnalysisObject> objects) throws IOException {
        Map<String, Object> copies = new LinkedHashMap<>();
        ITree source = factory.createTreeFactory().create(file.toString(), XML, true, false, UNSEEN);
        try {
            for (AnalysisObject object : objects) {
                Object made = copy(find(source, object.path()), folder, object);
                if (made != null) {
                    copies.put(object.path(), made);
                }
            }
        } finally {
            source.close();
        }
        return copies;
    }

    private @Nullable Object copy(@Nullable IManagedObject original, String folder, AnalysisObject object) {
        tree.mkdirs(folder + object.folder());
        String path = folder + object.path();
        if (original instanceof IHistogram1D histogram) {
            return factory.createHistogramFactory(tree).createCopy(path, histogram);
        }
        if (original instanceof IHistogram2D histogram) {
            return factory.createHistogramFactory(tree).createCopy(path, histogram);
        }
        if (original instanceof IProfile1D profile) {
            return factory.createHistogramFactory(tree).createCopy(path, profile);
        }
        if (original instanceof IDataPointSet set) {
            return factory.createDataPointSetFactory(tree).createCopy(path, set);
        }
        return null;
    }

    private static @Nullable IManagedObject find(ITree source, String path) {
        try {
            return source.find(path);
        } catch (IllegalArgumentException notThere) {
            return null;
        }
    }

    /** Make an empty histogram, in place of what has its path. */
    public IHistogram1D create(String path, String title, Axis axis) {
        tree.mkdirs(path.substring(0, Math.max(1, path.lastIndexOf('/'))));
        removeObject(path);
        IHistogramFactory histograms = factory.createHistogramFactory(tree);
        return axis.isUniform()
                ? histograms.createHistogram1D(path, title, axis.bins(), axis.min(), axis.max())
                : histograms.createHistogram1D(path, title, axis.edges());
    }

    private static String first(AnalysisObject object) {
        int end = object.path().indexOf('/', 1);
        return end < 0 ? object.path() : object.path().substring(0, end);
    }

    /** Remove a folder with what is in it, or an object, or nothing. */
    private void clear(String path) {
        try {
            tree.rmdir(path);
        } catch (IllegalArgumentException noFolder) {
            removeObject(path);
        }
    }

    private void removeObject(String path) {
        try {
            tree.rm(path);
        } catch (IllegalArgumentException nothing) {
            // The place is free.
            return;
        }
    }
}
