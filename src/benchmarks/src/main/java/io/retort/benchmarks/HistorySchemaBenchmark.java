package io.retort.benchmarks;

import io.retort.benchmarks.apply.Inputs;
import io.retort.dialect.Dialect;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.history.JavaRevisions;
import io.retort.internal.state.HistorySchema;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** The schema that a history produces, beside loading its revisions, each of which creates a table and an index. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class HistorySchemaBenchmark {

    @Param({"100", "1000"})
    int size;

    private URL[] classes = {};
    private Dialect dialect = Dialects.named("postgresql");
    private History loaded = History.of(List.of());

    /** Writes, compiles and loads the revisions. */
    @Setup
    public void write() throws IOException {
        Path folder = Files.createTempDirectory("retort-history");
        Inputs inputs = Inputs.write(folder, size, false);
        classes = new URL[] {inputs.folder().resolve("classes").toUri().toURL()};
        loaded = history(HistorySchemaBenchmark.class.getClassLoader());
        computeSchema();
    }

    private History history(ClassLoader parent) {
        ClassLoader loader = new URLClassLoader(classes, parent);
        List<RevisionCode> revisions = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            String id = Integer.toHexString(0xa0000000 + i);
            String name = "db.revisions.R" + id + "_step";
            List<String> parents = i == 1 ? List.of() : List.of(Integer.toHexString(0xa0000000 + i - 1));
            RevisionInfo info = new RevisionInfo(id, parents, List.of(), List.of(), "step", null, true, name);
            revisions.add(JavaRevisions.code(info, name, loader));
        }
        return History.of(List.of(() -> revisions));
    }

    /** Loads the classes of all revisions and collects their operations. */
    @Benchmark
    public List<Operation> loadRevisions() {
        History history = history(HistorySchemaBenchmark.class.getClassLoader());
        List<Operation> operations = new ArrayList<>();
        for (RevisionInfo revision : history.graph().all()) {
            operations.addAll(Operations.collect(history.migration(revision.id())::upgrade));
        }
        return operations;
    }

    /** Computes the schema from loaded classes. */
    @Benchmark
    public HistorySchema computeSchema() {
        return HistorySchema.of(loaded, dialect);
    }
}
