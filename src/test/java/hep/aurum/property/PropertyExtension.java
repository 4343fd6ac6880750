package hep.aurum.property;

import hep.aurum.math.random.RandomStreams;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/** Run the tries of a {@link Property}, and say how to repeat the one that fails. */
final class PropertyExtension implements ParameterResolver, InvocationInterceptor {

    private static final String SEED = "aurum.seed";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return isRandom(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return random(parameter.getParameter().getType(), 0, parameter.getIndex());
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context) {
        invocation.skip();
        Method method = call.getExecutable();
        String replay = System.getProperty(SEED, "");
        if (!replay.isBlank()) {
            run(call, Long.parseLong(replay), "the replayed try");
            return;
        }
        int tries = method.getAnnotation(Property.class).tries();
        UniformRandomProvider seeds = RandomStreams.of(0).stream(method.toGenericString(), 0);
        int aborted = 0;
        for (int i = 1; i <= tries; i++) {
            aborted += run(call, seeds.nextLong(), "try " + i + " of " + tries) ? 0 : 1;
        }
        if (aborted == tries) {
            throw new TestAbortedException("an assumption stopped each of " + tries + " tries");
        }
    }

    /** Run one try; return false if an assumption stopped it. */
    private static boolean run(ReflectiveInvocationContext<Method> call, long seed, String name) {
        Object[] arguments = call.getArguments().toArray();
        Class<?>[] types = call.getExecutable().getParameterTypes();
        Arrays.setAll(arguments, i -> isRandom(types[i]) ? random(types[i], seed, i) : arguments[i]);
        try {
            ReflectionSupport.invokeMethod(
                    call.getExecutable(), call.getTarget().orElse(null), arguments);
            return true;
        } catch (TestAbortedException e) {
            return false;
        } catch (Throwable e) {
            String method = call.getExecutable().getDeclaringClass().getSimpleName() + "#"
                    + call.getExecutable().getName();
            throw new AssertionError(
                    name + " of " + method + " failed, replay with -Daurum.seed=" + seed + "\n" + e.getMessage(), e);
        }
    }

    private static boolean isRandom(Class<?> type) {
        return type == UniformRandomProvider.class || type == RandomGenerator.class;
    }

    private static Object random(Class<?> type, long seed, int index) {
        UniformRandomProvider stream = RandomStreams.of(seed).stream("property", index);
        return type == RandomGenerator.class ? (RandomGenerator) stream::nextLong : stream;
    }
}
