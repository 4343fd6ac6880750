package hep.aurum.script.engine;

import hep.aurum.base.BadInput;
import hep.aurum.base.Bug;
import java.util.HashMap;
import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptException;

/** Run statements of Python; whether one is complete, Python itself says. */
final class PythonInterpreter implements Prompt.Interpreter {

    private static final String PLACE = "the prompt";

    private static final String DRIVER = """
            import sys as _sys, code as _code
            from java.lang import Throwable as _Throwable
            class _Interpreter(_code.InteractiveInterpreter):
                def showsyntaxerror(self, filename=None):
                    _outcome['error'] = 'SyntaxError: ' + str(getattr(_sys.exc_info()[1], 'msg', ''))
                def showtraceback(self):
                    kind, value, tb = _sys.exc_info()
                    if isinstance(value, _Throwable):
                        _outcome['thrown'] = value
                    else:
                        _outcome['error'] = getattr(kind, '__name__', str(kind)) + ': ' + str(value)
                def runcode(self, code):
                    try:
                        exec code in self.locals
                    except:
                        self.showtraceback()
            _interpreter = _Interpreter(globals())
            """;

    private final ScriptEngine engine;
    private final Map<String, Object> outcome = new HashMap<>();

    private PythonInterpreter(ScriptEngine engine) {
        this.engine = engine;
    }

    static PythonInterpreter start(ScriptSetting setting) {
        PythonInterpreter interpreter = new PythonInterpreter(PythonEngine.start("", setting));
        interpreter.engine.put("_outcome", interpreter.outcome);
        interpreter.eval(DRIVER);
        return interpreter;
    }

    private Object eval(String text) {
        try {
            return engine.eval(text);
        } catch (ScriptException e) {
            throw new Bug("Jython does not run: " + e.getMessage(), "", "");
        }
    }

    @Override
    public boolean run(String text, boolean isEnd) {
        outcome.clear();
        engine.put("_text", isEnd ? text + "\n" : text);
        // A byte string: names and literals are what a file would have.
        Object more = eval("_interpreter.runsource(_text, '<prompt>')");
        if (outcome.get("thrown") instanceof Throwable thrown) {
            throw ScriptFailure.of(thrown, PLACE);
        }
        if (outcome.get("error") != null) {
            throw new BadInput(String.valueOf(outcome.get("error")), PLACE, "");
        }
        return !Boolean.TRUE.equals(more) && !Integer.valueOf(1).equals(more);
    }
}
