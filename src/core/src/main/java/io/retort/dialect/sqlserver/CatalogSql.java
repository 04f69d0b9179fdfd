package io.retort.dialect.sqlserver;

import static io.retort.dialect.sqlserver.SqlServerLiterals.national;

import io.retort.dialect.ansi.Vocabulary;
import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements that ask the catalog first, because what they work on has no name that a revision could know, or is one of
 * two things.
 */
final class CatalogSql {

    private static final String DESCRIPTION = "@name = N'MS_Description'";

    private final Vocabulary words;

    CatalogSql(Vocabulary words) {
        this.words = words;
    }

    /** Drops a column's default, whatever it is called; does nothing where there is none. */
    String dropDefault(QualifiedName table, String column) {
        return dropConstraints(table, "sys.default_constraints", column(table, column));
    }

    /** Drops a column's default and the check in its definition, both of which keep the column from going. */
    String dropConstraints(QualifiedName table, String column) {
        String both = "(select name, parent_object_id, parent_column_id from sys.default_constraints\n"
                + "        union all select name, parent_object_id, parent_column_id from sys.check_constraints)";
        return dropConstraints(table, both, column(table, column));
    }

    /** Drops a table's primary key, whatever it is called. */
    String dropPrimaryKey(QualifiedName table) {
        return dropConstraints(table, "sys.key_constraints", "type = N'PK'");
    }

    private String dropConstraints(QualifiedName table, String constraints, String which) {
        String start = national("alter table " + words.name(table) + " drop constraint ");
        return "declare @drop nvarchar(max) = N''\n"
                + "select @drop = @drop + " + start + " + quotename(name) + N' '\n    from " + constraints
                + " as found\n"
                + "    where parent_object_id = " + object(table) + " and " + which + "\n"
                + "exec (@drop)";
    }

    private String column(QualifiedName table, String column) {
        return "parent_column_id = columnproperty(" + object(table) + ", " + stored(column) + ", N'ColumnId')";
    }

    /** Makes a unique constraint where no column may be null, and else an index on the rows without nulls. */
    String addUnique(QualifiedName table, List<String> columns, String index, String constraint) {
        String names = columns.stream().map(this::stored).collect(Collectors.joining(", "));
        return "if exists (select 1 from sys.columns where object_id = " + object(table) + " and name in (" + names
                + ") and is_nullable = 1)\n    " + index + "\nelse\n    " + constraint;
    }

    /** Drops what {@link #addUnique} has made. */
    String dropUnique(QualifiedName table, String name, String index, String constraint) {
        return "if exists (select 1 from sys.indexes where object_id = " + object(table) + " and name = " + stored(name)
                + " and is_unique_constraint = 0)\n    " + index + "\nelse\n    " + constraint;
    }

    /** Gives a thing another name. */
    String rename(String before, String after, String sort) {
        return "exec sp_rename " + national(before) + ", " + stored(after) + ", " + national(sort);
    }

    /** Says what a table or a column is for, where tools look for it. */
    String describe(QualifiedName table, @Nullable String column, @Nullable String before, @Nullable String after) {
        String schema = table.schema() == null ? "@schema" : stored(table.schema());
        String verb = after == null ? "drop" : before == null ? "add" : "update";
        return (table.schema() == null ? "declare @schema sysname = schema_name()\n" : "")
                + "exec sp_" + verb + "extendedproperty " + DESCRIPTION
                + (after == null ? "" : ", @value = " + national(after))
                + ",\n    @level0type = N'SCHEMA', @level0name = " + schema
                + ",\n    @level1type = N'TABLE', @level1name = " + stored(table.name())
                + (column == null ? "" : ",\n    @level2type = N'COLUMN', @level2name = " + stored(column));
    }

    private String object(QualifiedName name) {
        return "object_id(" + national(words.name(name)) + ")";
    }

    private String stored(String typed) {
        return national(words.identifiers().stored(typed));
    }
}
