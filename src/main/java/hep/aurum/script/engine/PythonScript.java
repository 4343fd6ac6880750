package hep.aurum.script.engine;

import hep.aurum.base.BadInput;
import hep.aurum.base.Bug;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/**
 * Run a script of Python by Jython.
 *
 * <p>Jython reads the file itself, so that its encoding line counts and its tracebacks name it.
 */
final class PythonScript {

    /** Leaves the outcome in a map: Jython's own exceptions do not say in which line of a file that another one runs. */
    private static final String DRIVER = """
            import sys as _sys
            def _aurum_run(path, names, outcome):
                try:
                    execfile(path, names)
                except SystemExit, e:
                    outcome['exit'] = e.code
                except SyntaxError, e:
                    outcome['line'] = e.lineno
                    outcome['error'] = 'SyntaxError: ' + str(e.msg)
                except:
                    kind, value, tb = _sys.exc_info()
                    while tb is not None:
                        if tb.tb_frame.f_code.co_filename == path:
                            outcome['line'] = tb.tb_lineno
                        tb = tb.tb_next
                    if isinstance(value, Throwable):
                        outcome['thrown'] = value
                    else:
                        outcome['error'] = getattr(kind, '__name__', str(kind)) + ': ' + str(value)
            from java.lang import Throwable
            _names = {'__name__': '__main__', '__file__': _path, '__builtins__': __builtins__}
            for _name in list(globals().keys()):
                if not _name.startswith('_') and _name != 'Throwable':
                    _names[_name] = globals()[_name]
            _aurum_run(_path, _names, _outcome)
            """;

    private PythonScript() {}

    static int run(Path path, ScriptSetting setting) {
        ScriptEngine engine = PythonEngine.start(path.toString(), setting);
        Map<String, Object> outcome = new HashMap<>();
        engine.put("_path", path.toString());
        engine.put("_outcome", outcome);
        try {
            engine.eval(DRIVER);
        } catch (ScriptException e) {
            throw new Bug("Jython does not run: " + e.getMessage(), path.toString(), "");
        }
        boolean hasLine = outcome.get("line") instanceof Number number && number.intValue() > 0;
        String place = hasLine ? path + " line " + outcome.get("line") : path.toString();
        if (outcome.get("thrown") instanceof Throwable thrown) {
            if (thrown instanceof VirtualMachineError error) {
                throw error;
            }
            throw ScriptFailure.of(thrown, place);
        }
        if (outcome.get("error") != null) {
            throw new BadInput(String.valueOf(outcome.get("error")), place, "");
        }
        return exitCode(outcome.get("exit"), setting);
    }

    /** As Python does: a text is printed and counts as a failure. */
    private static int exitCode(@Nullable Object code, ScriptSetting setting) {
        if (code == null) {
            return 0;
        }
        if (code instanceof Number number) {
            return number.intValue();
        }
        setting.err().println(code);
        return 1;
    }
}
