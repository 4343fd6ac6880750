package hep.aurum.property;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Run a test many times; every parameter of type {@link org.apache.commons.rng.UniformRandomProvider} or
 * {@link java.util.random.RandomGenerator} is a fresh stream in each try.
 *
 * <p>The streams are fixed by the name of the method, so that a build repeats. {@code -Daurum.seed=N} runs one try, the
 * one that a failure named.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@ExtendWith(PropertyExtension.class)
public @interface Property {

    /** How many tries. */
    int tries() default 200;
}
