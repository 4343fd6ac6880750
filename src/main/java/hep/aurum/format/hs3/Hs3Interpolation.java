package hep.aurum.format.hs3;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Make sure that variations are interpolated as ours are by default: by HistFactory's code 4 for factors and code 4p for
 * histograms.
 *
 * <p>Documents say so by nothing; by ROOT's code 4; by {@code {"type": "mult", "in": "poly6", "out": "exp"}} or
 * {@code "add", "poly6", "poly1"}; by the standard's {@code "poly6"} for histograms; by pyhs3's names of the codes.
 */
enum Hs3Interpolation {
    FACTOR("mult", "exp", "code4"),
    HISTOGRAM("add", "poly1", "code4p");

    private static final int ROOT_CODE = 4;
    private static final String INSIDE = "poly6";

    private final String type;
    private final String outside;
    private final String code;

    Hs3Interpolation(String type, String outside, String code) {
        this.type = type;
        this.outside = outside;
        this.code = code;
    }

    void require(Hs3Node channel, Hs3Node modifier) {
        Optional<Hs3Node> said = modifier.find("interpolation")
                .or(() -> modifier.get("data").find("interpolation"))
                .or(() -> channel.find("default_interpolation"));
        if (said.isPresent() && !isOurs(said.get())) {
            throw Hs3Reader.notSupported("the interpolation " + said.get().node(), modifier);
        }
    }

    private boolean isOurs(Hs3Node node) {
        JsonNode value = node.node();
        if (value.isObject()) {
            return node.findText("type").equals(Optional.of(type))
                    && node.findText("in").equals(Optional.of(INSIDE))
                    && node.findText("out").equals(Optional.of(outside));
        }
        if (value.isString()) {
            return value.stringValue().equals(code)
                    || (this == HISTOGRAM && value.stringValue().equals(INSIDE));
        }
        return value.isInt() && value.intValue() == ROOT_CODE;
    }
}
