package io.retort.internal.dialect.h2;

import io.retort.internal.dialect.ansi.AnsiDdl;
import io.retort.internal.dialect.ansi.ColumnChange;
import io.retort.internal.dialect.ansi.RowSql;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The DDL of H2. */
final class H2Ddl extends AnsiDdl {

    private static final String FORMER = "_before";

    H2Ddl(SqlNaming words) {
        super(words, new H2Clauses(words), new H2Sequences(words));
    }

    @Override
    public List<Statement> alterColumn(ColumnOperation.Alter alter) {
        List<Statement> statements = new ArrayList<>(super.alterColumn(alter));
        if (alter.after().generation() instanceof Identity after && !countsOn(alter.before(), after)) {
            statements.add(countOn(alter));
        }
        return statements;
    }

    /** Whether a column already was an identity with the same start, which alone cannot be changed. */
    private static boolean countsOn(Column before, Identity after) {
        return before.generation() instanceof Identity counting && counting.start() == after.start();
    }

    /** A new identity starts at 1, so it is set to continue after the existing values. */
    private Statement countOn(ColumnOperation.Alter alter) {
        return sql(continued(words.name(alter.table()), words.name(alter.after().name())));
    }

    static String continued(String table, String column) {
        return "alter table " + table + " alter column " + column + " restart with (select coalesce(max(" + column
                + "), 0) + 1 from " + table + ")";
    }

    @Override
    protected String newType(ColumnOperation.Alter alter) {
        return super.newType(alter) + (alter.using() == null ? "" : " using " + alter.using());
    }

    @Override
    protected List<String> dropGeneration(ColumnChange change) {
        if (change.before().generation() instanceof Identity) {
            return change.after().generation() instanceof Identity ? List.of() : List.of("drop identity");
        }
        return change.after().generation() instanceof Computed ? List.of() : List.of("drop expression");
    }

    @Override
    protected List<String> addGeneration(ColumnChange change) {
        boolean plain = Identity.BY_DEFAULT.equals(change.after().generation());
        if (!(change.after().generation() instanceof Identity identity)
                || !(plain || countsOn(change.before(), identity))) {
            // "not null" needs a statement of its own, and a definition drops whatever it does not repeat
            String definition = clauses.definition(change.after().withNullable(true));
            return change.after().nullable() ? List.of(definition) : List.of(definition, "set not null");
        }
        String generated = "set generated " + (identity.always() ? "always" : "by default");
        boolean otherSteps =
                change.before().generation() instanceof Identity before && before.increment() != identity.increment();
        return List.of(generated + (otherSteps ? " set increment by " + identity.increment() : ""));
    }

    @Override
    public List<Statement> renameColumn(ColumnOperation.Rename rename) {
        return one(alterTable(rename.table()) + " alter column " + words.name(rename.before()) + " rename to "
                + words.name(rename.after()));
    }

    @Override
    protected String notValid(ConstraintOperation.Add add) {
        return add.notValid() ? " nocheck" : "";
    }

    /** The index's name is qualified; otherwise it would be created in the connection's current schema. */
    @Override
    public List<Statement> createIndex(IndexOperation.Create create) {
        Index index = create.index();
        refusals.method(index, "it chooses the method itself");
        return one("create " + (index.unique() ? "unique " : "") + "index "
                + words.inSchemaOf(create.table(), index.name()) + " on " + words.name(create.table()) + " "
                + clauses.indexed(index));
    }

    @Override
    public List<Statement> renameSequence(SequenceOperation.Rename rename) {
        throw words.cannot(
                "rename sequence " + rename.before() + " to " + rename.after(),
                "Create the new one with .startWith(...) after the last number of the old one, and drop the old one:"
                        + " op.createSequence(sequence(\"" + rename.after() + "\")), op.dropSequence(sequence(\""
                        + rename.before() + "\")).");
    }

    /** A domain with a check constraint, as Hibernate does. */
    @Override
    public List<Statement> createEnum(TypeOperation.Create create) {
        List<String> values = create.type().values();
        int longest = values.stream().mapToInt(String::length).max().orElse(1);
        return one(values.stream()
                .map(words.literals()::of)
                .collect(Collectors.joining(
                        ", ",
                        "create domain " + words.name(create.type().name()) + " as varchar(" + longest
                                + ") check (value in (",
                        "))")));
    }

    @Override
    public List<Statement> execute(DataOperation.Execute execute) {
        return DomainDrop.read(execute.sql(), words.identifiers())
                .<List<Statement>>map(
                        drop -> List.of(new Statement.Sql(execute.sql(), true, execute.expectedRows()).adapted(drop)))
                .orElseGet(() -> super.execute(execute));
    }

    @Override
    public List<Statement> dropEnum(TypeOperation.Drop drop) {
        return List.of(dropDomain(drop.type().name()));
    }

    private Statement dropDomain(QualifiedName name) {
        return sql("drop domain " + words.name(name)).adapted(new DomainDrop(name, words.identifiers()));
    }

    @Override
    public List<Statement> addEnumValue(TypeOperation.AddValue add) {
        throw words.cannot(
                "add value " + add.value() + " to enum type " + add.type() + ": a domain cannot be changed",
                "Create a type with all values under another name, change the columns to it, and drop this one.");
    }

    /** Renames the old domain, converts each column by the constants' names, and drops the old domain. */
    @Override
    public List<Statement> alterEnum(TypeOperation.Alter alter) {
        QualifiedName name = alter.after().name();
        QualifiedName former = new QualifiedName(
                name.schema(),
                words.identifiers()
                        .typed(words.identifiers().stored(name.name())
                                + words.identifiers().stored(FORMER)));
        List<Statement> statements = new ArrayList<>();
        statements.add(sql("alter domain " + words.name(name) + " rename to "
                + words.name(new QualifiedName(null, former.name()))));
        statements.addAll(createEnum(new TypeOperation.Create(alter.after())));
        for (TypeOperation.Use use : alter.uses()) {
            statements.add(sql(alterTable(use.table()) + " alter column "
                    + words.name(use.column().name()) + " set data type " + clauses.type(use.column())));
        }
        statements.add(dropDomain(former));
        return statements;
    }

    @Override
    protected List<String> upserted(DataOperation.Upsert upsert, RowSql sql) {
        return sql.batched(
                upsert,
                "merge into " + words.name(upsert.table()) + " "
                        + words.names(upsert.after().columns()) + " key " + words.names(upsert.key()) + " values",
                "");
    }
}
