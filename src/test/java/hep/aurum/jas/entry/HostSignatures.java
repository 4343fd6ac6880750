package hep.aurum.jas.entry;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the signatures that the plugin is compiled against with the types of a real host, by name, since the two come
 * from different loaders. Every difference is one that would end a call with an error, or hide a failure.
 */
final class HostSignatures {

    /** Classes that the plugin extends: what it does not override must have a body there. */
    private static final Set<String> EXTENDED =
            Set.of("org.freehep.application.studio.Plugin", "org.freehep.record.source.AbstractRecordSource");

    /** Interfaces that the plugin implements: there must be no method that it does not know. */
    private static final Set<String> IMPLEMENTED = Set.of(
            "org.freehep.application.ApplicationListener",
            "org.freehep.application.Stoppable",
            "org.freehep.application.studio.StudioListener",
            "org.freehep.jas.services.FileHandler",
            "org.freehep.record.loop.RecordListener");

    private final ClassLoader real;
    private final List<String> differences = new ArrayList<>();

    private HostSignatures(ClassLoader real) {
        this.real = real;
    }

    /** Return what differs between our types and those that a loader has under the same names; empty if nothing does. */
    static List<String> differences(List<Class<?>> ours, ClassLoader real) {
        HostSignatures comparison = new HostSignatures(real);
        ours.forEach(comparison::compare);
        return comparison.differences;
    }

    private void compare(Class<?> ours) {
        try {
            Class<?> theirs = Class.forName(ours.getName(), false, real);
            compareKind(ours, theirs);
            compareSupertypes(ours, theirs);
            for (Field field : ours.getDeclaredFields()) {
                compareField(field, theirs);
            }
            for (Constructor<?> constructor : ours.getDeclaredConstructors()) {
                compareConstructor(constructor, theirs);
            }
            for (Method method : ours.getDeclaredMethods()) {
                compareMethod(method, theirs);
            }
            findUnknownAbstractMethods(ours, theirs);
        } catch (ClassNotFoundException e) {
            differ(ours, "is missing");
        } catch (LinkageError e) {
            differ(ours, "cannot be read: " + e);
        }
    }

    private void compareKind(Class<?> ours, Class<?> theirs) {
        if (ours.isInterface() != theirs.isInterface()) {
            differ(ours, theirs.isInterface() ? "is an interface" : "is a class");
        } else if (Modifier.isAbstract(ours.getModifiers()) != Modifier.isAbstract(theirs.getModifiers())) {
            differ(ours, Modifier.isAbstract(theirs.getModifiers()) ? "is abstract" : "is not abstract");
        }
        if (!Modifier.isPublic(theirs.getModifiers())) {
            differ(ours, "is not public");
        }
        if (Modifier.isFinal(theirs.getModifiers()) && !Modifier.isFinal(ours.getModifiers())) {
            differ(ours, "is final");
        }
    }

    private void compareSupertypes(Class<?> ours, Class<?> theirs) {
        Set<String> above = new HashSet<>();
        collectSupertypes(theirs, above);
        Stream<Class<?>> needed =
                Stream.concat(Stream.ofNullable(ours.getSuperclass()), Stream.of(ours.getInterfaces()));
        needed.map(Class::getName)
                .filter(name -> !name.equals("java.lang.Object") && !above.contains(name))
                .forEach(name -> differ(ours, "is no " + name));
    }

    private static void collectSupertypes(Class<?> type, Set<String> names) {
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .filter(above -> names.add(above.getName()))
                .forEach(above -> collectSupertypes(above, names));
    }

    private void compareField(Field field, Class<?> theirs) {
        if (isHidden(field)) {
            return;
        }
        Field same = Arrays.stream(theirs.getFields())
                .filter(other -> other.getName().equals(field.getName()))
                .findFirst()
                .orElse(null);
        if (same == null) {
            differ(field, "is missing");
        } else if (!same.getType().getName().equals(field.getType().getName())
                || Modifier.isStatic(same.getModifiers()) != Modifier.isStatic(field.getModifiers())) {
            differ(field, "is " + same);
        } else if (!Objects.equals(constant(field), constant(same))) {
            differ(field, "has the value " + constant(same));
        }
    }

