package io.retort.internal.dialect.postgres;

import io.retort.internal.dialect.ansi.AnsiDdl;
import io.retort.internal.dialect.ansi.BackfillSql;
import io.retort.internal.dialect.ansi.ColumnChange;
import io.retort.internal.dialect.ansi.RowSql;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.Batches;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Constraint;
import io.retort.schema.EnumType;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The DDL of PostgreSQL. */
final class PostgresDdl extends AnsiDdl {

    private static final String PRIMARY_KEY = "_pkey";

    private final PostgresConversions conversions;
    private final PostgresClauses parts;

    PostgresDdl(SqlNaming words) {
        this(words, new PostgresClauses(words));
    }

    private PostgresDdl(SqlNaming words, PostgresClauses clauses) {
        super(words, clauses, new PostgresSequences(words));
        this.conversions = new PostgresConversions(words);
        this.parts = clauses;
    }

    @Override
    public List<Operation> parts(Operation operation) {
        return operation.accept(new ConcurrentParts(words, this));
    }

    /** Each statement runs outside a transaction, so that its locks end with it. */
    private List<Statement> separate(List<Operation> operations) {
        return operations.stream()
                .flatMap(part -> part.sql(this).stream())
                .<Statement>map(statement -> statement.requireSql().outsideTransaction())
                .toList();
    }

    @Override
    public List<Statement> addColumn(ColumnOperation.Add add) {
        List<Operation> separate = add.concurrently() ? parts(add) : List.of();
        return separate.size() > 1 ? separate(separate) : super.addColumn(add);
    }

    @Override
    public List<Statement> addConstraint(ConstraintOperation.Add add) {
        return add.concurrently() ? separate(parts(add)) : super.addConstraint(add);
    }

    String deferral(Constraint.Unique unique) {
        return parts.deferral(unique);
    }

    String clause(Constraint constraint) {
        return clauses.constraint(constraint);
    }

    /** Returns the statement that drops a constraint, and does more in the same {@code alter table}. */
    Statement.Sql replaced(QualifiedName table, Constraint dropped, String more) {
        return named(alterTable(table) + " drop constraint ", nameOf(dropped), more, table, dropped);
    }

    @Override
    public List<Statement> renameTable(TableOperation.Rename rename) {
        return new SchemaMove("table", words).of(rename.before(), rename.after());
    }

    @Override
    public List<Statement> alterColumn(ColumnOperation.Alter alter) {
        List<Operation> separate = alter.concurrently() ? parts(alter) : List.of();
        if (separate.size() > 1) {
            return separate(separate);
        }
        if (isComputedAnew(alter)) {
            return replaceColumn(alter);
        }
        List<Statement> statements = super.alterColumn(alter);
        boolean counts = alter.after().generation() instanceof Identity;
        boolean counted = alter.before().generation() instanceof Identity;
        return counts && !counted
                ? Stream.concat(statements.stream(), Stream.of(countOn(alter))).toList()
                : statements;
    }

    /**
     * A generated column can be dropped and added again without loss. Only PostgreSQL 17 can change its expression, and
     * no version can make it virtual.
     */
    private static boolean isComputedAnew(ColumnOperation.Alter alter) {
        boolean virtual = alter.before().generation() instanceof Computed computed && !computed.stored();
        return ColumnChange.of(alter).generation() && (virtual || alter.after().generation() instanceof Computed);
    }

    /** A new identity starts at 1, so it is set to continue after the existing values. */
    private Statement countOn(ColumnOperation.Alter alter) {
        return sql(continued(words, alter.table(), alter.after().name()));
    }

    static String continued(SqlNaming words, QualifiedName table, String column) {
        String name = words.name(table);
        return "select setval(pg_get_serial_sequence(" + words.literals().string(name) + ", "
                + words.literals().string(words.identifiers().stored(column)) + "), coalesce(max(" + words.name(column)
                + "), 0) + 1, false) from " + name;
    }

    @Override
    protected String newType(ColumnOperation.Alter alter) {
        String using = alter.using() == null ? conversions.using(alter) : alter.using();
        return "type " + clauses.type(alter.after()) + (using == null ? "" : " using " + using);
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
        if (change.after().generation() instanceof Identity after) {
            return change.before().generation() instanceof Identity before
                    ? List.of(countOtherwise(before, after))
                    : List.of("add " + clauses.identity(after));
        }
        return super.addGeneration(change);
    }

    private static String countOtherwise(Identity before, Identity after) {
        List<String> changes = new ArrayList<>();
        if (before.always() != after.always()) {
            changes.add("set generated " + (after.always() ? "always" : "by default"));
        }
        if (before.start() != after.start()) {
            changes.add("set start with " + after.start());
        }
        if (before.increment() != after.increment()) {
            changes.add("set increment by " + after.increment());
        }
        return String.join(" ", changes);
    }

    @Override
    protected String notValid(ConstraintOperation.Add add) {
        if (!add.notValid()) {
            return "";
        }
        Constraint constraint = add.constraint();
        if (constraint instanceof Constraint.ForeignKey || constraint instanceof Constraint.Check) {
            return " not valid";
        }
        throw refusals.unchecked(constraint);
    }

    /** An unnamed primary key is named after its table, which is truncated so that the name fits. */
    @Override
    public List<Statement> dropConstraint(ConstraintOperation.Drop drop) {
        if (drop.name() != null) {
            return super.dropConstraint(drop);
        }
        return List.of(named(
                alterTable(drop.table()) + " drop constraint ",
                nameOfKey(drop.table()),
                "",
                drop.table(),
                drop.constraint()));
    }

