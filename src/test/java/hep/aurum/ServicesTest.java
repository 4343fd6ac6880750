package hep.aurum;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hep.aurum.base.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Find every implementation of an open family through its service file: a forgotten line is a feature that is not there. */
class ServicesTest {

    private static final Path FOLDER = folder("META-INF/services");

    @TestFactory
    Stream<DynamicTest> aServiceFileListsEveryImplementation() throws IOException {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("hep.aurum");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file, classes)));
        }
    }

    private static void check(Path file, JavaClasses classes) throws IOException, ClassNotFoundException {
        List<String> listed = Files.readAllLines(file).stream()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        Class<?> service = Class.forName(name(file));
        // Tests may add implementations of their own.
        List<String> loaded = ServiceLoader.load(service).stream()
                .filter(provider -> isOurs(provider.type()))
                .map(provider -> provider.get().getClass().getName())
                .toList();
        List<String> written = classes.stream()
                .filter(type -> type.isAssignableTo(service) && isProvider(type))
                .map(JavaClass::getName)
                .toList();

        assertThat(listed).isNotEmpty().doesNotHaveDuplicates();
        assertThat(loaded).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(written).containsExactlyInAnyOrderElementsOf(listed);
    }

    private static boolean isOurs(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .equals(Check.class.getProtectionDomain().getCodeSource().getLocation());
    }

    private static boolean isProvider(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isInterface()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && type.tryGetConstructor()
                        .filter(made -> made.getModifiers().contains(JavaModifier.PUBLIC))
                        .isPresent();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path folder(String name) {
        try {
            Path classes = Path.of(Check.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.createDirectories(classes.resolve(name));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
