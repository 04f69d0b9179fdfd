package io.retort.internal.dialect.mysql;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads tables with hostile names and comments; the catalog says what is there. */
class ShownTableTests {

    private static final int TABLES = 60;

    private static final List<String> NAMES = List.of(
            "plain", "key", "with space", "tick`", "quote\"", "a, b", "INVISIBLE", "CHECK (1)", "x) y", "apos'", "ünï");

    private static final List<String> COMMENTS = List.of(
            "",
            "see CHECK (x > 1)",
            "INVISIBLE, it's",
            "KEY `plain` (`key`)",
            "back\\\\slash",
            "two\\nlines, CONSTRAINT `fk` FOREIGN KEY (`plain`)",
            "`plain` int(11) CHECK (1)",
            ") ENGINE=InnoDB");

    @OnDatabases({MARIADB, MYSQL})
    void columnsKeysAndConstraintsAreThoseOfTheCatalog(TestDb db) throws SQLException {
        for (String mode : List.of("", ",ANSI_QUOTES")) {
            try (Connection connection = db.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("set session sql_mode = concat(@@sql_mode, '" + mode + "')");
                for (int i = 0; i < TABLES; i++) {
                    Made made = Made.random(new Random(i), db.database() == MARIADB);
                    statement.execute("drop table if exists hostile");
                    statement.execute(made.create());
                    String text = TestDb.query(connection, "show create table hostile")
                            .get(0);
                    requireSame(connection, made, text.substring(text.indexOf("CREATE")));
                }
            }
        }
    }

    private static void requireSame(Connection connection, Made made, String text) throws SQLException {
        ShownTable shown = ShownTable.of(text);
        assertThat(shown.indexes())
                .as(text)
                .containsExactlyInAnyOrderEntriesOf(listed(connection, "statistics", "index_name", "seq_in_index"));
        assertThat(shown.foreignKeys())
                .as(text)
                .containsExactlyInAnyOrderEntriesOf(
                        listed(connection, "key_column_usage", "constraint_name", "ordinal_position"));
        for (String column : made.columns()) {
            assertThat(shown.attributes(column).contains(" invisible"))
                    .as("%s of %s", column, text)
                    .isEqualTo(made.invisible().contains(column));
            assertThat(shown.withoutCheck(column).isPresent())
                    .as("%s of %s", column, text)
                    .isEqualTo(made.checked().contains(column));
        }
    }

    private static Map<String, List<String>> listed(Connection connection, String view, String name, String position)
            throws SQLException {
        String foreign = view.equals("statistics") ? "" : " and referenced_table_name is not null";
        return TestDb.query(
                        connection,
                        "select concat(" + name + ", '\t', column_name) from information_schema." + view
                                + " where table_schema = database() and table_name = 'hostile'" + foreign + " order by "
                                + name
                                + ", " + position)
                .stream()
                .map(row -> row.split("\t"))
                .collect(Collectors.groupingBy(
                        row -> row[0], TreeMap::new, Collectors.mapping(row -> row[1], Collectors.toList())));
    }

    /** A random table. */
    private record Made(String create, List<String> columns, List<String> invisible, List<String> checked) {

        static Made random(Random random, boolean isMariaDb) {
            List<String> names = new ArrayList<>(NAMES);
            Collections.shuffle(names, random);
            names = names.subList(0, 3 + random.nextInt(4));
            List<String> parts = new ArrayList<>();
            List<String> invisible = new ArrayList<>();
            List<String> checked = new ArrayList<>();
            for (String name : names) {
                boolean hidden = isMariaDb && random.nextInt(4) == 0 && !name.equals(names.get(0));
                boolean check = isMariaDb && random.nextInt(3) == 0;
                String comment = COMMENTS.get(random.nextInt(COMMENTS.size()));
                parts.add(tick(name) + " varchar(40)"
                        + (random.nextInt(3) == 0 || hidden ? " default 'CHECK (1), it''s INVISIBLE'" : "")
                        + (hidden ? " invisible" : "")
                        + " comment '" + comment.replace("'", "''") + "'"
                        + (check ? " check (" + tick(name) + " <> 'a, CHECK (b)')" : ""));
                if (hidden) {
                    invisible.add(name);
                }
                if (check) {
                    checked.add(name);
                }
            }
            parts.add("primary key (" + tick(names.get(0)) + ")");
            parts.add("key " + tick(names.get(1) + " ix") + " (" + tick(names.get(1)) + "(7), " + tick(names.get(2))
                    + ") comment 'CONSTRAINT `x` (`y`)'");
            if (random.nextBoolean() && !isMisprinted(names.get(0)) && !isMisprinted(names.get(2))) {
                parts.add("constraint " + tick(names.get(2) + " fk") + " foreign key (" + tick(names.get(2))
                        + ") references hostile (" + tick(names.get(0)) + ")");
            }
            return new Made(
                    "create table hostile (" + String.join(", ", parts) + ") comment 'KEY (`a`)'",
                    names,
                    invisible,
                    checked);
        }

        /** MariaDB does not double a quote in names of a foreign key, so that the text is no SQL. */
        private static boolean isMisprinted(String name) {
            return name.contains("`") || name.contains("\"");
        }

        private static String tick(String name) {
            return '`' + name.replace("`", "``") + '`';
        }
    }
}
