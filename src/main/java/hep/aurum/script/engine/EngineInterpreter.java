package hep.aurum.script.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptException;

/** Run statements of Groovy or BeanShell; one is complete when its brackets are closed. */
final class EngineInterpreter implements Prompt.Interpreter {

    private final Language language;
    private final ScriptEngine engine;
    private final ScriptSetting setting;

    private EngineInterpreter(Language language, ScriptEngine engine, ScriptSetting setting) {
        this.language = language;
        this.engine = engine;
        this.setting = setting;
    }

    static EngineInterpreter start(Language language, ScriptSetting setting) {
        return new EngineInterpreter(language, EngineScript.start(language, setting), setting);
    }

    @Override
    public boolean run(String text, boolean isEnd) {
        if (!isEnd && openBrackets(text) > 0) {
            return false;
        }
        try {
            Object value = engine.eval(EngineScript.imports(language) + text);
            if (value != null) {
                setting.out().println(value);
                setting.out().flush();
            }
            return true;
        } catch (ScriptException e) {
            throw ScriptFailure.of(e, "the prompt");
        }
    }

    /** Count the brackets that are open at the end, leaving out those in texts and comments of one line. */
    static int openBrackets(String text) {
        int open = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote || c == '\n') {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '/' && i + 1 < text.length() && text.charAt(i + 1) == '/') {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if ("([{".indexOf(c) >= 0) {
                open++;
            } else if (")]}".indexOf(c) >= 0) {
                open--;
            }
        }
        return open;
    }
}
