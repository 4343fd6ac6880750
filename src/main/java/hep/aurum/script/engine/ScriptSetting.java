package hep.aurum.script.engine;

import hep.aurum.script.Session;
import java.io.PrintWriter;
import java.util.List;

/**
 * Say what a script finds around it.
 *
 * @param aurum the verbs
 * @param args its arguments
 * @param out where it prints
 * @param err where it complains
 */
public record ScriptSetting(Session aurum, List<String> args, PrintWriter out, PrintWriter err) {

    /** Copy the arguments. */
    public ScriptSetting {
        args = List.copyOf(args);
    }
}
