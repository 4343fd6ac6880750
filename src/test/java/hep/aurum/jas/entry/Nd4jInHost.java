package hep.aurum.jas.entry;

import hep.aurum.jas.host.TestHost;
import java.nio.file.Path;

/** Starts a host with the plugin in a process of its own, and prints what the session noted. */
final class Nd4jInHost {

    private Nd4jInHost() {}

    public static void main(String[] arguments) {
        try (TestHost host = TestHost.builder()
                .extensions(Path.of(arguments[0]))
                .parent(new HostOnly())
                .start()) {
            host.failures().forEach(failure -> System.out.println("failure=" + failure.message()));
            host.studio().getUserProperties().forEach((key, value) -> System.out.println(key + "=" + value));
        }
        System.exit(0);
    }
}
