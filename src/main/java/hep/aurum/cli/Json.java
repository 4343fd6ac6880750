package hep.aurum.cli;

import hep.aurum.workflow.JsonText;

/** Print one JSON object on standard output. */
final class Json {

    private Json() {}

    static void print(Object value) {
        System.out.println(JsonText.of(value));
    }
}
