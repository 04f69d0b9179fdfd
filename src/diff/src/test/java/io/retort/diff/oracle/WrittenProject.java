package io.retort.diff.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.diff.DatabaseAdoption;
import io.retort.diff.EntityComparison;
import io.retort.diff.HistoryComparison;
import io.retort.diff.TableFilter;
import io.retort.diff.author.AdoptionRequest;
import io.retort.diff.author.AdoptionResult;
import io.retort.diff.author.Authoring;
import io.retort.diff.author.Difference;
import io.retort.diff.author.Format;
import io.retort.diff.author.OperationForms;
import io.retort.diff.author.RevisionRequest;
import io.retort.diff.author.RevisionResult;
import io.retort.diff.author.SourceTree;
import io.retort.diff.faithful.sandbox.KeptOpen;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.question.Answers;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.JavaRevisions;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Migration;
import io.retort.migration.RevisionRewriter;
import io.retort.operation.Operation;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;
import org.jspecify.annotations.Nullable;

/** A user's project on a database, which writes, compiles and runs revisions of its entities. */
public final class WrittenProject {

    private final Path folder;
    private final TestDb db;
    private final DataSource connections;
    private final List<RevisionCode> revisions = new ArrayList<>();
    private final List<RevisionRewriter> rewriters = new ArrayList<>();
    private OperationForms forms = OperationForms.PLAIN;

    public WrittenProject(Path folder, TestDb db) {
        this.folder = folder;
        this.db = db;
        this.connections = KeptOpen.on(db);
    }

    /** Returns the project with all its revisions so far on another database. */
    public WrittenProject on(TestDb other) {
        WrittenProject same = new WrittenProject(folder, other);
        same.revisions.addAll(revisions);
        same.rewriters.addAll(rewriters);
        return same;
    }

    /** Adds a rewriter for the revisions that are written from now on. */
    public WrittenProject rewriting(RevisionRewriter rewriter) {
        rewriters.add(rewriter);
        return this;
    }

    /** Writes changes of tables with rows from now on so that they do not block a running application. */
    public WrittenProject concurrently() {
        forms = (operations, difference) -> retort().concurrently(operations, null);
        return this;
    }

    public Retort retort() {
        RevisionSource source = () -> List.copyOf(revisions);
        return Retort.on(connections, List.of(source));
    }

    /** Adds a revision, such as a squash. */
    public void add(RevisionCode revision) {
        revisions.add(revision);
    }

    public RevisionCode latest() {
        return revisions.get(revisions.size() - 1);
    }

    /** Compares, writes a revision if there is a difference, and compiles it. */
    public RevisionResult revision(String message, Metadata metadata) {
        return revision(message, metadata, null);
    }

    /** Compares with answers, writes a revision if there is a difference, and compiles it; null asks no questions. */
    public RevisionResult revision(String message, Metadata metadata, @Nullable Answers answers) {
        CapturedMetadata unit = new CapturedMetadata("default", (MetadataImplementor) metadata, null);
        EntityComparison comparison = new EntityComparison(connections, unit, retort(), TableFilter.NONE, answers);
        Authoring authoring = new Authoring(
                        retort(),
                        SourceTree.of(folder),
                        () -> Dialects.named(db.database().product()),
                        () -> comparison.get().rewritten(this::rewritten))
                .writing(forms);
        RevisionResult result = authoring.revision(
                new RevisionRequest(message, Format.JAVA, false, null, false, null, List.of(), null, true));
        if (result.written()) {
            revisions.add(compiled(Objects.requireNonNull(result.file())));
        }
        return result;
    }

    /** Writes a base revision for the existing database in Java, and compiles it. */
    public AdoptionResult adopt(Metadata metadata, List<String> taken, List<String> rows) {
        AdoptionResult result = adopt(metadata, taken, rows, Format.JAVA);
        revisions.add(compiled(result.file()));
        return result;
    }

    /** Writes a base revision for the existing database in SQL, and reads it. */
    public AdoptionResult adoptInSql(Metadata metadata, List<String> taken, List<String> rows) throws IOException {
        AdoptionResult result = adopt(metadata, taken, rows, Format.SQL);
        String text = Files.readString(folder.resolve(result.file()));
        revisions.add(SqlRevisions.parse(text, result.file().toString(), Map.of()));
        return result;
    }

    private AdoptionResult adopt(Metadata metadata, List<String> taken, List<String> rows, Format format) {
        CapturedMetadata unit = new CapturedMetadata("default", (MetadataImplementor) metadata, null);
        DatabaseAdoption adoption =
                new DatabaseAdoption(connections, unit, retort()).taking(taken).withRows(rows);
        Authoring authoring = new Authoring(
                retort(),
                SourceTree.of(folder),
                () -> Dialects.named(db.database().product()),
                () -> {
                    throw new AssertionError("nothing is compared");
                });
        return authoring.adopt(new AdoptionRequest(null, format, null), adoption);
    }

    /** Compares without questions. */
    public Difference difference(Metadata metadata) {
        CapturedMetadata unit = new CapturedMetadata("default", (MetadataImplementor) metadata, null);
        return new EntityComparison(connections, unit, retort()).get();
    }

    /** Compares the entities with the history, without a database. */
    public Difference comparedWithHistory(Metadata metadata) {
        CapturedMetadata unit = new CapturedMetadata("default", (MetadataImplementor) metadata, null);
        return new HistoryComparison(Dialects.named(db.database().product()), unit, retort()).get();
    }

    /** Compares the entities with the history, without a database, and answers questions. */
    public Difference comparedWithHistory(Metadata metadata, Answers answers) {
        CapturedMetadata unit = new CapturedMetadata("default", (MetadataImplementor) metadata, null);
        return new HistoryComparison(Dialects.named(db.database().product()), unit, retort())
                .asking(answers)
                .get();
    }

    /** Compares with answers, and writes nothing. */
    public Difference compare(Metadata metadata, Answers answers) {
        CapturedMetadata unit = new CapturedMetadata("default", (MetadataImplementor) metadata, null);
        return new EntityComparison(connections, unit, retort()).asking(answers).get();
    }

    private List<Operation> rewritten(List<Operation> found) {
        List<Operation> operations = found;
        for (RevisionRewriter rewriter : rewriters) {
            operations = rewriter.rewrite(operations);
        }
        return operations;
    }

    private RevisionCode compiled(Path file) {
        Path classes = folder.resolve("target");
        Path source = folder.resolve(file);
        String name = source.getFileName().toString().replace(".java", "");
        assertThat(Compilation.complaints(source.toString(), classes)).isEmpty();
        try {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {classes.toUri().toURL()}, Migration.class.getClassLoader());
            Class<? extends Migration> type =
                    loader.loadClass("db.revisions." + name).asSubclass(Migration.class);
            return JavaRevisions.of(type).revisions().get(0);
        } catch (ClassNotFoundException | MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
