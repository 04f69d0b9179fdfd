package io.retort.benchmarks;

import io.retort.revision.Plan;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures reading a history and planning an upgrade through all of it, for histories of several sizes. Look at the
 * median, because other load on the machine distorts the mean.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PlanningBenchmark {

    @Param({"100", "1000", "10000"})
    private int revisions;

    @Param({"LINE", "BRANCHES"})
    private Shape shape = Shape.LINE;

    private List<RevisionInfo> declared = List.of();
    private Planner planner = new Planner(RevisionGraph.of(List.of()));
    private List<String> heads = List.of();

    /** The shape of a history. */
    public enum Shape {
        /** Each revision has the one before it as its parent. */
        LINE {
            @Override
            List<String> parents(int index) {
                return index == 0 ? List.of() : List.of(id(index - 1));
            }
        },
        /** Of every four revisions, two branch off the first, and the fourth merges them. */
        BRANCHES {
            @Override
            List<String> parents(int index) {
                return switch (index % DIAMOND) {
                    case 0 -> index == 0 ? List.of() : List.of(id(index - 1));
                    case 1 -> List.of(id(index - 1));
                    case 2 -> List.of(id(index - 2));
                    default -> List.of(id(index - 2), id(index - 1));
                };
            }
        };

        private static final int DIAMOND = 4;

        abstract List<String> parents(int index);

        static String id(int index) {
            return String.format("%012x", index * 2_654_435_761L);
        }
    }

    /** Creates the history as its files would declare it. */
    @Setup
    public void declare() {
        declared = IntStream.range(0, revisions).mapToObj(this::revision).toList();
        RevisionGraph graph = RevisionGraph.of(declared);
        planner = new Planner(graph);
        heads = graph.heads().stream().map(RevisionInfo::id).toList();
    }

    private RevisionInfo revision(int index) {
        String id = Shape.id(index);
        return new RevisionInfo(
                id, shape.parents(index), List.of(), List.of(), "change " + index, null, true, "R" + id + ".java");
    }

    /** Builds and validates the history from the declared revisions. */
    @Benchmark
    public RevisionGraph readHistory() {
        return RevisionGraph.of(declared);
    }

    /** Plans the upgrade of an empty database to all heads. */
    @Benchmark
    public Plan planUpgrade() {
        return planner.upgrade(List.of(), "heads");
    }

    /** Plans the downgrade from all heads to base. */
    @Benchmark
    public Plan planDowngrade() {
        return planner.downgrade(heads, "base");
    }

    /** Reads the history and finds nothing pending, as every application start does. */
    @Benchmark
    public Plan planNothing() {
        return new Planner(RevisionGraph.of(declared)).upgrade(heads, "heads");
    }
}
