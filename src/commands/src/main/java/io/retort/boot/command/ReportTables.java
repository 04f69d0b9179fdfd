package io.retort.boot.command;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.model.DeclaringClasses;
import io.retort.internal.state.Blame;
import io.retort.internal.state.Blame.Entry;
import io.retort.internal.state.HistorySchema;
import io.retort.internal.state.SchemaObject;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The section of a report about the tables that the history creates.
 *
 * @param schema the schema that all revisions produce
 * @param dialect the product
 * @param classes the classes that declare each table; empty without entities
 */
record ReportTables(HistorySchema schema, Dialect dialect, Map<QualifiedName, DeclaringClasses> classes) {

    /** Returns the module of each table. */
    Map<QualifiedName, String> modules() {
        Map<QualifiedName, String> modules = new TreeMap<>();
        schema.snapshot().tables().forEach(table -> modules.put(table.name(), module(table)));
        return modules;
    }

    /** The package of the entity; without one, the schema or the part of the name before the first underscore. */
    private String module(Table table) {
        DeclaringClasses declaring = classes.get(table.name());
        if (declaring != null && !declaring.own().isEmpty()) {
            return packageOf(declaring.own().iterator().next());
        }
        if (table.name().schema() != null) {
            return table.name().schema();
        }
        String name = table.name().name();
        int end = name.indexOf('_');
        return end > 0 ? name.substring(0, end) : name;
    }

    private static String packageOf(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "default package" : type.substring(0, dot);
    }

    /** Returns the section. */
    List<Map<String, Object>> json() {
        Blame blame = new Blame(schema, dialect.identifiers());
        Map<String, Set<String>> referencing = new TreeMap<>();
        for (Table table : schema.snapshot().tables()) {
            table.constraintsOf(Constraint.ForeignKey.class)
                    .forEach(key -> referencing
                            .computeIfAbsent(key.referencedTable().toString(), name -> new TreeSet<>())
                            .add(table.name().toString()));
        }
        List<Map<String, Object>> tables = new ArrayList<>();
        for (Table table : schema.snapshot().tables()) {
            tables.add(table(table, blame, referencing));
        }
        return tables;
    }

    private Map<String, Object> table(Table table, Blame blame, Map<String, Set<String>> referencing) {
        List<Entry> entries = blame.entries(table);
        String name = table.name().toString();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("module", module(table));
        entries.stream()
                .filter(entry -> entry.object().kind() == SchemaObject.Kind.TABLE)
                .findFirst()
                .ifPresent(entry -> json.put("since", entry.origin().added()));
        json.put("columns", columns(entries));
        json.put("parts", parts(entries));
        json.put("references", references(table));
        json.put("referencedBy", List.copyOf(referencing.getOrDefault(name, Set.of())));
        blame.unknown(name).ifPresent(unknown -> {
            Map<String, Object> undeclared = new LinkedHashMap<>();
            undeclared.put("revision", unknown.revision());
            undeclared.put("statement", unknown.statement());
            json.put("undeclared", undeclared);
        });
        json.put(
                "search",
                (name + " " + table.columns().stream().map(Column::name).collect(Collectors.joining(" ")))
                        .toLowerCase(Locale.ROOT));
        return json;
    }

    private static List<Map<String, Object>> columns(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.object().kind() == SchemaObject.Kind.COLUMN)
                .map(entry -> part("type", entry, entry.object().name()))
                .toList();
    }

    private static List<Map<String, Object>> parts(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.object().kind() == SchemaObject.Kind.CONSTRAINT
                        || entry.object().kind() == SchemaObject.Kind.INDEX)
                .map(entry -> part("definition", entry, null))
                .toList();
    }

    private static List<String> references(Table table) {
        return table.constraintsOf(Constraint.ForeignKey.class)
                .map(key -> key.referencedTable().toString())
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, Object> part(String definition, Entry entry, @Nullable String name) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (name != null) {
            json.put("name", name);
        }
        json.put(definition, entry.definition());
        json.put("since", entry.origin().added());
        json.put("changed", entry.origin().changed());
        return json;
    }
}
