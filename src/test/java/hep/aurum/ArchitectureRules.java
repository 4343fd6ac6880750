package hep.aurum;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/**
 * State the rules of the house for any root package, so that {@link ArchitectureRulesTest} can plant violations and see
 * each of them caught.
 */
final class ArchitectureRules {

    /** A library or a part of the JDK that belongs to some rooms only; {@code reason} completes the message. */
    private record Library(String prefix, String rooms, String reason) {}

    /** A call that no room makes, {@code except} some; {@code parameters} null means every overload. */
    private record Banned(String owner, String method, String parameters, String except, String reason) {}

    private static final String NOWHERE = "";

    private static final List<Library> LIBRARIES = List.of(
            new Library("tools.jackson", "format workflow store", "documents are read and written in one place"),
            // The shortest text of a double, which the JDK has from 19 on only; no document.
            new Library("tools.jackson.core.io.schubfach", "source", "numbers are written as text in one place"),
            new Library("org.snakeyaml", "format workflow store", "documents are read and written in one place"),
            new Library("com.networknt", "format workflow store", "schemas belong to documents"),
            new Library("org.tukaani", "source", "compression is undone where files are read"),
            new Library("io.airlift", "source", "compression is undone where files are read"),
            new Library("org.apache.commons.compress", "source", "compression is undone where files are read"),
            new Library("ch.randelshofer", "source", "numbers are read from text in one place"),
            new Library("io.jhdf", "source", "files of events are read and written in one room"),
            new Library("java.sql", "source", "Parquet is read through a database, and nothing else is"),
            new Library("org.duckdb", "source", "files of events are read and written in one room"),
            new Library("java.awt", "plot jas", "nothing else may need fonts or a screen"),
            new Library("javax.swing", "plot jas", "nothing else may need fonts or a screen"),
            new Library("javax.imageio", "plot jas", "nothing else may need fonts or a screen"),
            new Library("org.jfree", "plot", "charts are drawn in one place"),
            // VectorGraphics writes PDF and SVG from a plain Graphics2D; it is a library, not part of the host.
            new Library("org.freehep.graphicsio", "plot jas", "vector figures are written by plot"),
            new Library("org.freehep.graphics2d", "plot jas", "vector figures are written by plot"),
            new Library("org.freehep.graphicsbase", "plot jas", "vector figures are written by plot"),
            new Library("org.freehep.util", "plot jas", "vector figures are written by plot"),
            new Library("org.freehep", "jas", "the host framework is optional"),
            new Library("hep.aida", "jas", "the host framework is optional"),
            new Library("org.nd4j", "nn event sample estimator", "arrays of the host stay at the surface"),
            new Library("org.apache.spark", "engine", "a cluster is one engine among others"),
            new Library("jdk.incubator.vector", "nn", "everything else must run without the module"),
            new Library("picocli", "cli", "other doors have other manners"),
            new Library("javax.script", "script", "scripts are run in one room"),
            new Library("javax.tools", "script", "nothing else may need a compiler"),
            new Library("jdk.jshell", "cli", "a prompt belongs to a terminal"),
            new Library("org.apache.commons.rng.simple", "math", "RandomStreams keeps results free of thread counts"),
            new Library("java.util.logging", NOWHERE, "a warning is a value in the result"),
            new Library("org.slf4j", NOWHERE, "a warning is a value in the result"));

    private static final String ONE_LOCALE = "say Locale.ROOT: a decimal comma breaks every document";
    private static final String ONE_CHARSET = "say the charset: the default one differs from machine to machine";
    private static final String SEEDED = "random numbers come from RandomStreams, by seed, purpose and index";
    private static final String SAME_BITS = "StrictMath gives the same bits on every JDK and processor";

