package hep.aurum.script.engine;

import hep.aurum.base.Bug;
import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptException;

/** Start Jython with the verbs in scope. */
final class PythonEngine {

    private static final String CACHE = "python.cachedir.skip";

    private PythonEngine() {}

    /**
     * Start it.
     *
     * @param program what {@code sys.argv[0]} says
     */
    static ScriptEngine start(String program, ScriptSetting setting) {
        if (System.getProperty(CACHE) == null) {
            // Jython would write what it learns of every jar beside its own one.
            System.setProperty(CACHE, "true");
        }
        ScriptEngine engine = Language.PYTHON.start();
        engine.getContext().setWriter(new ByteTextWriter(setting.out()));
        engine.getContext().setErrorWriter(new ByteTextWriter(setting.err()));
        List<String> argv = new ArrayList<>();
        argv.add(program);
        argv.addAll(setting.args());
        engine.put("aurum", setting.aurum());
        engine.put("_argv", argv);
        try {
            // Byte strings, as sys.argv has them.
            engine.eval("import sys\nsys.argv = [a.encode('utf-8') for a in _argv]\nargs = sys.argv[1:]\ndel sys");
            engine.eval("from hep.aurum.script import " + String.join(", ", ScriptNames.CLASSES));
        } catch (ScriptException e) {
            throw new Bug("Jython does not start: " + e.getMessage(), "", "");
        }
        return engine;
    }
}
