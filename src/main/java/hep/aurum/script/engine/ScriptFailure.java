package hep.aurum.script.engine;

import hep.aurum.base.BadInput;
import hep.aurum.base.BadModel;
import hep.aurum.base.Bug;
import hep.aurum.base.Failure;
import hep.aurum.base.NotConverged;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.base.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phrase what went wrong in a script, with the place in the script. */
final class ScriptFailure {

    /** The message of Groovy's compiler: file, line, what, position. */
    private static final Pattern GROOVY = Pattern.compile(": \\d+: (.*?) ?@ line \\d+", Pattern.DOTALL);

    /** The message of BeanShell: the script, what, line. */
    private static final Pattern BEANSHELL = Pattern.compile("''(?: :|) ?(.*?) : at Line:", Pattern.DOTALL);

    private ScriptFailure() {}

    /** Return the failure of Aurum that an exception carries, or else itself as one sentence. */
    static Failure of(Throwable thrown, String place) {
        Failure failure = find(thrown);
        if (failure != null) {
            return placed(failure, place);
        }
        return new BadInput(sentence(innermost(thrown)), place, "");
    }

    /** Every engine wraps what a method has thrown. */
    private static @Nullable Failure find(Throwable thrown) {
        Throwable next = thrown;
        for (int depth = 0; next != null && depth < 100; depth++) {
            if (next instanceof Failure failure) {
                return failure;
            }
            next = next.getCause();
        }
        return null;
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable last = thrown;
        for (int depth = 0; last.getCause() != null && depth < 100; depth++) {
            last = last.getCause();
        }
        return last;
    }

    private static String sentence(Throwable thrown) {
        String message = thrown.getMessage() == null ? null : firstLine(thrown.getMessage());
        String name = thrown.getClass().getSimpleName();
        if (message == null || message.isBlank()) {
            return name;
        }
        if (name.equals("ScriptException") || name.equals("MultipleCompilationErrorsException")) {
            return message;
        }
        // An argument that is not allowed is explained well enough by its sentence.
        return thrown instanceof IllegalArgumentException ? message : name + ": " + message;
    }

    /** What engines add, the text of the script and the frames of its parser, says nothing more. */
    private static String firstLine(String message) {
        String text = message.strip();
        Matcher groovy = GROOVY.matcher(text);
        if (groovy.find()) {
            return groovy.group(1).strip();
        }
        Matcher beanShell = BEANSHELL.matcher(text);
        if (beanShell.find()) {
            return beanShell.group(1).strip();
        }
        return text.lines().findFirst().orElse("").strip();
    }

    private static Failure placed(Failure failure, String place) {
        String what = failure.what();
        String where = failure.where().isEmpty() ? place : failure.where() + "; " + place;
        String fix = failure.fix();
        return switch (failure.exitCode()) {
            case 1 -> new Refused(what, where, fix);
            case 4 -> new BadModel(what, where, fix);
            case 5 -> new NotConverged(what, where, fix);
            case 6 -> new NotSupported(what, where, fix);
            case 70 -> new Bug(what, where, fix);
            default -> failure instanceof NotFound ? new NotFound(what, where, fix) : new BadInput(what, where, fix);
        };
    }
}
