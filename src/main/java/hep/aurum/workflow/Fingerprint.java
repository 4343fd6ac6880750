package hep.aurum.workflow;

import hep.aurum.base.Sha256;
import hep.aurum.base.Version;
import hep.aurum.nn.Backend;
import hep.aurum.workflow.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Identify a run by everything that its numbers depend on: study, seed, input files and program version. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Study study) {
        StringBuilder text = new StringBuilder()
                .append(Version.number())
                .append('\n')
                .append(study.seed())
                .append('\n')
                .append(JsonText.of(study.document()));
        // A backend other than the study file's changes the networks to rounding.
        if (!study.learning().backend().equals(Backend.fused().name())) {
            text.append('\n').append(study.learning().backend());
        }
        for (Path file : files(study)) {
            text.append('\n').append(Checksums.ofFile(file));
        }
        return Sha256.ofText(text.toString());
    }

    private static List<Path> files(Study study) {
        List<Path> files = new ArrayList<>();
        study.processes().forEach(p -> p.files().forEach(f -> files.add(f.path())));
        study.processes()
                .forEach(p -> p.variations().forEach(v -> {
                    v.up().forEach(f -> files.add(f.path()));
                    v.down().forEach(f -> files.add(f.path()));
                }));
        study.data().files().forEach(f -> files.add(f.path()));
        study.joint().combined().forEach(c -> files.add(c.file()));
        return files;
    }
}
