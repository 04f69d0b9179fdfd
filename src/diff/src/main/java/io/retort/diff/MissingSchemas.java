package io.retort.diff;

import io.retort.dialect.Identifiers;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The schemas that new tables are in and the database does not have. Where a schema is part of a database, it is created
 * before them, and dropped on the way back if nothing else is in it. Where it is a database of its own, which a drop would
 * take with all that others have in it, it is only told.
 *
 * @param names the names of the schemas, as typed
 * @param areDatabases whether a schema is a database of its own
 */
record MissingSchemas(List<String> names, boolean areDatabases) {

    /** Those that operations name. */
    static MissingSchemas of(List<Operation> operations, Connection connection, Identifiers identifiers)
            throws SQLException {
        List<String> named = operations.stream()
                .flatMap(operation -> operation.subject().stream())
                .map(QualifiedName::schema)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (named.isEmpty()) {
            return new MissingSchemas(List.of(), false);
        }
        DatabaseMetaData database = connection.getMetaData();
        boolean schemas = database.supportsSchemasInTableDefinitions();
        Set<String> there = existing(schemas ? database.getSchemas() : database.getCatalogs());
        return new MissingSchemas(
                there.isEmpty()
                        ? List.of()
                        : named.stream()
                                .filter(name -> !there.contains(identifiers.stored(name)))
                                .toList(),
                !schemas);
    }

    private static Set<String> existing(ResultSet rows) throws SQLException {
        Set<String> names = new HashSet<>();
        try (rows) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** The operations, behind those that create the schemas. */
    List<Operation> before(List<Operation> operations, Identifiers identifiers) {
        if (areDatabases) {
            return operations;
        }
        List<Operation> all = new ArrayList<>();
        for (String name : names) {
            String sql = identifiers.sql(name);
            all.add(new DataOperation.Execute(
                    "create schema " + sql, "drop schema " + sql + " restrict", Statement.Sql.ANY));
        }
        all.addAll(operations);
        return all;
    }

    /** What is told about those that are not created, as sentences. */
    List<String> told() {
        return areDatabases
                ? names.stream()
                        .map(name ->
                                "database " + name + ": the entities name it, and it is not there. Create it before the"
                                        + " upgrade: create database " + name)
                        .toList()
                : List.of();
    }
}
