package hep.aurum.param;

/**
 * Name a point at which event weights are known.
 *
 * @param name the weight's name in the event file, for example {@code sm}
 * @param point its θ
 */
public record Benchmark(String name, ParameterPoint point) {}
