package hep.aurum.cli;

import hep.aurum.base.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Print the version. */
@Command(name = "version", mixinStandardHelpOptions = true, description = "Print the version of Aurum and of Java.")
final class VersionCommand implements Callable<Integer>, picocli.CommandLine.IVersionProvider {

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        if (json) {
            Map<String, Object> version = new LinkedHashMap<>();
            version.put("aurum", number());
            version.put("java", Runtime.version().toString());
            Json.print(version);
        } else {
            System.out.println("aurum " + number() + " (Java " + Runtime.version() + ")");
        }
        return 0;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"aurum " + number()};
    }

    static String number() {
        return Version.number();
    }
}
