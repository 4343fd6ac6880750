package org.freehep.application.studio;

/** Makes the calls that only the package of the host's types can make. */
public final class Lifecycle {

    private Lifecycle() {}

    public static void init(Plugin plugin, Studio application) throws Throwable {
        plugin.setApplication(application);
        plugin.init();
    }

    public static void postInit(Plugin plugin) {
        plugin.postInit();
    }

    public static void applicationVisible(Plugin plugin) {
        plugin.applicationVisible();
    }

    /** Stop a plugin that says that it can be stopped. */
    public static void stop(Plugin plugin) {
        if (!plugin.canBeShutDown()) {
            throw new IllegalArgumentException("the plugin cannot be stopped");
        }
        plugin.shutdown();
    }
}
