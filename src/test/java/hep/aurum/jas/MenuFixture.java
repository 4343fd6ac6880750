package hep.aurum.jas;

import hep.aurum.jas.host.TestHost;
import java.awt.Component;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A host with an open session, driven through its menu. */
final class MenuFixture implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    final TestHost host;
    final Answers answers = new Answers();
    final List<URI> browsed = new ArrayList<>();
    final Object facade = new Object();

    MenuFixture(TestHost host) {
        this.host = host;
        host.open(
                new AurumSession(
                        parent -> answers,
                        page -> {
                            browsed.add(page);
                            return true;
                        },
                        progress -> facade),
                Path.of("unused"));
        host.settle();
    }

    static MenuFixture open() {
        return new MenuFixture(TestHost.builder().start());
    }

    /** A resonance on a falling spectrum, small enough for seconds. */
    static Path bump(Path folder, int epochs) throws IOException {
        Path study = folder.resolve("bump.yaml");
        Files.writeString(study, """
                aurum: 1
                name: bump-small
                title: A small resonance
                seed: 1
                luminosity: 100
                parameters:
                  mu: {range: [0, 4], standard: 1}
                processes:
                  background: {role: background, simulator: {name: bump, events: 3000}}
                  signal: {role: signal, rate: mu, simulator: {name: bump, events: 2000}}
                split: {training: 0.4, validation: 0.1, template: 0.4, pseudo_data: 0.1}
                estimator: {method: rascal, activation: silu, hidden: [8], epochs: EPOCHS, patience: EPOCHS}
                data: {pseudo: {mu: 1}}
                tests:
                  scan: {points: 11}
                  discovery: {poi: mu, bins: 10, classical: mass, classical_range: [100, 160]}
                outputs: {figures: false}
                """.replace("EPOCHS", Integer.toString(epochs)));
        return study;
    }

    void click(String entry) {
        host.menus().click("Aurum", entry);
    }

    /** Choose an entry and wait until the status bar says something that contains a text. */
    String clickAndAwait(String entry, String text) {
        int before = host.statusMessages().size();
        click(entry);
        return awaitMessage(before, text);
    }

    String awaitMessage(int from, String text) {
        await(text, () -> find(from, text).isPresent());
        return find(from, text).orElseThrow();
    }

    private Optional<String> find(int from, String text) {
        List<String> messages = host.statusMessages();
        return messages.subList(Math.min(from, messages.size()), messages.size()).stream()
                .filter(message -> message.contains(text))
                .findFirst();
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            host.settle();
            LockSupport.parkNanos(PAUSE);
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what + "; the host said " + host.statusMessages());
            }
        }
    }

    /** Return a page by its title, the last one if there are several. */
    <T extends Component> T page(String title, Class<T> type) {
        return host.pages().open().stream()
                .filter(page -> page.getTitle().equals(title))
                .map(page -> type.cast(page.getPage()))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(
                        "no page " + title + " among " + host.pages().titles()));
    }

    @Override
    public void close() {
        host.close();
    }
}
