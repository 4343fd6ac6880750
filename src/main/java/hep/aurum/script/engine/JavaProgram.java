package hep.aurum.script.engine;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compile a file of Java in memory and run its {@code main}; no class file is written. */
final class JavaProgram {

    private JavaProgram() {}

    static int run(Path path, String text, ScriptSetting setting) {
        MemoryClasses classes = new MemoryClasses(JavaProgram.class.getClassLoader(), compile(path, text));
        Method main = main(path, classes);
        try {
            main.invoke(null, (Object) setting.args().toArray(String[]::new));
            return 0;
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause() == null ? e : e.getCause();
            if (thrown instanceof VirtualMachineError error) {
                throw error;
            }
            throw ScriptFailure.of(thrown, path + line(thrown, path));
        } catch (IllegalAccessException e) {
            throw new BadInput(
                    "the main method of " + path + " cannot be called: " + e.getMessage(), "", "make its class public");
        }
    }

    private static Map<String, byte[]> compile(Path path, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new NotSupported(
                    "this Java has no compiler, so that it cannot run " + path,
                    System.getProperty("java.home", ""),
                    "use a JDK in place of a JRE, or write the script in Python or Groovy");
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        MemoryFiles files =
                new MemoryFiles(compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8));
        List<String> options = List.of("-proc:none", "-nowarn", "-g", "-classpath", ClassPath.text());
        StringWriter rest = new StringWriter();
        boolean compiled = compiler.getTask(
                        rest, files, problems, options, null, List.of(new MemoryFiles.Source(path, text)))
                .call();
        if (!compiled) {
            throw refuse(path, problems.getDiagnostics(), rest.toString());
        }
        return files.classes();
    }

    private static BadInput refuse(Path path, List<Diagnostic<? extends JavaFileObject>> problems, String rest) {
        List<Diagnostic<? extends JavaFileObject>> errors = problems.stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .sorted(Comparator.comparingLong(Diagnostic::getLineNumber))
                .toList();
        if (errors.isEmpty()) {
            return new BadInput(path + " does not compile: " + rest.strip(), "", "");
        }
        Diagnostic<? extends JavaFileObject> first = errors.get(0);
        String others = errors.size() == 1 ? "" : "; there are " + errors.size() + " errors";
        return new BadInput(
                first.getMessage(Locale.ROOT).strip().replaceAll("\\s*\\R\\s*", "; "),
                path + " line " + first.getLineNumber() + others,
                "");
    }

    private static Method main(Path path, MemoryClasses classes) {
        return classes.names().stream()
                .sorted(Comparator.comparing((String name) -> !path.endsWith(name + ".java"))
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(name -> classes.main(name).stream())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        path + " has no main method", "", "write public static void main(String[] args) { ... }"));
    }

    private static String line(Throwable thrown, Path path) {
        String file = String.valueOf(path.getFileName());
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (file.equals(frame.getFileName())) {
                return " line " + frame.getLineNumber();
            }
        }
        return "";
    }
}