    private static final List<Banned> BANNED = List.of(
            new Banned("java.lang.Math", "random", null, NOWHERE, SEEDED),
            new Banned("java.util.UUID", "randomUUID", null, NOWHERE, SEEDED),
            new Banned("java.util.Collections", "shuffle", "java.util.List", NOWHERE, SEEDED),
            new Banned("java.lang.System", "currentTimeMillis", null, "base", "the clock is read in base only"),
            new Banned("java.lang.System", "exit", null, "cli", "only the command line ends the process"),
            new Banned("java.lang.Thread", "sleep", null, NOWHERE, "wait for an event, not for a time"),
            new Banned("java.lang.Throwable", "printStackTrace", null, "cli", "a failure is a sentence"),
            new Banned("java.lang.String", "format", "java.lang.String, [Ljava.lang.Object;", NOWHERE, ONE_LOCALE),
            new Banned("java.lang.String", "formatted", null, NOWHERE, ONE_LOCALE),
            new Banned("java.lang.String", "toLowerCase", "", NOWHERE, ONE_LOCALE),
            new Banned("java.lang.String", "toUpperCase", "", NOWHERE, ONE_LOCALE),
            new Banned("java.io.PrintStream", "printf", "java.lang.String, [Ljava.lang.Object;", NOWHERE, ONE_LOCALE),
            new Banned("java.io.PrintWriter", "printf", "java.lang.String, [Ljava.lang.Object;", NOWHERE, ONE_LOCALE),
            new Banned("java.util.Formatter", "<init>", "", NOWHERE, ONE_LOCALE),
            new Banned("java.lang.String", "getBytes", "", NOWHERE, ONE_CHARSET),
            new Banned("java.lang.String", "<init>", "[B", NOWHERE, ONE_CHARSET),
            new Banned("java.io.FileReader", "<init>", null, NOWHERE, ONE_CHARSET),
            new Banned("java.io.FileWriter", "<init>", null, NOWHERE, ONE_CHARSET),
            new Banned("java.io.InputStreamReader", "<init>", "java.io.InputStream", NOWHERE, ONE_CHARSET),
            new Banned("java.io.OutputStreamWriter", "<init>", "java.io.OutputStream", NOWHERE, ONE_CHARSET));

    /** Classes whose mere use is wrong. */
    private static final List<Library> FORBIDDEN_TYPES = List.of(
            new Library("java.util.Random", NOWHERE, SEEDED),
            new Library("java.util.SplittableRandom", NOWHERE, SEEDED),
            new Library("java.util.concurrent.ThreadLocalRandom", NOWHERE, SEEDED),
            new Library("java.security.SecureRandom", NOWHERE, SEEDED),
            new Library("java.util.Date", NOWHERE, "java.time says what is meant"),
            new Library("java.util.Calendar", NOWHERE, "java.time says what is meant"),
            new Library("java.io.ObjectInputStream", NOWHERE, "a file must never choose the classes it creates"),
            new Library("java.io.ObjectOutputStream", NOWHERE, "documents have formats that outlive a class"));

    /** Functions that {@link Math} may round differently from one JDK or processor to the next. */
    private static final Set<String> INEXACT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private static final Set<String> NAMES_THAT_SAY_NOTHING =
            Set.of("util", "utils", "common", "helper", "impl", "manager");

    private final String root;
    private final List<Room> rooms;

    ArchitectureRules(String root, List<Room> rooms) {
        this.root = root;
        this.rooms = rooms;
    }

    List<ArchRule> all() {
        List<ArchRule> rules = new ArrayList<>();
        rules.add(everyPackageIsInTheTable());
        rules.add(everyPackageIsNullMarked());
        rules.add(noPackageNameSaysNothing());
        rooms.forEach(room -> rules.add(uses(room)));
        rules.add(noCycles());
        LIBRARIES.forEach(library -> rules.add(library(library, LIBRARIES)));
        FORBIDDEN_TYPES.forEach(type -> rules.add(library(type, List.of())));
        BANNED.forEach(call -> rules.add(banned(call)));
        rules.add(standardStreamsOnlyInCli());
        rules.add(strictMath());
        rules.add(staticsAreConstant());
        rules.add(noBlanketCatch());
        return rules;
    }

    /** Return the arrows of the table that do not point to a smaller row, and the rooms that are not there. */
    List<String> arrowsOfTheTableThatPointUp() {
        List<String> wrong = new ArrayList<>();
        for (Room room : rooms) {
            for (String used : room.mayUse(rooms)) {
                boolean below = rooms.stream().anyMatch(other -> other.name().equals(used) && other.row() < room.row());
                if (!below && !sameRowByPlan(room.name(), used)) {
                    wrong.add(room.name() + " -> " + used);
                }
            }
        }
        return wrong;
    }

