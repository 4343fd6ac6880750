package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Hold the patches that add each signal of a scan to one background workspace, as published on HEPData.
 *
 * <p>Each patch has a name and one value for every label, such as the masses of the signal. The digests are those of the
 * background workspace; another one is refused.
 *
 * @param description what the patches are
 * @param references where they are published, such as {@code hepdata} to {@code ins1748602}
 * @param digests of the background workspace by algorithm, at least one
 * @param labels what the values of the patches are
 * @param patches at least one
 * @see <a href="https://scikit-hep.org/pyhf/schemas/1.0.0/patchset.json">the schema</a>
 */
public record PatchSet(
        String description,
        Map<String, String> references,
        Map<String, String> digests,
        List<String> labels,
        List<Patch> patches) {

    /**
     * Hold one signal.
     *
     * @param name of the patch
     * @param values one for every label: texts, and numbers in their plain form, such as {@code 1300} or {@code 0.5}
     * @param patch what turns the background workspace into one with this signal
     */
    public record Patch(String name, List<String> values, JsonPatch patch) {

        /** Copy the list. */
        public Patch {
            values = List.copyOf(values);
        }
    }

    /** Copy the collections. */
    public PatchSet {
        references = Map.copyOf(references);
        digests = Map.copyOf(digests);
        labels = List.copyOf(labels);
        patches = List.copyOf(patches);
    }

    /**
     * Read a patch set from a file, compressed with gzip or not.
     *
     * @throws BadInput if it is none
     */
    public static PatchSet read(Path path) {
        return of(PyhfDocument.read(path));
    }

    /**
     * Read a patch set from a document.
     *
     * @throws BadInput if it is none
     */
    public static PatchSet of(PyhfDocument document) {
        return new PatchSetReader(document.origin()).read(document.root());
    }

    /**
     * Return the patch of a name.
     *
     * @throws NotFound if there is none
     */
    public Patch patch(String name) {
        return patches.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "no patch is named \"" + name + "\"",
                        "",
                        Names.suggest(name, patches.stream().map(Patch::name).toList())));
    }

    /**
     * Return the patch of a point of the scan.
     *
     * @param values one for every label; numbers compare by value, so that {@code 800} finds {@code 800.0}
     * @throws NotFound if there is none
     */
    public Patch patch(List<String> values) {
        List<String> wanted = values.stream().map(PatchSet::plain).toList();
        return patches.stream()
                .filter(p -> p.values().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "no patch has the values " + String.join(", ", wanted),
                        "",
                        "give " + String.join(", ", labels) + "; "
                                + Names.suggest(
                                        String.join(",", wanted),
                                        patches.stream()
                                                .map(p -> String.join(",", p.values()))
                                                .toList())));
    }

    /** Return a number in its plain form, and any other text as it is. */
    static String plain(String value) {
        try {
            BigDecimal number = new BigDecimal(value.strip());
            // A number with an exponent of millions would fill the memory with zeros.
            return Math.abs(number.scale()) > 400
                    ? value.strip()
                    : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return value.strip();
        }
    }

    /**
     * Check that a document is the background workspace of this set.
     *
     * @throws BadInput if a digest differs
     */
    public void verify(PyhfDocument background) {
        digests.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(digest -> {
            String found = background.digest(digest.getKey());
            if (!found.equals(digest.getValue().toLowerCase(Locale.ROOT))) {
                throw new BadInput(
                        "the patches were made for another workspace than " + background.origin(),
                        digest.getKey() + " is " + found + ", the patch set expects " + digest.getValue(),
                        "fetch the background workspace that was published with the patch set");
            }
        });
    }

    /**
     * Return the background workspace with one of the patches applied.
     *
     * @throws BadInput if the document is another one, or the patch does not fit
     * @throws NotFound if there is no such patch
     */
    public PyhfDocument apply(PyhfDocument background, String name) {
        verify(background);
        return background.patched(patch(name).patch());
    }
}