    private String nameOfKey(QualifiedName table) {
        String stored = words.identifiers().stored(table.name());
        String name = cut(stored, words.identifiers().maxBytes() - PRIMARY_KEY.length()) + PRIMARY_KEY;
        return words.identifiers().typed(name);
    }

    /** Returns the name of a primary key; the one that the server gives it if it has none. */
    String nameOfKey(QualifiedName table, Constraint.PrimaryKey key) {
        return key.name() == null ? nameOfKey(table) : key.name();
    }

    /** Returns a stored name, truncated so that it fits, as it is typed. */
    String shortened(String stored) {
        return words.identifiers().typed(cut(stored, words.identifiers().maxBytes()));
    }

    private static String cut(String text, int bytes) {
        String shorter = text;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > bytes) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }

    @Override
    public List<Statement> createIndex(IndexOperation.Create create) {
        Index index = create.index();
        Statement.Sql created = sql("create " + (index.unique() ? "unique " : "") + "index "
                + (create.concurrently() ? "concurrently " : "") + words.name(index.name()) + " on "
                + words.name(create.table()) + (index.method() == null ? "" : " using " + index.method()) + " "
                + clauses.indexed(index));
        return List.of(create.concurrently() ? created.outsideTransaction() : created);
    }

    @Override
    public List<Statement> dropIndex(IndexOperation.Drop drop) {
        if (!drop.concurrently()) {
            return super.dropIndex(drop);
        }
        String name = words.inSchemaOf(drop.table(), drop.index().name());
        return List.of(sql("drop index concurrently " + name).outsideTransaction());
    }

    @Override
    public List<Statement> createEnum(TypeOperation.Create create) {
        EnumType type = create.type();
        return one(type.values().stream()
                .map(words.literals()::of)
                .collect(Collectors.joining(", ", "create type " + words.name(type.name()) + " as enum (", ")")));
    }

    @Override
    public List<Statement> dropEnum(TypeOperation.Drop drop) {
        return one("drop type " + words.name(drop.type().name()));
    }

    /** Outside a transaction, because a constant cannot be used in the transaction that adds it. */
    @Override
    public List<Statement> addEnumValue(TypeOperation.AddValue add) {
        String text = "alter type " + words.name(add.type()) + " add value "
                + words.literals().of(add.value());
        return List.of(sql(text).outsideTransaction());
    }

    @Override
    public List<Statement> alterEnum(TypeOperation.Alter alter) {
        return new EnumChange(words, clauses).statements(alter);
    }

    /** The block commits each batch, so it must run outside a transaction (PostgreSQL 11). */
    @Override
    protected Optional<String> loop(BackfillSql sql, List<String> key, Batches batches) {
        String columns = sql.columns(key);
        String last =
                key.stream().map(each -> "retort_last." + words.name(each)).collect(Collectors.joining(", "));
        String until =
                key.stream().map(each -> "retort_until." + words.name(each)).collect(Collectors.joining(", "));
        String update = "    " + sql.update() + "\n        where ";
        String rest = " and " + sql.condition() + ";\n    commit;\n";
        String table = sql.tableName();
        String pause =
                batches.pauseMillis() == 0 ? "" : "    perform pg_sleep(" + batches.pauseMillis() + " / 1000.0);\n";
        String wait = batches.waitWhile() == null
                ? ""
                : "    loop\n        retort_wait := (" + batches.waitWhile() + "\n        )::text;\n"
                        + "        exit when retort_wait is null or retort_wait !~ '^(true|t|0*[1-9][0-9]*)$';\n"
                        + "        perform pg_sleep(1);\n    end loop;\n";
        String body = "declare\n    retort_last " + table + "%rowtype;\n    retort_until " + table
                + "%rowtype;\n    retort_more boolean;\n    retort_left bigint;\n    retort_wait text;\nbegin\n"
                + "    select * into retort_last from " + table + " order by " + columns + " limit 1;\n"
                + "    retort_more := found;\n"
                + update + "(" + columns + ") <= (" + last + ")" + rest
                + "    while retort_more loop\n" + wait
                + "    select * into retort_until from " + table + " where (" + columns + ") > (" + last + ") order by "
                + columns + " offset " + (sql.rows(batches) - 1) + " limit 1;\n"
                + "    retort_more := found;\n"
                + "    if retort_more then\n"
                + update + "(" + columns + ") > (" + last + ") and (" + columns + ") <= (" + until + ")" + rest
                + "    else\n"
                + update + "(" + columns + ") > (" + last + ")" + rest
                + "    end if;\n    retort_last := retort_until;\n" + pause + "    end loop;\n"
                + "    select count(*) into retort_left from " + table + " where " + sql.condition() + ";\n"
                + "    if retort_left > 0 then\n"
                + "        raise exception '% rows of % are not filled', retort_left, "
                + words.literals().string(table) + ";\n    end if;\nend\n";
        String quote = "$backfill$";
        while (body.contains(quote)) {
            quote = quote.replace("backfill", "backfill_");
        }
        return Optional.of("do " + quote + "\n" + body + quote);
    }

    @Override
    protected List<String> upserted(DataOperation.Upsert upsert, RowSql sql) {
        return sql.onConflict(upsert);
    }
}
