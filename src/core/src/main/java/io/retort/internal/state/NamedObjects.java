package io.retort.internal.state;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.TokenCursor;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.EnumType;
import io.retort.schema.Identifier;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects that the words of a statement name. It is not interpreted: too many are better than too few. */
final class NamedObjects {

    /** Words between {@code create} and the kind of object. */
    private static final Set<String> MODIFIERS = Set.of(
            "or",
            "replace",
            "global",
            "local",
            "temporary",
            "temp",
            "unlogged",
            "cached",
            "memory",
            "recursive",
            "force",
            "definer",
            "algorithm",
            "sql",
            "security",
            "constraint",
            "event",
            "undefined",
            "merge",
            "temptable",
            "invoker",
            "external",
            "foreign",
            "virtual",
            "if",
            "not",
            "exists");

    /** A statement with one of these words can change what refers to the objects that it names. */
    private static final Set<String> REACHING = Set.of("cascade", "rename", "change", "schema");

    private final List<SqlToken> tokens;
    private final SqlSyntax syntax;
    private final Snapshot schema;
    private final Set<String> words;

    NamedObjects(List<SqlToken> tokens, SqlSyntax syntax, Snapshot schema) {
        this.tokens = tokens;
        this.syntax = syntax;
        this.schema = schema;
        this.words = tokens.stream()
                .flatMap(token -> MentionedObjects.words(token.text()))
                .collect(Collectors.toSet());
    }

    /** Returns whether a word can be between {@code create} and the kind of object. */
    static boolean isModifier(SqlToken token) {
        return MODIFIERS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** Returns those that exist and those that the statement creates. */
    Set<QualifiedName> all() {
        Set<QualifiedName> all = mentioned();
        all.addAll(created());
        return all;
    }

    /** Returns the existing ones, tables also by the name of an index or a constraint. */
    Set<QualifiedName> mentioned() {
        Set<QualifiedName> mentioned = matching(name -> isNamed(name.name()));
        schema.tables().stream()
                .filter(table -> parts(table).anyMatch(this::isNamed))
                .map(Table::name)
                .forEach(mentioned::add);
        return withReferences(mentioned);
    }

    private Set<QualifiedName> withReferences(Set<QualifiedName> names) {
        Set<QualifiedName> all = new TreeSet<>(names);
        if (words.stream().anyMatch(REACHING::contains)) {
            schema.tables().stream()
                    .filter(table -> refersTo(table, names))
                    .map(Table::name)
                    .forEach(all::add);
        }
        return all;
    }

    private Set<QualifiedName> matching(Predicate<QualifiedName> filter) {
        return Stream.of(
                        schema.tables().stream().map(Table::name),
                        schema.sequences().stream().map(Sequence::name),
                        schema.enumTypes().stream().map(EnumType::name))
                .flatMap(names -> names)
                .filter(filter)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> parts(Table table) {
        return Stream.concat(
                table.indexes().stream().map(Index::name),
                table.constraints().stream().map(Constraint::name).filter(Objects::nonNull));
    }

    private static boolean refersTo(Table table, Set<QualifiedName> names) {
        return table.constraints().stream()
                        .anyMatch(constraint ->
                                constraint instanceof ForeignKey key && names.contains(key.referencedTable()))
                || table.columns().stream().map(Column::type).anyMatch(type -> isOneOf(type, names));
    }

    /** A type of the application is called by its name. */
    private static boolean isOneOf(SqlType type, Set<QualifiedName> names) {
        return (type.kind() == SqlType.Kind.OTHER || type.kind() == SqlType.Kind.ARRAY)
                && MentionedObjects.words(type.toString())
                        .anyMatch(word -> names.stream()
                                .anyMatch(name ->
                                        Identifier.parse(name.name()).text().equalsIgnoreCase(word)));
    }

    /** Returns the objects of the schemas that the statement names, also by the new name of a schema. */
    Set<QualifiedName> inSchemas() {
        Set<QualifiedName> inside = matching(name -> name.schema() != null && isNamed(name.schema()));
        TokenCursor cursor = new TokenCursor(tokens);
        while (!cursor.atEnd()) {
            QualifiedName renamed = cursor.take("rename", "to") ? cursor.name() : null;
            if (renamed != null) {
                List.copyOf(inside).forEach(name -> inside.add(new QualifiedName(renamed.name(), name.name())));
            }
            cursor.take();
        }
        return withReferences(inside);
    }

    private boolean isNamed(String name) {
        List<String> parts =
                MentionedObjects.words(Identifier.parse(name).text()).toList();
        return !parts.isEmpty() && words.containsAll(parts);
    }

    /** Returns the tables that a query creates: {@code select … into}, {@code explain analyze create table … as}. */
    Set<QualifiedName> createdByQuery() {
        return CreatedNames.in(new TokenCursor(tokens), true);
    }

    /** Returns those that the statement creates, also inside a block or a string that it executes. */
    Set<QualifiedName> created() {
        Set<QualifiedName> names = CreatedNames.in(new TokenCursor(tokens), false);
        tokens.stream()
                .filter(token -> token.kind() == Kind.STRING)
                .map(token -> new NamedObjects(SqlToken.of(inside(token.text()), syntax), syntax, schema))
                .forEach(body -> names.addAll(body.created()));
        return names;
    }

    /** Returns the text of a string, without its quotes or dollar tags. */
    private static String inside(String string) {
        int quote = string.indexOf('\'');
        int dollar = string.indexOf('$');
        if (dollar >= 0 && (quote < 0 || dollar < quote)) {
            int begin = string.indexOf('$', dollar + 1) + 1;
            int end = string.length() - (begin - dollar);
            return begin > 0 && end >= begin ? string.substring(begin, end) : "";
        }
        return quote < 0 || string.length() < quote + 2
                ? ""
                : string.substring(quote + 1, string.length() - 1).replace("''", "'");
    }
}
