package io.retort.benchmarks.start;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Times of one start, in milliseconds.
 *
 * @param initializer CPU time of the main thread while the initializer was created
 * @param initializerWall wall time while the initializer was created
 * @param main CPU time of the main thread until the application was ready
 * @param process CPU time of all threads, including the JVM's compilers
 * @param wall wall time from the start of the JVM until the application was ready
 */
record Times(double initializer, double initializerWall, double main, double process, double wall) {

    /** Prefix of a result line. */
    static final String RESULT = "start-benchmark ";

    static Times parse(String line) {
        double[] micros = Arrays.stream(line.substring(RESULT.length()).split(" "))
                .mapToDouble(Double::parseDouble)
                .map(value -> value / 1000)
                .toArray();
        return new Times(micros[0], micros[1], micros[2], micros[3], micros[4]);
    }

    static double median(List<Times> all, ToDoubleFunction<Times> figure) {
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
