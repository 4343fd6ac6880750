package hep.aurum.script.engine;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Read lines, run them, print what they are worth: for Python, Groovy and BeanShell. */
public final class Prompt {

    private static final Set<String> LEAVE = Set.of("exit", "exit()", "exit();", "quit", "quit()", "quit();");
    private static final int LONGEST = 1 << 20;

    private final Language language;
    private final ScriptSetting setting;

    private Prompt(Language language, ScriptSetting setting) {
        this.language = language;
        this.setting = setting;
    }

    /** Return the prompt of a language other than Java. */
    public static Prompt of(Language language, ScriptSetting setting) {
        return new Prompt(language, setting);
    }

    /**
     * Read to the end of the input, or to {@code exit()}.
     *
     * @param terminal whether a person types: then a prompt is printed, and a failure is told and forgotten
     * @throws Failure the first one, where no person types
     * @throws hep.aurum.base.NotSupported if the language is not installed
     */
    public void run(BufferedReader in, boolean terminal) {
        Interpreter interpreter = language == Language.PYTHON
                ? PythonInterpreter.start(setting)
                : EngineInterpreter.start(language, setting);
        StringBuilder pending = new StringBuilder();
        for (String line = read(in, terminal, ">>> "); line != null; line = next(in, terminal, pending)) {
            if (pending.isEmpty() && LEAVE.contains(line.strip())) {
                break;
            }
            pending.append(pending.isEmpty() ? "" : "\n").append(line);
            if (pending.length() > LONGEST) {
                throw new BadInput("more than " + LONGEST + " characters without an end", "", "is a bracket open?");
            }
            run(interpreter, pending, false, terminal);
        }
        if (!pending.isEmpty()) {
            run(interpreter, pending, true, terminal);
        }
        setting.out().flush();
    }

    private @Nullable String next(BufferedReader in, boolean terminal, StringBuilder pending) {
        return read(in, terminal, pending.isEmpty() ? ">>> " : "... ");
    }

    private void run(Interpreter interpreter, StringBuilder pending, boolean isEnd, boolean terminal) {
        try {
            if (interpreter.run(pending.toString(), isEnd)) {
                pending.setLength(0);
            }
        } catch (Failure e) {
            if (!terminal) {
                throw e;
            }
            pending.setLength(0);
            setting.err().println("aurum: " + e.getMessage());
            setting.err().flush();
        }
    }

    private @Nullable String read(BufferedReader in, boolean terminal, String prompt) {
        setting.out().print(terminal ? prompt : "");
        setting.out().flush();
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new BadInput("cannot read the input: " + e.getMessage(), "", "");
        }
    }

    /** Run statements of one language that remember one another. */
    interface Interpreter {

        /**
         * Run a statement.
         *
         * @param isEnd whether nothing follows
         * @return false if the text is the beginning of a longer one
         * @throws Failure if it goes wrong
         */
        boolean run(String text, boolean isEnd);
    }
}
