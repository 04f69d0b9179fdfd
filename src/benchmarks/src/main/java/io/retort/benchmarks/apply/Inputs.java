package io.retort.benchmarks.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The migrations of one case in one size, in the format of every contender.
 *
 * @param folder contains {@code plain}, {@code flyway}, {@code liquibase}, {@code retort} and {@code classes}
 * @param size the number of revisions
 * @param columns whether revisions add columns to a few tables; otherwise each creates a table and an index
 */
public record Inputs(Path folder, int size, boolean columns) {

    static final int TABLES = 10;

    /** Writes and compiles all inputs into an empty folder. */
    public static Inputs write(Path folder, int size, boolean columns) throws IOException {
        Inputs inputs = new Inputs(folder, size, columns);
        for (int i = 1; i <= size; i++) {
            inputs.write(i);
        }
        if (size > 0) {
            inputs.compile();
        }
        return inputs;
    }

    private void write(int i) throws IOException {
        String number = String.format("%04d", i);
        String sql = sql(i);
        put("plain/" + number + ".sql", sql);
        put("flyway/V" + number + "__step.sql", sql);
        put(
                "liquibase/changes/" + number + ".sql",
                "--liquibase formatted sql\n--changeset bench:" + number + "\n" + sql);
        put(
                "liquibase/all.yaml",
                "databaseChangeLog:\n  - includeAll:\n      path: changes/\n      relativeToChangelogFile: true\n");
        String parent = i == 1 ? "" : "-- parent: " + id(i - 1) + "\n";
        put(
                "retort/" + id(i) + "_step.sql",
                "-- revision: " + id(i) + "\n" + parent + "-- message: step\n\n-- upgrade\n" + sql
                        + "\n-- downgrade\n");
        put("source/db/revisions/R" + id(i) + "_step.java", java(i));
    }

    static String id(int i) {
        return Integer.toHexString(0xa0000000 + i);
    }

    private String sql(int i) {
        return columns
                ? "alter table base" + i % TABLES + " add column c" + i + " varchar(20);\n"
                : "create table t" + i
                        + " (id bigint not null, code varchar(40) not null, amount numeric(12, 2), active"
                        + " boolean not null, created_at timestamp(6), note varchar(255), primary key (id));\ncreate index ix_t"
                        + i + "_code on t" + i + " (code);\n";
    }

    private String java(int i) {
        String parent = i == 1 ? "" : "parent = \"" + id(i - 1) + "\", ";
        String body = columns
                ? "op.addColumn(\"base" + i % TABLES + "\", column(\"c" + i + "\", varchar(20)));"
                : "op.createTable(\"t" + i
                        + "\", column(\"id\", bigint()).notNull(), column(\"code\", varchar(40)).notNull(),"
                        + " column(\"amount\", numeric(12, 2)), column(\"active\", bool()).notNull(), column(\"created_at\","
                        + " timestamp(6)), column(\"note\", varchar(255)), primaryKey(\"id\"));\n        op.createIndex(\"t"
                        + i
                        + "\", index(\"ix_t" + i + "_code\", \"code\"));";
        return "package db.revisions;\n\nimport static io.retort.migration.Definitions.*;\nimport io.retort.migration.*;\n\n"
                + "@Revision(id = \"" + id(i) + "\", " + parent
                + "message = \"step\", created = \"2026-11-22T10:15:30Z\")\npublic class R" + id(i)
                + "_step implements Migration {\n    @Override\n    public void upgrade(Operations op) {\n        "
                + body
                + "\n    }\n}\n";
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            sources.add(folder.resolve("source/db/revisions/R" + id(i) + "_step.java"));
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException("the revisions do not compile");
            }
        }
    }
}