    /** Row 9 is a row of publishers: figures show the trust report, the page shows figures and documents. */
    private static boolean sameRowByPlan(String room, String used) {
        return room.equals("plot") && used.equals("trust")
                || room.equals("report") && Set.of("trust", "plot", "format").contains(used);
    }

    private ArchRule everyPackageIsInTheTable() {
        return inRoot().should(new ArchCondition<>("stand in a room of the table") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        report(item, !knownRooms().contains(roomOf(item)), "stands in no room of the table", events);
                    }
                })
                .because("a room without a line in ArchitectureTest has no walls")
                .allowEmptyShould(true);
    }

    private ArchRule everyPackageIsNullMarked() {
        return inRoot().should(new ArchCondition<>("live in a @NullMarked package") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                        report(item, !marked, "lives in a package without @NullMarked package-info.java", events);
                    }
                })
                .allowEmptyShould(true);
    }

    private ArchRule noPackageNameSaysNothing() {
        return inRoot().should(new ArchCondition<>("live in a package that is named for what it holds") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        for (String part : item.getPackageName().split("\\.", -1)) {
                            report(
                                    item,
                                    NAMES_THAT_SAY_NOTHING.contains(part),
                                    "lives in a package named " + part,
                                    events);
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    private ArchRule uses(Room room) {
        Set<String> allowed = new TreeSet<>(room.mayUse(rooms));
        allowed.add(room.name());
        return classes()
                .that(areIn(Set.of(room.name())))
                .should(new ArchCondition<>("use no room but " + allowed) {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                            JavaClass target = dependency.getTargetClass().getBaseComponentType();
                            if (isInRoot(target) && !allowed.contains(roomOf(target))) {
                                events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                            }
                        }
                    }
                })
                .as("room " + room.name() + " uses its own and smaller rows of the table only")
                .allowEmptyShould(true);
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private ArchRule library(Library library, List<Library> all) {
        Set<String> allowed = words(library.rooms());
        DescribedPredicate<JavaClass> target = describe("are " + library.prefix(), (JavaClass type) -> {
            String name = type.getBaseComponentType().getName();
            return startsWith(name, library.prefix())
                    && all.stream().noneMatch(other -> isNarrower(other, library) && startsWith(name, other.prefix()));
        });
        return noClasses()
                .that(areIn(knownRooms().stream()
                        .filter(name -> !allowed.contains(name))
                        .collect(Collectors.toSet())))
                .should()
                .dependOnClassesThat(target)
                .as(library.prefix() + (allowed.isEmpty() ? " is not used" : " is used in " + allowed + " only"))
                .because(library.reason())
                .allowEmptyShould(true);
    }

    private static boolean isNarrower(Library other, Library library) {
        return other != library && startsWith(other.prefix(), library.prefix());
    }

    private static boolean startsWith(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + ".") || name.startsWith(prefix + "$");
    }

    private ArchRule banned(Banned call) {
        Set<String> allowed = words(call.except());
        return noClasses()
                .that(areInRootBut(allowed))
                .should()
                .accessTargetWhere(describe("call " + call.owner() + "." + call.method(), (JavaAccess<?> access) -> {
                    boolean owner = access.getTargetOwner().isAssignableTo(call.owner());
                    return owner
                            && access.getTarget().getName().equals(call.method())
                            && (call.parameters() == null || call.parameters().equals(parameters(access)));
                }))
                .as("no call of " + call.owner() + "." + call.method()
                        + (call.parameters() == null ? "" : "(" + call.parameters() + ")")
                        + (allowed.isEmpty() ? "" : " outside " + allowed))
                .because(call.reason())
                .allowEmptyShould(true);
    }

    private static String parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget target
                ? target.getRawParameterTypes().stream().map(JavaClass::getName).collect(Collectors.joining(", "))
                : "";
    }

    private ArchRule standardStreamsOnlyInCli() {
        return noClasses()
                .that(areInRootBut(Set.of("cli")))
                .should()
                .accessTargetWhere(describe(
                        "use a standard stream",
                        (JavaAccess<?> access) -> access.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err", "in", "setOut", "setErr")
                                        .contains(access.getTarget().getName())))
                .as("standard streams are used in cli only")
                .because("a library that prints cannot be put inside another program")
                .allowEmptyShould(true);
    }

    private ArchRule strictMath() {
        return noClasses()
                .that(areInRootBut(Set.of("plot", "report", "cli")))
                .should()
                .accessTargetWhere(describe(
                        "call an inexact function of Math",
                        (JavaAccess<?> access) -> access.getTargetOwner().isEquivalentTo(Math.class)
                                && INEXACT.contains(access.getTarget().getName())))
                .as("transcendental functions come from StrictMath")
                .because(SAME_BITS)
                .allowEmptyShould(true);
    }

    private ArchRule staticsAreConstant() {
        return fields().that()
                .areDeclaredInClassesThat(describe("are ours", this::isInRoot))
                .and()
                .areStatic()
                .should(new ArchCondition<JavaField>("be final, and no visible array") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        boolean array = field.getRawType().isArray()
                                && !field.getModifiers().contains(JavaModifier.PRIVATE)
                                && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                        if (!field.getModifiers().contains(JavaModifier.FINAL) || array) {
                            events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can be changed"));
                        }
                    }
                })
                .as("static state does not change")
                .because("two studies in one process must not see each other")
                .allowEmptyShould(true);
    }

    private ArchRule noBlanketCatch() {
        return classes()
                .that(areInRootBut(Set.of("cli")))
                .should(new ArchCondition<>("catch what they can handle") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        for (JavaCodeUnit unit : item.getCodeUnits()) {
                            for (TryCatchBlock block : unit.getTryCatchBlocks()) {
                                boolean blanket = block.getCaughtThrowables().stream()
                                        .anyMatch(caught -> caught.isEquivalentTo(Exception.class));
                                report(item, blanket, "catches Exception in " + unit.getName(), events);
                            }
                        }
                    }
                })
                .because("a blanket catch hides the failure that nobody thought of")
                .allowEmptyShould(true);
    }

    /** Return the public concrete classes that could be extended but are not. */
    static List<JavaClass> openWithoutReason(Iterable<JavaClass> classes) {
        List<JavaClass> open = new ArrayList<>();
        for (JavaClass item : classes) {
            Set<JavaModifier> modifiers = item.getModifiers();
            boolean concrete =
                    !item.isInterface() && !item.isEnum() && !item.isAnnotation() && !item.isAnonymousClass();
            if (concrete
                    && modifiers.contains(JavaModifier.PUBLIC)
                    && !modifiers.contains(JavaModifier.FINAL)
                    && !modifiers.contains(JavaModifier.ABSTRACT)
                    && item.getSubclasses().isEmpty()) {
                open.add(item);
            }
        }
        return open;
    }

    private com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction inRoot() {
        return classes().that(describe("are ours", this::isInRoot));
    }

    private DescribedPredicate<JavaClass> areIn(Set<String> names) {
        return describe("are in " + names, item -> isInRoot(item) && names.contains(roomOf(item)));
    }

    private DescribedPredicate<JavaClass> areInRootBut(Set<String> names) {
        return describe("are not in " + names, item -> isInRoot(item) && !names.contains(roomOf(item)));
    }

    private boolean isInRoot(JavaClass item) {
        return item.getPackageName().equals(root) || item.getPackageName().startsWith(root + ".");
    }

    private String roomOf(JavaClass item) {
        String name = item.getPackageName();
        return name.equals(root) ? "" : name.substring(root.length() + 1).split("\\.", -1)[0];
    }

    private Set<String> knownRooms() {
        return rooms.stream().map(Room::name).collect(Collectors.toSet());
    }

    private static void report(JavaClass item, boolean wrong, String message, ConditionEvents events) {
        if (wrong) {
            events.add(SimpleConditionEvent.violated(item, item.getName() + " " + message));
        }
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split(" ", -1)));
    }

    /**
     * Describe one room.
     *
     * @param row where it stands; arrows point to smaller rows
     * @param name the package below the root
     * @param uses names of rooms, separated by spaces, or {@link #EVERYTHING_ABOVE}
     */
    record Room(int row, String name, String uses) {

        static final String EVERYTHING_ABOVE = "*";

        Set<String> mayUse(List<Room> rooms) {
            return uses.equals(EVERYTHING_ABOVE)
                    ? rooms.stream()
                            .filter(other -> other.row < row)
                            .map(Room::name)
                            .collect(Collectors.toSet())
                    : words(uses);
        }
    }
}
