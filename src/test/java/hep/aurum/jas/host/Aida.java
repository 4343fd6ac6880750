package hep.aurum.jas.host;

import hep.aida.IAnalysisFactory;
import hep.aida.IDataPointSet;
import hep.aida.IDataPointSetFactory;
import hep.aida.IHistogram1D;
import hep.aida.IHistogram2D;
import hep.aida.IHistogramFactory;
import hep.aida.IManagedObject;
import hep.aida.IProfile1D;
import hep.aida.ITree;
import hep.aida.ITreeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** AIDA in memory: histograms and points in trees, as far as a plugin calls it. */
public final class Aida extends IAnalysisFactory {

    private final List<Tree> trees = new CopyOnWriteArrayList<>();

    /** Return the trees that were made; the real host shows each in its own tree. */
    public List<Tree> trees() {
        return trees;
    }

    @Override
    public ITreeFactory createTreeFactory() {
        return StandIn.of(ITreeFactory.class, new Trees());
    }

    @Override
    public IHistogramFactory createHistogramFactory(ITree tree) {
        return StandIn.of(IHistogramFactory.class, new Histograms(StandIn.behind(tree, Tree.class)));
    }

    @Override
    public IDataPointSetFactory createDataPointSetFactory(ITree tree) {
        return StandIn.of(IDataPointSetFactory.class, new Points(StandIn.behind(tree, Tree.class)));
    }

    /** Answers for {@link ITreeFactory}. */
    public final class Trees {

        public ITree create() {
            Tree tree = new Tree();
            trees.add(tree);
            return StandIn.of(ITree.class, tree);
        }

        /** Only a file of AIDA XML that is there is opened; it is shown unless the options say otherwise. */
        public ITree create(String storeName, String storeType, boolean readOnly, boolean createNew, String options)
                throws IOException {
            if (!storeType.equals("xml") || createNew || !readOnly) {
                throw new IllegalArgumentException("the test host reads AIDA XML only");
            }
            Tree tree = AidaXml.read(Path.of(storeName));
            if (!options.contains("automount=false")) {
                trees.add(tree);
            }
            return StandIn.of(ITree.class, tree);
        }
    }

    /** Answers for {@link IHistogramFactory}. */
    public static final class Histograms {

        private final Tree tree;

        Histograms(Tree tree) {
            this.tree = tree;
        }

        public IHistogram1D createHistogram1D(String path, String title, int bins, double lower, double upper) {
            return createHistogram1D(path, title, Bins.edges(bins, lower, upper));
        }

        public IHistogram1D createHistogram1D(String path, String title, double[] edges) {
            Bins.One made = new Bins.One(Tree.name(path), title, new Bins(edges));
            return tree.put(path, StandIn.of(IHistogram1D.class, made, IManagedObject.class));
        }

        public IHistogram1D createCopy(String path, IHistogram1D histogram) {
            Bins.One copy = StandIn.behind(histogram, Bins.One.class).copy(Tree.name(path));
            return tree.put(path, StandIn.of(IHistogram1D.class, copy, IManagedObject.class));
        }

        public IProfile1D createProfile1D(String path, String title, int bins, double lower, double upper) {
            return createProfile1D(path, title, Bins.edges(bins, lower, upper));
        }

        public IProfile1D createProfile1D(String path, String title, double[] edges) {
            Bins.Profile made = new Bins.Profile(Tree.name(path), title, new Bins(edges));
            return tree.put(path, StandIn.of(IProfile1D.class, made, IManagedObject.class));
        }

        public IHistogram2D createHistogram2D(
                String path,
                String title,
                int binsX,
                double lowerX,
                double upperX,
                int binsY,
                double lowerY,
                double upperY) {
            return createHistogram2D(path, title, Bins.edges(binsX, lowerX, upperX), Bins.edges(binsY, lowerY, upperY));
        }

        public IHistogram2D createHistogram2D(String path, String title, double[] edgesX, double[] edgesY) {
            Bins.Two made = new Bins.Two(Tree.name(path), title, new Bins(edgesX), new Bins(edgesY));
            return tree.put(path, StandIn.of(IHistogram2D.class, made, IManagedObject.class));
        }
    }

    /** Answers for {@link IDataPointSetFactory}. */
    public static final class Points {

        private final Tree tree;

        Points(Tree tree) {
            this.tree = tree;
        }

        public IDataPointSet create(String path, String title, int dimension) {
            PointSet made = new PointSet(Tree.name(path), title, dimension);
            return tree.put(path, StandIn.of(IDataPointSet.class, made, IManagedObject.class));
        }

        public IDataPointSet createCopy(String path, IDataPointSet set) {
            PointSet copy = StandIn.behind(set, PointSet.class).copy(Tree.name(path));
            return tree.put(path, StandIn.of(IDataPointSet.class, copy, IManagedObject.class));
        }

        public IDataPointSet createXY(
                String path, String title, double[] x, double[] y, double[] errorX, double[] errorY) {
            return createXY(path, title, x, y, errorX, errorY, errorX, errorY);
        }

        public IDataPointSet createXY(
                String path,
                String title,
                double[] x,
                double[] y,
                double[] plusX,
                double[] plusY,
                double[] minusX,
                double[] minusY) {
            IDataPointSet set = create(path, title, 2);
            PointSet points = StandIn.behind(set, PointSet.class);
            for (int i = 0; i < x.length; i++) {
                points.add(
                        new double[] {x[i], y[i]}, new double[] {plusX[i], plusY[i]}, new double[] {minusX[i], minusY[i]
                        });
            }
            return set;
        }
    }
}
