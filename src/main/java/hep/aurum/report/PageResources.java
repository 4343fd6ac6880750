package hep.aurum.report;

import hep.aurum.base.Bug;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Hold the style sheet and the script that every page carries. */
final class PageResources {

    private PageResources() {}

    static String style() {
        return read("report.css");
    }

    static String script() {
        return read("report.js");
    }

    /** Return the source expression by which a content security policy allows this one script and no other. */
    static String checksum(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new Bug("this Java has no SHA-256", "", "use a complete Java runtime: " + e.getMessage());
        }
    }

    private static String read(String name) {
        try (InputStream in = PageResources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new Bug("a part of the page is missing from the program", name, "install Aurum again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new Bug("a part of the page cannot be read: " + e.getMessage(), name, "install Aurum again");
        }
    }
}
