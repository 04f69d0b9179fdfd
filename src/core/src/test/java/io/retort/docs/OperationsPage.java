package io.retort.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference of all operations, generated from the golden files so that it matches the actual SQL. */
final class OperationsPage {

    private static final Map<String, String> FAMILIES = Map.of(
            "table", "Tables",
            "column", "Columns",
            "constraint", "Constraints",
            "index", "Indexes",
            "sequence", "Sequences",
            "type", "Types",
            "data", "Data");

    private static final List<String> ORDER =
            List.of("table", "column", "constraint", "index", "sequence", "type", "data");

    private static final Map<String, String> PRODUCTS = products();

    private static final String TOP = """
            # Operations

            This page lists the operations of a revision, with the SQL that Retort generates for each database. It is generated from the
            golden files in `src/core/src/test/resources/golden`. Tests compare these files with Retort's output and run them on the real
            databases (not on SQL Server). Do not edit this page. To update it, run
            `mvn -pl src/core -am test -Dtest=OperationsPageTests -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write`.

            In each block, the part after `reverse` reverts the operation. It runs in the downgrade of a migration without a `downgrade`
            method, and where you call `op.reverse(code)`. `none` means that the operation cannot be reverted. That is so for short forms,
            which contain only a name; the form with the full definition can be reverted. `refused` is an error before anything runs.
            `op.custom(operation)` accepts your own operation, a `CustomOperation`, which provides its own SQL.

            `io.retort.migration.Definitions` contains the static methods for tables, columns and types; see
            [revision files](revision-files.md).

            ## Arguments

            The order of the arguments is the same in all methods:

            1. the table, if the operation changes a part of a table;
            2. the name of the object, or a value that contains it, such as `column(…)`, `unique(…)`, `index(…)` or `sequence(…)`;
            3. details: a key, the state or the rows before and after the change (`before`, `after`), `using(…)`, rows.

            A drop accepts a name or the whole value. Only the whole value can be reverted. Options are parts of the value:
            `index("ix_customer_email", "email").concurrently()`, `foreignKey(…).references(…).notValid()`.

            ## Products

            An operation that a product does not support is refused before anything runs. A change of a comment does nothing on SQLite,
            which has no comments. Values and options within a supported operation can still be refused; the examples show where.

            | method of `op` | products |
            |---|---|
            %s
            ## Examples

            | example | description | reverse |
            |---|---|---|
            """;

    private final Path golden;

    OperationsPage(Path golden) {
        this.golden = golden;
    }

    String text() {
        StringBuilder page = new StringBuilder(TOP.replace("%s", OperationSupport.table()));
        List<String> names = names();
        names.forEach(name -> page.append(line(name)));
        String family = "";
        for (String name : names) {
            if (!family(name).equals(family)) {
                family = family(name);
                page.append("\n## ").append(FAMILIES.get(family)).append('\n');
            }
            page.append(example(name));
        }
        return page.toString();
    }

    private String line(String name) {
        String[] says = read(name, "text").strip().split("\n\nreverse:\n");
        String undone = says[1].equals("none") ? "nothing" : code(says[1]);
        return "| [" + name + "](#" + name.replace(".", "") + ") | " + code(says[0]) + " | " + undone + " |\n";
    }

    private String example(String name) {
        StringBuilder example = new StringBuilder("\n### " + name + "\n\n" + block("java", read(name, "java")));
        sql(name)
                .forEach((sql, products) ->
                        example.append('\n').append(products).append(":\n\n").append(block("sql", sql)));
        return example.toString();
    }

    /** The SQL of an example, with the products that share it. */
    private Map<String, String> sql(String name) {
        Map<String, StringJoiner> same = new LinkedHashMap<>();
        PRODUCTS.forEach((file, product) -> same.computeIfAbsent(read(name, file), sql -> new StringJoiner(", "))
                .add(product));
        Map<String, String> sql = new LinkedHashMap<>();
        same.forEach((text, products) -> sql.put(text, products.toString()));
        return sql;
    }

    private List<String> names() {
        try (Stream<Path> folders = Files.list(golden)) {
            Map<String, List<String>> byFamily = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .collect(Collectors.groupingBy(OperationsPage::family));
            if (!byFamily.keySet().equals(FAMILIES.keySet())) {
                throw new IllegalStateException("Name the families in ORDER: " + byFamily.keySet());
            }
            return ORDER.stream()
                    .flatMap(family -> byFamily.get(family).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String family(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static String code(String line) {
        return "`" + line.replace("|", "\\|") + "`";
    }

    private static String block(String language, String text) {
        return "```" + language + "\n" + text.stripTrailing() + "\n```\n";
    }

    private String read(String name, String file) {
        try {
            return Files.readString(golden.resolve(name).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> products() {
        Map<String, String> products = new LinkedHashMap<>();
        products.put("postgresql.sql", "PostgreSQL");
        products.put("mysql.sql", "MySQL");
        products.put("mariadb.sql", "MariaDB");
        products.put("h2.sql", "H2");
        products.put("hsqldb.sql", "HSQLDB");
        products.put("sqlite.sql", "SQLite");
        products.put("sqlserver.sql", "SQL Server");
        return products;
    }
}
