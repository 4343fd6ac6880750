package hep.aurum.nn.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.NotSupported;
import hep.aurum.estimator.NetworkRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.Standardisation;
import hep.aurum.nn.Activation;
import hep.aurum.nn.Backend;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Run without ND4J on the class path, as an installation does from which its 120 MB were left out. */
class Nd4jBackendTest {

    private static final Pattern ARRAYS = Pattern.compile(".*[/\\\\](nd4j|javacpp|openblas)[^/\\\\]*\\.jar");

    /** What is done behind a class loader of its own. */
    public static final class Visit implements Callable<List<String>> {

        /** Create the visit. */
        public Visit() {}

        @Override
        public List<String> call() {
            NetworkShape shape = NetworkShape.of(2, 1, List.of(4), Activation.TANH);
            NetworkWeights weights = NetworkWeights.of(shape, new float[shape.parameters()]);
            ParameterSpace space = ParameterSpace.of(new Parameter("mu", 0, 2, 1));
            RatioEstimator ratio = NetworkRatio.of(
                    space,
                    List.of("x", "y"),
                    Standardisation.of(new double[2], new double[] {1, 1}),
                    Standardisation.ofParameters(space),
                    weights,
                    "to nothing");
            String before = "log ratio " + ratio.logRatio(new double[] {1, 2}, new double[] {1});
            Backend backend = Backend.named("nd4j");
            try {
                return List.of(before, "opened " + backend.open(shape, true).capacity());
            } catch (NotSupported e) {
                return List.of(before, e.getMessage());
            }
        }
    }

    @Test
    void withoutTheLibraryEverythingElseRunsAndTheBackendSaysWhatIsMissing() throws Exception {
        assertThat(visit(withoutArrays()).toString())
                .contains("log ratio 0.0", "the backend nd4j cannot start", "put nd4j-native");
    }

    @Test
    void theSameVisitWithTheLibraryOpensAPass() throws Exception {
        assertThat(new Visit().call()).containsExactly("log ratio 0.0", "opened 1024");
    }

    private static List<?> visit(List<URL> path) throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader =
                new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object visit =
                    loader.loadClass(Visit.class.getName()).getConstructor().newInstance();
            return (List<?>) visit.getClass().getMethod("call").invoke(visit);
        }
    }

    private static List<URL> withoutArrays() {
        List<Path> all = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        List<Path> kept = all.stream()
                .filter(path -> !ARRAYS.matcher(path.toString()).matches())
                .toList();
        assertThat(all.size() - kept.size()).isGreaterThan(8);
        return kept.stream().map(Nd4jBackendTest::url).toList();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