    private static @Nullable Object constant(Field field) {
        try {
            return Modifier.isStatic(field.getModifiers()) ? field.get(null) : null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void compareConstructor(Constructor<?> constructor, Class<?> theirs) {
        if (isHidden(constructor)) {
            return;
        }
        Arrays.stream(theirs.getDeclaredConstructors())
                .filter(other -> parameters(other).equals(parameters(constructor)))
                .findFirst()
                .ifPresentOrElse(
                        other -> compareExecutable(constructor, other), () -> differ(constructor, "is missing"));
    }

    private void compareMethod(Method method, Class<?> theirs) {
        if (isHidden(method)) {
            return;
        }
        List<Method> named = methods(theirs)
                .filter(other -> other.getName().equals(method.getName())
                        && parameters(other).equals(parameters(method)))
                .toList();
        Method same = named.stream()
                .filter(other -> other.getReturnType()
                        .getName()
                        .equals(method.getReturnType().getName()))
                .findFirst()
                .orElse(null);
        if (same == null) {
            differ(
                    method,
                    named.isEmpty()
                            ? "is missing"
                            : "returns " + named.get(0).getReturnType().getName());
            return;
        }
        compareExecutable(method, same);
        if (Modifier.isStatic(method.getModifiers()) != Modifier.isStatic(same.getModifiers())) {
            differ(method, Modifier.isStatic(same.getModifiers()) ? "is static" : "is not static");
        }
        if (EXTENDED.contains(method.getDeclaringClass().getName())
                && Modifier.isFinal(same.getModifiers())
                && !Modifier.isFinal(method.getModifiers())) {
            differ(method, "is final");
        }
    }

    private void compareExecutable(Executable ours, Executable theirs) {
        if (visibility(theirs) < visibility(ours)) {
            differ(ours, "is less visible");
        }
        if (!checked(ours).equals(checked(theirs))) {
            differ(ours, "throws " + checked(theirs) + " and not " + checked(ours));
        }
    }

    /** Find what the real type leaves to its subclasses and we do not know. */
    private void findUnknownAbstractMethods(Class<?> ours, Class<?> theirs) {
        if (!EXTENDED.contains(ours.getName()) && !IMPLEMENTED.contains(ours.getName())) {
            return;
        }
        Set<String> known = methods(ours)
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(HostSignatures::signature)
                .collect(Collectors.toSet());
        Set<String> bodies = methods(theirs)
                .filter(method -> !Modifier.isAbstract(method.getModifiers()))
                .map(HostSignatures::signature)
                .collect(Collectors.toSet());
        methods(theirs)
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(HostSignatures::signature)
                .filter(signature -> !known.contains(signature) && !bodies.contains(signature))
                .distinct()
                .forEach(signature -> differ(ours, "asks for " + signature));
    }

    private static Stream<Method> methods(Class<?> type) {
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
        return Stream.concat(Stream.of(type.getDeclaredMethods()), above.flatMap(HostSignatures::methods));
    }

    private static boolean isHidden(Member member) {
        return visibility(member) < 1 || member.isSynthetic();
    }

    /** Return 2 for public, 1 for protected and 0 for what a plugin cannot reach. */
    private static int visibility(Member member) {
        if (Modifier.isPublic(member.getModifiers())) {
            return 2;
        }
        return Modifier.isProtected(member.getModifiers()) ? 1 : 0;
    }

    private static List<String> parameters(Executable executable) {
        return Stream.of(executable.getParameterTypes()).map(Class::getName).toList();
    }

    private static Set<String> checked(Executable executable) {
        return Stream.of(executable.getExceptionTypes())
                .filter(type -> !RuntimeException.class.isAssignableFrom(type))
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String signature(Method method) {
        return method.getName() + parameters(method);
    }

    private void differ(Class<?> type, String how) {
        differences.add(type.getName() + " " + how);
    }

    private void differ(Member member, String how) {
        String name = member instanceof Method method
                ? signature(method)
                : member instanceof Constructor<?> constructor
                        ? "constructor" + parameters(constructor)
                        : member.getName();
        differences.add(member.getDeclaringClass().getName() + ": " + name + " " + how);
    }
}
