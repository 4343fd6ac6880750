package hep.aurum.jas;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.jas.child.RunSettings;
import hep.aurum.jas.host.Meters;
import hep.aurum.jas.page.StudyPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JMenuItem;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stop runs by each of the ways, and go on with one. */
class MenuCancelTest {

    @TempDir
    private Path folder = Path.of("");

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static long children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .count();
    }

    @Test
    void aCancelledRunIsGoneAndGoesOnWhenItIsRunAgain() throws IOException {
        try (MenuFixture menu = MenuFixture.open()) {
            Path study = MenuFixture.bump(folder, 40);
            Path results = folder.resolve("results/bump-small");
            JMenuItem cancel = menu.host.menus().find("Aurum", "Cancel Run");
            assertThat(cancel.isEnabled()).isFalse();
            menu.answers.path(study);
            menu.click("Run Study…");
            menu.awaitMessage(0, "training");
            assertThat(cancel.isEnabled()).isTrue();
            assertThat(children()).isPositive();

            String refusal = menu.clickAndAwait("Run Study…", "a study is running");
            assertThat(refusal).contains("bump.yaml");
            menu.clickAndAwait("Cancel Run", "the run is cancelled");

            assertThat(children()).isZero();
            assertThat(cancel.isEnabled()).isFalse();
            assertThat(results.resolve("result.json")).doesNotExist();
            assertThat(files(results)).noneMatch(file -> file.toString().endsWith(".part"));
            assertThat(menu.host.meters().lent()).isEmpty();

            int before = menu.host.statusMessages().size();
            StudyPage page = menu.page("bump-small", StudyPage.class);
            assertThat(page.runButton().isEnabled()).isTrue();
            SwingUtilities.invokeLater(() -> page.runButton().doClick(0));
            menu.awaitMessage(before, "results of bump-small are open");
            assertThat(results.resolve("result.json")).exists();
        }
    }

    @Test
    void theMetersButtonCancelsTooAndSoDoesTheEndOfTheHost() throws IOException {
        MenuFixture menu = MenuFixture.open();
        menu.answers.runSettings(new RunSettings(512, 1));
        menu.click("Memory and Threads…");
        assertThat(RunSettings.of(menu.host.studio().getUserProperties())).isEqualTo(new RunSettings(512, 1));
        menu.answers.path(MenuFixture.bump(folder, 400));
        menu.click("Run Study…");
        menu.await("a meter", () -> !menu.host.meters().lent().isEmpty());
        Meters.Meter meter = menu.host.meters().lent().get(0);
        SwingUtilities.invokeLater(meter::stop);
        menu.awaitMessage(0, "the run is cancelled");
        assertThat(children()).isZero();

        int before = menu.host.statusMessages().size();
        menu.click("Run Study…");
        menu.awaitMessage(before, "Aurum: ");
        assertThat(children()).isPositive();
        menu.close();
        menu.await("the end of the child", () -> children() == 0);
    }
}
