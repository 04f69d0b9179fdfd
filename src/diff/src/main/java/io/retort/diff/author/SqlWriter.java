package io.retort.diff.author;

import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.history.SqlRevisions;
import io.retort.internal.text.PrintableText;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.Batches;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.revision.ReplacedRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders a revision as an SQL file for one product. */
public final class SqlWriter {

    /** The file name of the template, both of the default and of a project's own. */
    public static final String TEMPLATE = "revision.sql.txt";

    private static final Advice IN_JAVA = Advice.of(
            "Write the revision in Java, the default format: leave out ", Advice.option("format", "sql"), ".");

    private final SourceTree tree;
    private final Dialect dialect;

    /**
     * Creates a writer.
     *
     * @param tree the folders and conventions of the project
     * @param dialect the dialect of the SQL
     */
    public SqlWriter(SourceTree tree, Dialect dialect) {
        this.tree = tree;
        this.dialect = dialect;
    }

    /**
     * Renders a draft as a script. No file is written, see {@link SourceTree#write}.
     *
     * @param draft the revision
     * @throws RetortException if an SQL file cannot contain the revision: one with Java code, with an expected number
     *     of rows, or without a downgrade for its upgrade
     */
    public RevisionFile write(Draft draft) {
        draft.obstacle().ifPresent(SqlWriter::refuse);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", draft.id());
        values.put("message", PrintableText.of(draft.message()));
        values.put("created", tree.conventions().time(draft.created()));
        values.put("header", header(draft));
        DeclaredStatements upgrade = new DeclaredStatements(draft.up(), this::texts);
        values.put("upgrade", part(draft, draft.up(), upgrade::of, "the statements of the upgrade"));
        values.put(
                "downgrade",
                part(draft, draft.down(), this::lines, "the statements that revert it, the last change first"));
        String name = tree.conventions().name(draft.id(), draft.message(), draft.created());
        String text = Template.find(tree.projectFolder(), TEMPLATE).fill(values);
        RevisionFile file = new RevisionFile(Format.SQL, name + ".sql", text);
        requireReadable(file, draft, upgrade.written());
        return file;
    }

    private String header(Draft draft) {
        List<String> lines = new ArrayList<>(List.of("-- revision: " + draft.id()));
        names(lines, "parent", draft.parents());
        lines.add("-- message: " + PrintableText.of(draft.message()));
        lines.add("-- created: " + tree.conventions().time(draft.created()));
        names(lines, "depends-on", draft.dependsOn());
        names(lines, "labels", draft.labels());
        if (draft.adopts() != null) {
            lines.add("-- adopts: " + draft.adopts().text());
        }
        names(
                lines,
                "replaces",
                draft.replaces().stream().map(ReplacedRevision::text).toList());
        if (draft.madeWith() != null) {
            lines.add(GeneratorInfo.header(draft.madeWith()));
        }
        draft.remarks().forEach(remark -> lines.add("-- remark: " + PrintableText.of(remark)));
        boolean all = Stream.concat(draft.up().stream(), draft.down().stream())
                .flatMap(operation -> operation.sql(dialect.ddl()).stream())
                .allMatch(Statement::transactional);
        if (!draft.transactional() || !all) {
            lines.add("-- transactional: false");
        }
        draft.comments().forEach(comment -> lines.add("--   " + PrintableText.of(comment)));
        return String.join("\n", lines);
    }

    private static void names(List<String> lines, String name, List<String> values) {
        if (!values.isEmpty()) {
            lines.add("-- " + name + ": " + String.join(", ", values));
        }
    }

    private String part(Draft draft, List<Operation> operations, Function<Operation, String> lines, String contents) {
        if (!operations.isEmpty()) {
            return OperationGroups.of(operations, lines).stream()
                    .map(String::stripLeading)
                    .collect(Collectors.joining("\n\n"));
        }
        return draft.merges()
                ? "-- (a merge: the schema does not change)"
                : "-- (add " + contents + "; each ends with a semicolon)";
    }

    private String lines(Operation operation) {
        return texts(operation).stream().map(text -> text + ";").collect(Collectors.joining("\n"));
    }

    private List<String> texts(Operation operation) {
        return operation.sql(dialect.ddl()).stream()
                .map(statement -> text(operation, statement))
                .toList();
    }

    private static String text(Operation operation, Statement statement) {
        return statement.accept(new FileText(operation));
    }

    /** Returns the text of a statement in an SQL revision. */
    private record FileText(Operation operation) implements Statement.Visitor<String, RuntimeException> {

        @Override
        public String sql(Statement.Sql sql) {
            if (sql.expectedRows() != null) {
                throw new RetortException(
                        "An SQL file cannot check how many rows a statement changes: " + operation.describe(), IN_JAVA);
            }
            return sql.textInFile();
        }

        @Override
        public String backfill(Statement.Backfill backfill) {
            return "-- backfill"
                    + (backfill.batches().equals(Batches.STANDARD)
                            ? ""
                            : ": " + backfill.batches().java().source(0).replaceAll("\\s*\\n\\s*", ""))
                    + "\n" + backfill.text();
        }

        @Override
        public String work(Statement.Work work) {
            throw new RetortException("An SQL file cannot contain Java code: " + operation.describe(), IN_JAVA);
        }
    }

    private static void refuse(Operation obstacle) {
        throw new RetortException(
                "This operation cannot be reverted, and an SQL file cannot refuse a downgrade: " + obstacle.describe(),
                IN_JAVA);
    }

    /** Parses the result, because a semicolon or a placeholder in a text can break a statement in two or change it. */
    private void requireReadable(RevisionFile file, Draft draft, List<Operation> declared) {
        Migration read = SqlRevisions.parse(file.text(), file.name(), Map.of())
                .migration()
                .get();
        requireSame(texts(draft.up()), described(read::upgrade));
        requireSame(texts(draft.down()), described(read::downgrade));
        requireSame(sources(declared), sources(declared(read::upgrade)));
    }

    private static void requireSame(List<String> before, List<String> after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            if (i >= before.size() || i >= after.size() || !before.get(i).equals(after.get(i))) {
                throw unreadable(i < before.size() ? before.get(i) : after.get(i));
            }
        }
    }

    private List<String> texts(List<Operation> operations) {
        return operations.stream().flatMap(o -> texts(o).stream()).toList();
    }

    private static List<String> sources(List<Operation> declared) {
        return declared.stream().map(operation -> operation.java().source(0)).toList();
    }

    private static List<Operation> declared(Consumer<Operations> read) {
        return Operations.collect(read).stream()
                .flatMap(operation -> operation.schemaChanges().orElse(List.of()).stream())
                .toList();
    }

    private static List<String> described(Consumer<Operations> read) {
        try {
            return Operations.collect(read).stream()
                    .map(operation -> ((DataOperation.Execute) operation).sql())
                    .toList();
        } catch (RetortException e) {
            throw new RetortException("An SQL file cannot contain this revision: " + e.what(), IN_JAVA, e);
        }
    }

    private static RetortException unreadable(String statement) {
        return new RetortException(
                "An SQL file cannot contain this statement, because Retort would read it back as a different one: "
                        + statement,
                IN_JAVA);
    }
}
