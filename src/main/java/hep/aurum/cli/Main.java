package hep.aurum.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Start Aurum from a shell. */
@Command(
        name = "aurum",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Simulation-based inference for collider physics.")
public final class Main implements Runnable {

    private Main() {}

    /** Run a command and leave with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    /** Print the help. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** Print the version. */
    @Command(name = "version", description = "Print the version.")
    void version() {
        System.out.println(Version.text());
    }

    /** Tell the version that the build wrote. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {text()};
        }

        static String text() {
            Properties properties = new Properties();
            try (InputStream in = Main.class.getResourceAsStream("/hep/aurum/version.properties")) {
                properties.load(Objects.requireNonNull(in, "version.properties"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return "aurum " + properties.getProperty("version");
        }
    }
}
