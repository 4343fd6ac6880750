package hep.aurum.jas.entry;

import hep.aurum.jas.entry.Host.Call;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Run code with a class loader as the context loader of the thread.
 *
 * <p>Libraries find their parts through that loader: without it ND4J asks the host's loader for its backend and finds none.
 */
record LoaderContext(AurumLoader loader) {

    void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    <T extends @Nullable Object, E extends Exception> T call(Call<T, E> work) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    <T> T guard(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, new Guard(this, target)));
    }

    /** Answers calls in the context; two guards of one object are equal. */
    private record Guard(LoaderContext context, Object target) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class && method.getName().equals("equals") && arguments != null) {
                return isSame(arguments[0]);
            }
            try {
                return context.<@Nullable Object, ReflectiveOperationException>call(
                        () -> method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        private boolean isSame(@Nullable Object other) {
            return other != null
                    && Proxy.isProxyClass(other.getClass())
                    && Proxy.getInvocationHandler(other) instanceof Guard guard
                    && guard.target == target;
        }
    }
}
