package hep.aurum.source.catalogue;

import hep.aurum.base.Progress;
import hep.aurum.source.SharedData;
import hep.aurum.source.catalogue.Contents.Depth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Look into each shared file once, however many tests ask. */
final class SharedContents {

    private static final Map<String, Contents> READ = new ConcurrentHashMap<>();

    private SharedContents() {}

    static Contents of(String file) {
        return READ.computeIfAbsent(file, f -> Contents.of(SharedData.file(f), Depth.WHOLE, Progress.NONE));
    }
}
