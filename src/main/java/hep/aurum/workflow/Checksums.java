package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.Sha256;
import java.io.IOException;
import java.nio.file.Path;

/** Compute the checksums of a study's inputs. */
final class Checksums {

    private Checksums() {}

    static String ofFile(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException e) {
            throw new BadInput("cannot read " + file + ": " + e.getMessage(), "", "check the file");
        }
    }
}
