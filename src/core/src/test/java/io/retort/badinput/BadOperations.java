package io.retort.badinput;

import static io.retort.migration.Definitions.arrayOf;
import static io.retort.migration.Definitions.bytes;
import static io.retort.migration.Definitions.check;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.columns;
import static io.retort.migration.Definitions.decimal;
import static io.retort.migration.Definitions.enumOf;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.sequence;
import static io.retort.migration.Definitions.type;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;

import io.retort.migration.Migration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Migrations with invalid operations. */
final class BadOperations {

    private static final String LONG = "a".repeat(300);

    private BadOperations() {}

    static Map<String, Migration> all() {
        Map<String, Migration> all = new LinkedHashMap<>();
        names(all);
        definitions(all);
        data(all);
        return all;
    }

    private static void names(Map<String, Migration> all) {
        all.put("a table without a name", op -> op.createTable("", column("id", integer())));
        all.put("a table whose name is null", op -> op.createTable(null, column("id", integer())));
        all.put("a table whose name is blank", op -> op.createTable("  ", column("id", integer())));
        all.put("a table whose name is two quotes", op -> op.createTable("\"\"", column("id", integer())));
        all.put("a table whose quote is not closed", op -> op.createTable("\"account", column("id", integer())));
        all.put("a table with a zero in its name", op -> op.createTable("a\0b", column("id", integer())));
        all.put("a table with a name too long", op -> op.createTable(LONG, column("id", integer())));
        all.put("a column without a name", op -> op.addColumn("account", column("", integer())));
        all.put("a column whose name is null", op -> op.addColumn("account", column(null, integer())));
        all.put("a column with a name too long", op -> op.addColumn("account", column(LONG, integer())));
        all.put("an index without a name", op -> op.createIndex("account", index("", "id")));
        all.put("an index with a name too long", op -> op.createIndex("account", index(LONG, "id")));
        all.put("a drop of a table without a name", op -> op.dropTable(""));
        all.put("a drop of a column without a name", op -> op.dropColumn("account", ""));
        all.put("a renaming to nothing", op -> op.renameTable("account", ""));
        all.put("a sequence without a name", op -> op.createSequence(sequence("")));
    }

    private static void definitions(Map<String, Migration> all) {
        all.put("a table without columns", op -> op.createTable("empty"));
        all.put(
                "a column twice",
                op -> op.createTable("t", column("id", integer()), column("id", varchar(10)), primaryKey("id")));
        all.put(
                "a primary key on a column that is not there",
                op -> op.createTable("t", column("id", integer()), primaryKey("no")));
        all.put("a primary key without columns", op -> op.createTable("t", column("id", integer()), primaryKey()));
        all.put("a column without a type", op -> op.addColumn("account", column("x", null)));
        all.put("a text of negative length", op -> op.addColumn("account", column("x", varchar(-1))));
        all.put("a text of length zero", op -> op.addColumn("account", column("x", varchar(0))));
        all.put("an enum without labels", op -> op.addColumn("account", column("x", enumOf())));
        all.put("an array of nothing", op -> op.addColumn("account", column("x", arrayOf(null))));
        all.put("a type without a name", op -> op.addColumn("account", column("x", type(""))));
        all.put("an index without columns", op -> op.createIndex("account", index("ix")));
        all.put("an index on null", op -> op.createIndex("account", index("ix", (String) null)));
        all.put("a unique constraint without columns", op -> op.addConstraint("account", unique("uk")));
        all.put("a check without a condition", op -> op.addConstraint("account", check("ck", "")));
        all.put(
                "a foreign key that references nothing",
                op -> op.addConstraint("account", foreignKey("fk", "id").references("")));
        all.put(
                "a foreign key of two columns to one",
                op -> op.addConstraint("account", foreignKey("fk", "id", "x").references("account", "id")));
    }

    private static void data(Map<String, Migration> all) {
        all.put("a statement without text", op -> op.execute(""));
        all.put("a statement that is null", op -> op.execute((String) null));
        all.put("work without code", op -> op.work("fill", null));
        all.put("a row with a value too few", op -> op.insert("account", columns("id", "x"), row(1)));
        all.put("a row with a value too many", op -> op.insert("account", columns("id"), row(1, 2)));
        all.put("rows without columns", op -> op.insert("account", columns(), row()));
        all.put("a value that has no literal", op -> op.insert("account", columns("id"), row(new Object())));
        all.put("a value with a zero in it", op -> op.insert("account", columns("id"), row("a\0b")));
        all.put("a number that is none", op -> op.insert("account", columns("id"), row(decimal("one"))));
        all.put("a number that is not a number", op -> op.insert("account", columns("id"), row(Double.NaN)));
        all.put("bytes that are none", op -> op.insert("account", columns("id"), row((Object) bytes("xyz"))));
        all.put("a reverse of what has none", op -> op.reverse(up -> up.dropTable("account")));
        all.put("a reverse of nothing", op -> op.reverse(null));
        all.put("no operation", op -> op.custom(null));
    }
}
