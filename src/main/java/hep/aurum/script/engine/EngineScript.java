package hep.aurum.script.engine;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.script.ScriptEngine;
import javax.script.ScriptException;

/** Run a script of Groovy or BeanShell. */
final class EngineScript {

    private static final Pattern LINE = Pattern.compile("line:? ?(?:number )?(\\d+)|: (\\d+): ");

    private EngineScript() {}

    static int run(Language language, Path path, String text, ScriptSetting setting) {
        ScriptEngine engine = start(language, setting);
        engine.put(ScriptEngine.FILENAME, path.toString());
        try {
            engine.eval(imports(language) + withoutInterpreter(text));
            return 0;
        } catch (ScriptException e) {
            throw ScriptFailure.of(e, path + place(e, path));
        }
    }

    static ScriptEngine start(Language language, ScriptSetting setting) {
        ScriptEngine engine = language.start();
        engine.getContext().setWriter(setting.out());
        engine.getContext().setErrorWriter(setting.err());
        engine.put("aurum", setting.aurum());
        engine.put("args", setting.args().toArray(String[]::new));
        return engine;
    }

    /** On the first line, so that no line number moves. */
    static String imports(Language language) {
        return language == Language.GROOVY || language == Language.BSH ? "import " + ScriptNames.PACKAGE + ".*; " : "";
    }

    private static String withoutInterpreter(String text) {
        return text.startsWith("#!") ? "//" + text : text;
    }

    /** The engine's own number, or a frame of the script, or what the message says. */
    private static String place(ScriptException e, Path path) {
        if (e.getLineNumber() > 0) {
            return " line " + e.getLineNumber();
        }
        Throwable next = e;
        for (int depth = 0; next != null && depth < 100; depth++) {
            for (StackTraceElement frame : next.getStackTrace()) {
                if (frame.getFileName() != null && path.toString().endsWith(frame.getFileName())) {
                    return " line " + frame.getLineNumber();
                }
            }
            next = next.getCause();
        }
        Matcher matcher = LINE.matcher(String.valueOf(e.getMessage()));
        return matcher.find() ? " line " + (matcher.group(1) != null ? matcher.group(1) : matcher.group(2)) : "";
    }
}
