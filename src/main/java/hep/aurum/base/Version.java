package hep.aurum.base;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Tell the version that the build wrote. */
public final class Version {

    private static final String RESOURCE = "/hep/aurum/version.properties";

    private Version() {}

    /** Return the version number, such as {@code 0.1.0}. */
    public static String number() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new Bug("the version is missing from the program", RESOURCE, "install Aurum again");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new Bug("the version cannot be read: " + e.getMessage(), RESOURCE, "install Aurum again");
        }
        return properties.getProperty("version", "unknown");
    }
}
