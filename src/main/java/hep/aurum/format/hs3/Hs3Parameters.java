package hep.aurum.format.hs3;

import hep.aurum.base.NotSupported;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Know which parameter of the document is which of ours. */
final class Hs3Parameters {

    /**
     * Place a parameter of ours in the document.
     *
     * @param set the name of the modifier
     * @param document the parameter's name in the document
     */
    record Place(String set, String document) {}

    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Our names by the document's, to see a factor that would be two of ours. */
    private final Map<String, String> ours = new HashMap<>();

    void put(String parameter, Place place, Hs3Node modifier) {
        places.putIfAbsent(parameter, place);
        String known = ours.putIfAbsent(place.document(), parameter);
        if (known != null && !known.equals(parameter)) {
            throw new NotSupported(
                    "the parameter \"" + place.document() + "\" is shared between different kinds of modifiers, \""
                            + known + "\" and \"" + parameter + "\"",
                    modifier.where(),
                    "give them parameters of their own");
        }
    }

    /** Refuse functions in place of parameters: a free parameter would be another model. */
    void requireNone(Hs3Node root, String list) {
        for (String name : root.names(list)) {
            if (ours.containsKey(name)) {
                throw Hs3Reader.notSupported("the function \"" + name + "\" in place of a parameter", root);
            }
        }
    }

    Place place(String parameter) {
        Place place = places.get(parameter);
        if (place == null) {
            throw new IllegalStateException("parameter " + parameter + " has no place in the document");
        }
        return place;
    }
}
