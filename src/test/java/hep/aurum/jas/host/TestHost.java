package hep.aurum.jas.host;

import hep.aurum.jas.entry.Host;
import hep.aurum.jas.entry.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JMenuItem;
import org.freehep.application.studio.Lifecycle;
import org.freehep.application.studio.Plugin;
import org.freehep.application.studio.Studio;
import org.freehep.jas.event.ScriptEvent;
import org.freehep.record.source.RecordSource;
import org.freehep.util.FreeHEPLookup;

/**
 * A host that keeps the rules of the framework, as far as they are known, and shows nothing. It is not JAS3.
 *
 * <p>It calls {@code init} of every plugin in an order that nobody can count on, then {@code postInit} of each, then, on the
 * event thread, {@code applicationVisible}. Until then the register of services has the wrong analysis factory, and adding a
 * source of records, which makes the real host hang, throws. Services may come late: {@link Builder#withoutServices()}.
 */
public final class TestHost implements AutoCloseable {

    private final TestStudio studio = new TestStudio();
    private final Aida early = new Aida();
    private final Aida aida = new Aida();
    private final Plots plots = new Plots();
    private final Meters meters = new Meters();
    private final Loop loop = new Loop(studio.getLookup());
    private final List<Plugin> plugins = new ArrayList<>();
    private final Extensions extensions;
    private Session session;

    private TestHost(Builder builder) {
        extensions = builder.folder == null ? null : Extensions.scan(builder.folder, builder.parent);
        plugins.addAll(builder.plugins);
        if (extensions != null) {
            plugins.addAll(extensions.start(studio));
        }
        permute(plugins, builder.order);
        begin(builder.services);
    }

    /** Put the plugins into the permutation of that number; n! numbers in a row give every order of n plugins. */
    private static void permute(List<Plugin> plugins, long number) {
        List<Plugin> left = new ArrayList<>(plugins);
        plugins.clear();
        long rest = number;
        while (!left.isEmpty()) {
            plugins.add(left.remove((int) (rest % left.size())));
            rest /= left.size() + 1;
        }
    }

    private void begin(boolean services) {
        studio.getLookup().refuse(List.of(RecordSource.class));
        studio.getLookup().add(early);
        List<Plugin> alive = new ArrayList<>(plugins);
        alive.removeIf(plugin -> !init(plugin));
        alive.forEach(Lifecycle::postInit);
        studio.getLookup().remove(early);
        studio.getLookup().refuse(List.of());
        if (services) {
            addServices();
        }
        EventThread.run(() -> alive.forEach(Lifecycle::applicationVisible));
    }

    private boolean init(Plugin plugin) {
        try {
            Lifecycle.init(plugin, studio);
            return true;
        } catch (Throwable e) {
            studio.error("At least one plugin failed to initialize", e);
            return false;
        }
    }

    /** Describe a host before it starts. */
    public static Builder builder() {
        return new Builder();
    }

    /** Add the services of other plugins, if they were not there from the start. */
    public void addServices() {
        FreeHEPLookup lookup = studio.getLookup();
        lookup.add(aida);
        lookup.add(plots);
        lookup.add(meters);
    }

    /**
     * Open a session without jars and loaders, as the entry class would: on the event thread.
     *
     * @param opened the session
     * @param folder what it is told its folder is
     */
    public void open(Session opened, Path folder) {
        session = opened;
        EventThread.run(() -> opened.open(new Direct(folder)));
    }

    /** Stop a plugin as the plugin manager does. */
    public void stop(Plugin plugin) {
        EventThread.run(() -> Lifecycle.stop(plugin));
    }

    /** Open a console, and return what scripts can use there. */
    public Map<String, Object> openConsole() {
        Script script = new Script();
        studio.getEventSender().broadcast(new ScriptEvent(script));
        return script.variables();
    }

    /** End the host. */
    @Override
    public void close() {
        if (session != null) {
            EventThread.run(session::close);
            session = null;
        }
        EventThread.run(studio::exit);
    }

    public TestStudio studio() {
        return studio;
    }

    /** Return what was found in the extensions folder, or null if there was none. */
    public Extensions extensions() {
        return extensions;
    }

    public List<Plugin> plugins() {
        return plugins;
    }

    public FreeHEPLookup lookup() {
        return studio.getLookup();
    }

    public Menus menus() {
        return studio.menus();
    }

    public Pages pages() {
        return (Pages) studio.getPageManager();
    }

    /** Return the analysis factory whose trees the host shows. */
    public Aida aida() {
        return aida;
    }

    /** Return the analysis factory that is in the register before the host is visible, and whose trees nobody sees. */
    public Aida aidaOfTheStart() {
        return early;
    }

    public Plots plots() {
        return plots;
    }

    public Meters meters() {
        return meters;
    }

    public Loop loop() {
        return loop;
    }

    public List<String> statusMessages() {
        return studio.statusMessages();
    }

    public List<TestStudio.Failure> failures() {
        return studio.failures();
    }

    /** Wait until the event thread has done what was handed to it so far. */
    public void settle() {
        EventThread.run(() -> {});
    }

    /** What the host is made of. */
    public static final class Builder {

        private final List<Plugin> plugins = new ArrayList<>();
        private Path folder;
        private ClassLoader parent = TestHost.class.getClassLoader();
        private long order;
        private boolean services = true;

        private Builder() {}

        /** Start a plugin of the class path too. */
        public Builder plugin(Plugin plugin) {
            plugins.add(plugin);
            return this;
        }

        /** Look for plugins in a folder of extensions. */
        public Builder extensions(Path extensions) {
            folder = extensions;
            return this;
        }

        /** Load the extensions with a loader above them that is not the tests' own. */
        public Builder parent(ClassLoader loader) {
            parent = loader;
            return this;
        }

        /** Start the plugins in the order of that number; n! numbers in a row give every order of n plugins. */
        public Builder order(long number) {
            order = number;
            return this;
        }

        /** Leave out the analysis factory, the plot factory and the meters until somebody adds them. */
        public Builder withoutServices() {
            services = false;
            return this;
        }

        public TestHost start() {
            return new TestHost(this);
        }
    }

    /** The host of a session that was opened without loaders. */
    private final class Direct implements Host {

        private final Path folder;

        Direct(Path folder) {
            this.folder = folder;
        }

        @Override
        public Studio studio() {
            return studio;
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public void addMenu(JMenuItem item, long location) {
            studio.menus().add(item, location);
        }

        @Override
        public void inContext(Runnable work) {
            work.run();
        }

        @Override
        public <T, E extends Exception> T callInContext(Call<T, E> work) throws E {
            return work.run();
        }

        @Override
        public <T> T guard(Class<T> type, T target) {
            return target;
        }
    }
}
