package io.retort.diff;

import io.retort.dialect.Identifiers;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
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
 * Schemas that new tables belong to and that the database does not have.
 *
 * <p>Where a schema is part of a database, the upgrade creates it, and the downgrade drops it if it is empty. On MySQL
 * and MariaDB a schema is a database, and dropping it could destroy other data. There the missing schema is only
 * reported.
 *
 * @param names the names of the schemas, as typed
 * @param areDatabases whether a schema is a database of its own
 */
record MissingSchemas(List<String> names, boolean areDatabases) {

    /** Returns the missing schemas among those that the operations refer to. */
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

    /** Returns the operations, preceded by those that create the schemas. */
    List<Operation> before(List<Operation> operations, Identifiers identifiers) {
        if (areDatabases) {
            return operations;
        }
        List<Operation> all = new ArrayList<>();
        for (String name : names) {
            String sql = identifiers.sql(name);
            all.add(new DataOperation.Execute("create schema " + sql, "drop schema " + sql + " restrict"));
        }
        all.addAll(operations);
        return all;
    }

    /** Returns one sentence for each missing schema that the upgrade does not create. */
    List<String> describe() {
        return areDatabases
                ? names.stream()
                        .map(name -> "database " + name
                                + ": the entities refer to it, but it does not exist. Create it before the"
                                + " upgrade: create database " + name)
                        .toList()
                : List.of();
    }
}
