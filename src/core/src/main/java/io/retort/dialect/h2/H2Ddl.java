package io.retort.dialect.h2;

import io.retort.dialect.ansi.AnsiDdl;
import io.retort.dialect.ansi.ColumnChange;
import io.retort.dialect.ansi.Vocabulary;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Generation.Computed;
import io.retort.schema.Generation.Identity;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Operations as H2 says them. */
final class H2Ddl extends AnsiDdl {

    H2Ddl(Vocabulary words) {
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

    /** Whether a column counted already, from the same start: that alone cannot be changed. */
    private static boolean countsOn(Column before, Identity after) {
        return before.generation() instanceof Identity counting && counting.start() == after.start();
    }

    /** A new identity starts at one, whatever numbers are there already: it is told to go on behind them. */
    private Statement countOn(ColumnOperation.Alter alter) {
        String table = words.name(alter.table());
        String column = words.name(alter.after().name());
        return sql("alter table " + table + " alter column " + column + " restart with (select coalesce(max(" + column
                + "), 0) + 1 from " + table + ")");
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
            // a definition leaves "not null" to a statement of its own, and drops what is not repeated
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

    /** An index's name is qualified here, or it would be looked for in the connection's schema. */
    @Override
    public List<Statement> createIndex(IndexOperation.Create create) {
        Index index = create.index();
        refusals.method(index, "it chooses the method itself");
        return one("create " + (index.unique() ? "unique " : "") + "index "
                + words.beside(create.table(), index.name()) + " on " + words.name(create.table()) + " "
                + clauses.indexed(index));
    }

    @Override
    public List<Statement> renameSequence(SequenceOperation.Rename rename) {
        throw words.cannot(
                "rename sequence " + rename.before() + " to " + rename.after(),
                "Create the new one with .startWith(...) behind the last number of the old one, and drop the old one:"
                        + " op.createSequence(sequence(\"" + rename.after() + "\")), op.dropSequence(sequence(\""
                        + rename.before() + "\")).");
    }

    /** A domain whose values are checked, as Hibernate makes it here. */
    @Override
    public List<Statement> createEnum(TypeOperation.Create create) {
        List<String> labels = create.type().labels();
        int longest = labels.stream().mapToInt(String::length).max().orElse(1);
        return one(labels.stream()
                .map(words.literals()::of)
                .collect(Collectors.joining(
                        ", ",
                        "create domain " + words.name(create.type().name()) + " as varchar(" + longest
                                + ") check (value in (",
                        "))")));
    }

    @Override
    public List<Statement> dropEnum(TypeOperation.Drop drop) {
        return one("drop domain " + words.name(drop.type().name()));
    }

    @Override
    public List<Statement> addEnumLabel(TypeOperation.AddLabel add) {
        throw words.cannot(
                "add label " + add.label() + " to enum type " + add.type() + ": a domain stays as it was created",
                "Create a type with all labels under another name, change the columns to it, and drop this one.");
    }

    /** The old domain steps aside, each column is converted by its labels, and the old domain goes. */
    @Override
    public List<Statement> alterEnum(TypeOperation.Alter alter) {
        QualifiedName name = alter.after().name();
        QualifiedName former = new QualifiedName(
                name.schema(), words.identifiers().typed(words.identifiers().stored(name.name() + "_before")));
        List<Statement> statements = new ArrayList<>();
        statements.add(sql("alter domain " + words.name(name) + " rename to "
                + words.name(new QualifiedName(null, former.name()))));
        statements.addAll(createEnum(new TypeOperation.Create(alter.after())));
        for (TypeOperation.Use use : alter.uses()) {
            statements.add(sql(alterTable(use.table()) + " alter column "
                    + words.name(use.column().name()) + " set data type " + clauses.type(use.column())));
        }
        statements.add(sql("drop domain " + words.name(former)));
        return statements;
    }
}
