package io.retort.internal.dialect.postgres;

import io.retort.internal.dialect.ansi.ColumnChange;
import io.retort.internal.dialect.ansi.EnumCheck;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.internal.lint.rule.VolatileDefault;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.Statement;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a change that must not block other sessions into parts. Each part runs in a transaction of its own: it either
 * changes only the catalog, or works while others read and write.
 */
final class ConcurrentParts implements OperationVisitor.Selective<List<Operation>> {

    private static final int TEXT_LENGTH = 255;

    private final SqlNaming words;
    private final PostgresDdl ddl;
    private final EnumCheck enumCheck;

    ConcurrentParts(SqlNaming words, PostgresDdl ddl) {
        this.words = words;
        this.ddl = ddl;
        this.enumCheck = new EnumCheck(words);
    }

    @Override
    public List<Operation> other(Operation operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> addConstraint(ConstraintOperation.Add add) {
        if (!add.concurrently()) {
            return List.of(add);
        }
        Constraint constraint = add.constraint();
        if (constraint instanceof Constraint.Unique unique) {
            return indexed(
                    add.table(),
                    unique.name(),
                    words.names(unique.columns()) + (unique.nullsNotDistinct() ? " nulls not distinct" : ""),
                    "unique",
                    ddl.deferral(unique));
        }
        return constraint instanceof Constraint.PrimaryKey key
                ? indexed(add.table(), ddl.nameOfKey(add.table(), key), words.names(key.columns()), "primary key", "")
                : validated(add.table(), constraint);
    }

    private List<Operation> indexed(QualifiedName table, String name, String columns, String kind, String options) {
        String index = words.name(name);
        String created = "create unique index concurrently " + index + " on " + words.name(table) + " " + columns;
        String attached = alter(table) + "add constraint " + index + " " + kind + " using index " + index + options;
        return List.of(
                SqlPart.of(
                        new Statement.Sql(created).outsideTransaction(),
                        "drop index if exists " + words.inSchemaOf(table, name)),
                SqlPart.of(new Statement.Sql(attached), alter(table) + "drop constraint " + index));
    }

    private List<Operation> validated(QualifiedName table, Constraint constraint) {
        return List.of(new ConstraintOperation.Add(table, constraint, true), validation(table, constraint));
    }

    private Operation validation(QualifiedName table, Constraint constraint) {
        return SqlPart.of(alter(table) + "validate constraint " + words.name(String.valueOf(constraint.name())));
    }

    @Override
    public List<Operation> addColumn(ColumnOperation.Add add) {
        Column column = add.column();
        QualifiedName table = add.table();
        boolean differs = isFilled(column);
        boolean checked = enumCheck.isNeeded(column);
        if (!add.concurrently() || add.key() != null || !differs && !checked) {
            return List.of(new ColumnOperation.Add(table, column, add.key()));
        }
        Column text = text(column);
        Column open = differs ? text.withNullable(true) : text;
        Column bare = differs ? open.withDefault(null) : text;
        List<Operation> parts = new ArrayList<>();
        parts.add(new ColumnOperation.Add(table, bare));
        if (checked) {
            parts.addAll(validated(table, enumCheck.constraint(table, column)));
        }
        if (differs) {
            parts.add(new ColumnOperation.Alter(table, bare, open));
            parts.add(new SqlPart(new Statement.Sql(fill(table, column)).outsideTransaction(), Optional.empty()));
        }
        if (differs && !column.nullable()) {
            parts.addAll(notNull(table, open, text));
        }
        return parts;
    }

    /** Returns whether each row gets another default, so that the server would write all of them at once. */
    static boolean isFilled(Column column) {
        return column.generation() == null && VolatileDefault.isVolatile(column.defaultValue(), SqlSyntax.STANDARD);
    }

    /**
     * Goes through the pages of the table and commits after some of them: as many as take between 50 and 100 ms, because
     * other sessions wait for the rows. A row that another session changes meanwhile can move to a page that was already
     * visited, so it starts again until no row is filled. The partitions of a table are visited at the same time.
     */
    private String fill(QualifiedName table, Column column) {
        String name = words.name(table);
        return """
                do $retort$
                declare page bigint; pages bigint; step bigint := 10; changed bigint; filled bigint; begun timestamptz;
                begin
                  loop
                    with recursive part (oid) as (
                      select %2$s::regclass::oid
                      union all select inhrelid from pg_inherits join part on inhparent = oid)
                    select max(pg_relation_size(oid)) / current_setting('block_size')::bigint into pages from part;
                    page := 0;
                    filled := 0;
                    while page < pages loop
                      begun := clock_timestamp();
                      update %1$s set %3$s = default where %3$s is null
                        and ctid >= ('(' || page || ',0)')::tid and ctid < ('(' || (page + step) || ',0)')::tid;
                      get diagnostics changed = row_count;
                      commit;
                      filled := filled + changed;
                      page := page + step;
                      if clock_timestamp() - begun > interval '100 ms' then
                        step := greatest(step / 2, 1);
                      elsif clock_timestamp() - begun < interval '50 ms' then
                        step := least(step * 2, 1000);
                      end if;
                    end loop;
                    exit when filled = 0;
                  end loop;
                end $retort$""".formatted(name, words.literals().of(name), words.name(column.name()));
    }

    @Override
    public List<Operation> alterColumn(ColumnOperation.Alter alter) {
        ColumnChange change = ColumnChange.of(alter);
        ColumnOperation.Alter plain = new ColumnOperation.Alter(
                alter.table(), alter.before(), alter.after(), alter.using(), alter.usingBack());
        boolean required = change.nullability() && !alter.after().nullable();
        boolean checked = enumCheck.isOther(change) && enumCheck.isNeeded(alter.after());
        boolean computed = alter.before().generation() instanceof Generation.Computed
                || alter.after().generation() instanceof Generation.Computed;
        if (!alter.concurrently() || computed || !required && !checked) {
            return List.of(plain);
        }
        Column after = checked ? text(alter.after()) : alter.after();
        Column before = checked ? text(alter.before()) : alter.before();
        Column open = required ? after.withNullable(true) : after;
        ColumnOperation.Alter rest =
                new ColumnOperation.Alter(alter.table(), before, open, alter.using(), alter.usingBack());
        boolean more = !before.equals(open) || alter.using() != null;
        List<Operation> parts = new ArrayList<>();
        if (checked) {
            parts.addAll(otherValues(alter, more ? List.of(rest) : List.of()));
        } else if (more) {
            parts.add(rest);
        }
        if (required) {
            parts.addAll(notNull(alter.table(), open, after));
        }
        return parts;
    }

    /**
     * The check constraint of the former constants has the same name, so one statement replaces it. It is dropped before
     * if the type changes, because the server would read every row to check it again.
     */
    private List<Operation> otherValues(ColumnOperation.Alter alter, List<Operation> rest) {
        QualifiedName table = alter.table();
        Constraint.Check check = enumCheck.constraint(table, alter.after());
        boolean former = enumCheck.isNeeded(alter.before());
        List<Operation> parts = new ArrayList<>();
        if (former && rest.isEmpty()) {
            Constraint.Check dropped = enumCheck.constraint(table, alter.before());
            parts.add(SqlPart.of(
                    ddl.replaced(table, dropped, ", add " + ddl.clause(check) + " not valid"),
                    alter(table) + "drop constraint " + words.name(check.name()) + ", add " + ddl.clause(dropped)));
            parts.add(validation(table, check));
            return parts;
        }
        if (former) {
            parts.add(new ConstraintOperation.Drop(table, enumCheck.constraint(table, alter.before())));
        }
        parts.addAll(rest);
        parts.addAll(validated(table, check));
        return parts;
    }

    /** A validated check constraint proves that no row has null, so that {@code set not null} reads none. */
    private List<Operation> notNull(QualifiedName table, Column open, Column required) {
        Constraint.Check proof = new Constraint.Check(
                ddl.shortened("retort_not_null_" + words.identifiers().stored(required.name())),
                words.name(required.name()) + " is not null");
        List<Operation> parts = new ArrayList<>(validated(table, proof));
        parts.add(new ColumnOperation.Alter(table, open, required));
        parts.add(new ConstraintOperation.Drop(table, proof));
        return parts;
    }

    /** The column without the check constraint of its constants. */
    private Column text(Column column) {
        return enumCheck.isNeeded(column)
                ? column.withType(SqlType.varchar(column.type().argumentOr(TEXT_LENGTH)))
                : column;
    }

    private String alter(QualifiedName table) {
        return "alter table " + words.name(table) + " ";
    }
}
