package hep.aurum.jas.child;

import hep.aurum.base.Bug;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Say how a Java machine for Aurum is started.
 *
 * @param java the program
 * @param flags its flags, memory excluded
 * @param classPath jars and folders
 * @param memory largest heap in MB
 * @param nativeThreads threads of native matrix products
 */
public record ChildJvm(Path java, List<String> flags, List<Path> classPath, int memory, String nativeThreads) {

    /** The class with the command line's main method. */
    static final String MAIN = "hep.aurum.cli.Main";

    private static final String RESOURCE = "/hep/aurum/jvm.properties";
    private static final String UNFILLED = "${";
    private static final String HEAP = "-Xmx";

    /** Copy the lists. */
    public ChildJvm {
        flags = List.copyOf(flags);
        classPath = List.copyOf(classPath);
    }

    /**
     * Return a machine like this one with the classes of this program: the jars of the loader that loaded it, or else the
     * class path.
     *
     * @param memory largest heap in MB
     */
    public static ChildJvm ofThisProgram(int memory) {
        Path java = Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
        Properties properties = properties();
        List<String> flags = Arrays.stream(value(properties, "flags").split(" +", -1))
                .filter(flag -> !flag.isEmpty() && !flag.startsWith(HEAP))
                .toList();
        return new ChildJvm(java, flags, ofLoader(), memory, value(properties, "native.threads"));
    }

    private static boolean isWindows() {
        return File.pathSeparatorChar == ';';
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream in = ChildJvm.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new Bug("the flags of the Java machine are missing", RESOURCE, "install Aurum again");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new Bug("the flags of the Java machine cannot be read: " + e, RESOURCE, "install Aurum again");
        }
        return properties;
    }

    /** Classes compiled outside the build have the resource unfilled: no flags, portable kernels. */
    private static String value(Properties properties, String key) {
        String value = properties.getProperty(key, "");
        return value.startsWith(UNFILLED) ? "" : value;
    }

    private static List<Path> ofLoader() {
        List<Path> paths = new ArrayList<>();
        if (ChildJvm.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                try {
                    paths.add(Path.of(url.toURI()));
                } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
                    throw new Bug("the class path has an entry that is no file: " + url, "", "install Aurum again");
                }
            }
        } else {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                paths.add(Path.of(entry));
            }
        }
        return paths;
    }

    /** Return the command that runs a command of Aurum. */
    List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(flags);
        command.add(HEAP + memory + "m");
        command.add("-classpath");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(MAIN);
        command.addAll(arguments);
        return command;
    }
}
