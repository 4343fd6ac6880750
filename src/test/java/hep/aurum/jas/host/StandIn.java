package hep.aurum.jas.host;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Answers the calls of an interface with the public methods of an object that have the same name and parameters; a call
 * that nobody has taught the host throws, with its name. So only what is called needs a body, whatever else the interface
 * has.
 */
public final class StandIn implements InvocationHandler {

    private final Object answers;

    private StandIn(Object answers) {
        this.answers = answers;
    }

    static <T> T of(Class<T> type, Object answers, Class<?>... more) {
        Class<?>[] types = new Class<?>[more.length + 1];
        types[0] = type;
        System.arraycopy(more, 0, types, 1, more.length);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), types, new StandIn(answers)));
    }

    /** Return what answers for an object of the host, to look inside. */
    static <T> T behind(Object proxy, Class<T> type) {
        return type.cast(((StandIn) Proxy.getInvocationHandler(proxy)).answers);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "stand-in for " + answers;
            };
        }
        Method answer;
        try {
            answer = answers.getClass().getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new UnsupportedOperationException("the test host has not been taught " + method, e);
        }
        try {
            return answer.invoke(answers, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
