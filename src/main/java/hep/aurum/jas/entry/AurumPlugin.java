package hep.aurum.jas.entry;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import javax.swing.JMenuItem;
import org.freehep.application.studio.Plugin;
import org.freehep.application.studio.Studio;
import org.jspecify.annotations.Nullable;

/**
 * The plugin as the host knows it, named by {@code PLUGIN-inf/plugins.xml}.
 *
 * <p>It does nothing before the host's window is there, when every service of the host exists. Then it opens a {@link
 * Session} from the jars in the folder {@code aurum} beside its own jar. Whatever goes wrong on the way becomes one message
 * of the host, which goes on without Aurum.
 */
public final class AurumPlugin extends Plugin {

    private @Nullable Session session;
    private @Nullable Link link;

    @Override
    protected void applicationVisible() {
        try {
            Path folder = Installation.folderBeside(AurumPlugin.class);
            AurumLoader loader = AurumLoader.of(folder);
            Constructor<? extends Session> maker = loader.session().getConstructor();
            Link made = new Link(folder, new LoaderContext(loader));
            session = made.callInContext(() -> open(maker, made));
            link = made;
        } catch (NotInstalledException e) {
            getApplication().error("Aurum did not start: " + e.getMessage());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | ServiceConfigurationError e) {
            report("Aurum did not start", e);
        }
    }

    private static Session open(Constructor<? extends Session> maker, Host host) throws ReflectiveOperationException {
        Session made = maker.newInstance();
        made.open(host);
        return made;
    }

    @Override
    public boolean canBeShutDown() {
        Session open = session;
        Link to = link;
        try {
            return open != null && to != null && to.callInContext(open::canClose);
        } catch (RuntimeException | LinkageError e) {
            report("Aurum could not be asked whether it can stop", e);
            return false;
        }
    }

    @Override
    protected void shutdown() {
        Session open = session;
        Link to = link;
        if (open == null || to == null) {
            return;
        }
        session = null;
        link = null;
        try {
            to.inContext(open::close);
        } catch (RuntimeException | LinkageError e) {
            report("Aurum did not stop in order", e);
        }
    }

    private void report(String what, Throwable failure) {
        Throwable cause = failure instanceof InvocationTargetException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        getApplication().error(what + ": " + cause, cause);
    }

    /** The host as the session sees it; {@link #addMenu} of a plugin is for itself only. */
    private final class Link implements Host {

        private final Path folder;
        private final LoaderContext context;

        Link(Path folder, LoaderContext context) {
            this.folder = folder;
            this.context = context;
        }

        @Override
        public Studio studio() {
            return getApplication();
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public void addMenu(JMenuItem item, long location) {
            AurumPlugin.this.addMenu(item, location);
        }

        @Override
        public void inContext(Runnable work) {
            context.run(work);
        }

        @Override
        public <T extends @Nullable Object, E extends Exception> T callInContext(Call<T, E> work) throws E {
            return context.call(work);
        }

        @Override
        public <T> T guard(Class<T> type, T target) {
            return context.guard(type, target);
        }
    }
}
