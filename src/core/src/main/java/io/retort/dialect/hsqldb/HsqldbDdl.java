package io.retort.dialect.hsqldb;

import io.retort.dialect.ansi.AnsiDdl;
import io.retort.dialect.ansi.ColumnChange;
import io.retort.dialect.ansi.SequenceSql;
import io.retort.dialect.ansi.Vocabulary;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Statement;
import io.retort.schema.Generation.Identity;
import io.retort.schema.Index;
import java.util.List;

/** Operations as HSQLDB says them. */
final class HsqldbDdl extends AnsiDdl {

    HsqldbDdl(Vocabulary words) {
        super(words, new HsqldbClauses(words), new SequenceSql(words, "", "", " no cycle"));
    }

    @Override
    protected List<String> dropGeneration(ColumnChange change) {
        if (change.before().generation() instanceof Identity) {
            return change.after().generation() instanceof Identity ? List.of() : List.of("drop identity");
        }
        return List.of("drop expression");
    }

    @Override
    protected List<String> addGeneration(ColumnChange change) {
        if (change.after().generation() instanceof Identity identity) {
            return List.of("set " + clauses.identity(identity));
        }
        throw cannotGenerate(change);
    }

    @Override
    public List<Statement> renameColumn(ColumnOperation.Rename rename) {
        return one(alterTable(rename.table()) + " alter column " + words.name(rename.before()) + " rename to "
                + words.name(rename.after()));
    }

    @Override
    public List<Statement> renameConstraint(ConstraintOperation.Rename rename) {
        return one("alter constraint " + words.beside(rename.table(), nameOf(rename.before())) + " rename to "
                + words.name(rename.after()));
    }

    @Override
    protected String notValid(ConstraintOperation.Add add) {
        if (!add.notValid()) {
            return "";
        }
        throw words.cannot(
                "leave the rows that are there unchecked by " + add.constraint().description(),
                "Use op.addConstraint.");
    }

    @Override
    public List<Statement> createIndex(IndexOperation.Create create) {
        Index index = create.index();
        if (index.method() != null) {
            throw words.cannot(
                    "create " + index.description() + " using " + index.method() + ": it chooses the method itself",
                    "Leave out .using(...).");
        }
        return super.createIndex(create);
    }
}
