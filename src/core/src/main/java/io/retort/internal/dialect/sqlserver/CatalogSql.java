package io.retort.internal.dialect.sqlserver;

import static io.retort.internal.dialect.sqlserver.SqlServerLiterals.national;

import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements that query the catalog first, because their object has a generated name, or can be of two kinds. */
final class CatalogSql {

    private static final String DESCRIPTION = "@name = N'MS_Description'";

    private final SqlNaming words;

    CatalogSql(SqlNaming words) {
        this.words = words;
    }

    /** Drops the default of a column, whatever its name; does nothing if the column has no default. */
    String dropDefault(QualifiedName table, String column) {
        return dropConstraints(table, "sys.default_constraints", column(table, column));
    }

    /**
     * Drops the default of a column and the check constraint in its definition, both of which prevent dropping the
     * column.
     */
    String dropConstraints(QualifiedName table, String column) {
        String both = "(select name, parent_object_id, parent_column_id from sys.default_constraints\n"
                + "        union all select name, parent_object_id, parent_column_id from sys.check_constraints)";
        return dropConstraints(table, both, column(table, column));
    }

    /** Drops the primary key of a table, whatever its name. */
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

    /** Adds a unique constraint if no column is nullable, otherwise a unique index on the rows without nulls. */
    String addUnique(QualifiedName table, List<String> columns, String index, String constraint) {
        String names = columns.stream().map(this::stored).collect(Collectors.joining(", "));
        return "if exists (select 1 from sys.columns where object_id = " + object(table) + " and name in (" + names
                + ") and is_nullable = 1)\n    " + index + "\nelse\n    " + constraint;
    }

    /** Drops what {@link #addUnique} has created. */
    String dropUnique(QualifiedName table, String name, String index, String constraint) {
        return "if exists (select 1 from sys.indexes where object_id = " + object(table) + " and name = " + stored(name)
                + " and is_unique_constraint = 0)\n    " + index + "\nelse\n    " + constraint;
    }

    /** Renames an object. */
    String rename(String before, String after, String sort) {
        return "exec sp_rename " + national(before) + ", " + stored(after) + ", " + national(sort);
    }

    /** Sets the description of a table or a column, as tools read it. */
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
