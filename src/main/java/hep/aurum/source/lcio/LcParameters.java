package hep.aurum.source.lcio;

import hep.aurum.source.text.NumberText;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hold the named parameters of a run or of an event.
 *
 * @param texts values by name, several of them apart by a blank; the weight is not among them
 * @param weight the parameter {@code _weight}, 1 if there is none
 */
record LcParameters(Map<String, String> texts, double weight) {

    /** What stands for no parameters. */
    static final LcParameters NONE = new LcParameters(Map.of(), 1);

    private static final String WEIGHT = "_weight";
    private static final int MOST = 1 << 24;
    private static final int LAST_WITHOUT = SioBlock.version(1, 1);
    private static final int LAST_WITHOUT_DOUBLES = SioBlock.version(2, 16);

    /** Read one value as text. */
    private interface Value {
        String read(XdrReader xdr) throws IOException;
    }

    /** Copy the map. */
    LcParameters {
        texts = Map.copyOf(texts);
    }

    /** Read the parameters, none where the version has none. */
    static LcParameters read(XdrReader xdr, int version) throws IOException {
        if (version <= LAST_WITHOUT) {
            return NONE;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        readAll(xdr, texts, in -> Integer.toString(in.i32()));
        readAll(xdr, texts, in -> Float.toString(in.f32()));
        if (version > LAST_WITHOUT_DOUBLES) {
            readAll(xdr, texts, in -> NumberText.of(in.f64()));
        }
        String weight = texts.remove(WEIGHT);
        readAll(xdr, texts, LcParameters::string);
        return new LcParameters(texts, weight == null ? 1 : first(weight));
    }

    private static String string(XdrReader xdr) throws IOException {
        return xdr.string("value of a parameter", MOST);
    }

    private static void readAll(XdrReader xdr, Map<String, String> texts, Value value) throws IOException {
        int keys = xdr.count("parameters", MOST);
        for (int i = 0; i < keys; i++) {
            String key = xdr.string("name of a parameter", MOST);
            int count = xdr.count("values of a parameter", MOST);
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < count; k++) {
                text.append(k == 0 ? "" : " ").append(value.read(xdr));
            }
            texts.put(key, text.toString());
        }
    }

    private static double first(String numbers) {
        int blank = numbers.indexOf(' ');
        String number = blank < 0 ? numbers : numbers.substring(0, blank);
        return number.isEmpty() ? 1 : Double.parseDouble(number);
    }

    /** Pass over parameters. */
    static void skip(XdrReader xdr, int version) throws IOException {
        if (version <= LAST_WITHOUT) {
            return;
        }
        skipAll(xdr, Integer.BYTES);
        skipAll(xdr, Float.BYTES);
        if (version > LAST_WITHOUT_DOUBLES) {
            skipAll(xdr, Double.BYTES);
        }
        int keys = xdr.count("parameters", MOST);
        for (int i = 0; i < keys; i++) {
            skipString(xdr);
            int count = xdr.count("values of a parameter", MOST);
            for (int k = 0; k < count; k++) {
                skipString(xdr);
            }
        }
    }

    private static void skipAll(XdrReader xdr, int size) throws IOException {
        int keys = xdr.count("parameters", MOST);
        for (int i = 0; i < keys; i++) {
            skipString(xdr);
            xdr.skip((long) size * xdr.count("values of a parameter", MOST));
        }
    }

    private static void skipString(XdrReader xdr) throws IOException {
        xdr.skip((xdr.count("characters", MOST) + 3L) & ~3L);
    }
}
