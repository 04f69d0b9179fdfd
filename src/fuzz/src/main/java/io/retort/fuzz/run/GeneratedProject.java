package io.retort.fuzz.run;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.EntityComparison;
import io.retort.diff.HistoryComparison;
import io.retort.diff.author.Authoring;
import io.retort.diff.author.Difference;
import io.retort.diff.author.Format;
import io.retort.diff.author.RevisionRequest;
import io.retort.diff.author.RevisionResult;
import io.retort.diff.author.SourceTree;
import io.retort.diff.question.Answers;
import io.retort.diff.question.RowCounts;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.JavaRevisions;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Migration;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A user's project, in which revisions are written to files, compiled and run. */
final class GeneratedProject {

    private final Path folder;
    private final DataSource database;
    private final String product;
    private final MemoryCompiler compiler;
    private final UnaryOperator<Difference> sabotage;
    private final List<RevisionCode> revisions = new ArrayList<>();

    /** @param sabotage changes the result of a comparison, to test the oracles; the identity to change nothing */
    GeneratedProject(
            Path folder,
            DataSource database,
            String product,
            MemoryCompiler compiler,
            UnaryOperator<Difference> sabotage) {
        this.folder = folder;
        this.database = database;
        this.product = product;
        this.compiler = compiler;
        this.sabotage = sabotage;
    }

    /** A copy of the project, in another folder and on another database. */
    GeneratedProject copy(Path elsewhere, DataSource other) {
        GeneratedProject copy = new GeneratedProject(elsewhere, other, product, compiler, sabotage);
        copy.revisions.addAll(revisions);
        return copy;
    }

    Retort retort() {
        RevisionSource source = () -> List.copyOf(revisions);
        return Retort.on(database, List.of(source));
    }

    /** Compares the entities with the database and answers the questions. */
    Difference compare(Application application, Answers answers) {
        return new EntityComparison(database, application.captured(), retort())
                .asking(answers)
                .get();
    }

    /** Compares the entities with the database and answers the questions, without counting rows. */
    Difference compareWithoutRows(Application application, Answers answers) {
        return new EntityComparison(database, application.captured(), retort())
                .asking(answers)
                .counting(RowCounts.UNKNOWN)
                .get();
    }

    /** Compares the entities with the history and answers the questions. The database is not read. */
    Difference compareWithHistory(Application application, Dialect dialect, Answers answers) {
        return new HistoryComparison(dialect, application.captured(), retort())
                .asking(answers)
                .get();
    }

    /** Writes and compiles the next revision. */
    RevisionResult revise(Application application, Answers answers, boolean inJava) {
        return revise(() -> sabotage.apply(compare(application, answers)), inJava);
    }

    /** Writes and compiles the next revision with the operations of a comparison. */
    RevisionResult revise(Supplier<Difference> comparison, boolean inJava) {
        Authoring authoring = new Authoring(retort(), SourceTree.of(folder), () -> Dialects.named(product), comparison);
        Format format = inJava ? Format.JAVA : Format.SQL;
        String id = "a" + (revisions.size() + 1);
        RevisionResult result = authoring.revision(
                new RevisionRequest("revision " + id, format, false, null, false, null, List.of(), id, false));
        if (result.written()) {
            revisions.add(inJava ? compiled(result) : read(result));
        }
        return result;
    }

    private RevisionCode read(RevisionResult result) {
        String file = Objects.requireNonNull(result.file()).toString();
        return SqlRevisions.parse(text(result), file, Map.of());
    }

    private RevisionCode compiled(RevisionResult result) {
        String name = "db.revisions."
                + Objects.requireNonNull(result.file()).getFileName().toString().replace(".java", "");
        ClassLoader loader = compiler.compile(Map.of(name, text(result)));
        try {
            return JavaRevisions.of(loader.loadClass(name).asSubclass(Migration.class))
                    .revisions()
                    .get(0);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the content of the written file. */
    String text(RevisionResult result) {
        try {
            return Files.readString(folder.resolve(Objects.requireNonNull(result.file())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
