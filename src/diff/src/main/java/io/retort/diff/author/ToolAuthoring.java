package io.retort.diff.author;

import io.retort.dialect.Dialect;
import io.retort.operation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Writes the changes of the entities as a migration of another tool, which keeps running all migrations.
 */
public final class ToolAuthoring {

    private final ToolFiles files;
    private final Supplier<Dialect> dialect;
    private final Supplier<Difference> comparison;
    private final OperationForms forms;
    private final StatementTexts texts;

    /**
     * Creates authoring.
     *
     * @param files the tool's files
     * @param dialect returns the product; called only if there is something to write
     * @param comparison compares the entities with the schema that the tool's migrations produce
     * @param forms chooses how the operations of a difference are written
     * @param texts returns the texts of statements for the compared database
     */
    public ToolAuthoring(
            ToolFiles files,
            Supplier<Dialect> dialect,
            Supplier<Difference> comparison,
            OperationForms forms,
            StatementTexts texts) {
        this.files = files;
        this.dialect = dialect;
        this.comparison = comparison;
        this.forms = forms;
        this.texts = texts;
    }

    /**
     * Creates authoring that writes the operations as the comparison found them.
     *
     * @param files the tool's files
     * @param dialect returns the product; called only if there is something to write
     * @param comparison compares the entities with the schema that the tool's migrations produce
     */
    public ToolAuthoring(ToolFiles files, Supplier<Dialect> dialect, Supplier<Difference> comparison) {
        this(files, dialect, comparison, OperationForms.PLAIN, StatementTexts.UNCHANGED);
    }

    /**
     * Writes the next migration.
     *
     * @param request the options of the command; never null
     * @return the result, which has no files if nothing changed
     * @throws io.retort.error.RetortException if an option is invalid, there is no entity, the request does not accept
     *     an operation that cannot be reversed, or an SQL file cannot contain an operation
     */
    public ToolFilesResult revision(RevisionRequest request) {
        Authoring.requireMessage(request);
        Difference difference = comparison.get();
        if (!difference.hasEntities()) {
            throw Authoring.noEntity();
        }
        List<Operation> operations = difference.operations();
        if (operations.isEmpty()) {
            return new ToolFilesResult(files.title(), null, List.of(), difference);
        }
        Draft draft = Draft.empty("next", List.of(), Objects.requireNonNull(request.message()), Instant.now())
                .madeWith(difference.madeWith());
        ToolMigration migration = migration(draft, request, difference);
        List<String> remarks = new ArrayList<>(difference.remarks());
        remarks.addAll(forms.remarks(migration.written(), difference));
        ToolFiles.Written written = files.write(migration(draft.remarking(remarks), request, difference));
        return new ToolFilesResult(files.title(), written, operations, difference);
    }

    private ToolMigration migration(Draft draft, RevisionRequest request, Difference difference) {
        return new ToolMigration(
                draft,
                difference.operations(),
                request.irreversible(),
                dialect.get(),
                operations -> forms.of(operations, difference),
                files.transactions(),
                difference.basis().isDatabase() ? texts : StatementTexts.UNCHANGED);
    }
}
