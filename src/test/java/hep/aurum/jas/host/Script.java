package hep.aurum.jas.host;

import java.util.Map;
import java.util.TreeMap;
import org.freehep.jas.services.ScriptEngine;

/** A console that has just been opened: keeps the variables that it is given, and runs nothing. */
public final class Script implements ScriptEngine {

    private final Map<String, Object> variables = new TreeMap<>();

    @Override
    public void registerVariable(String name, Object value) {
        variables.put(name, value);
    }

    @Override
    public void runScript(String text) {
        throw new UnsupportedOperationException("the test host runs no scripts");
    }

    @Override
    public boolean canAccept(String mimeType) {
        return false;
    }

    public Map<String, Object> variables() {
        return variables;
    }
}
