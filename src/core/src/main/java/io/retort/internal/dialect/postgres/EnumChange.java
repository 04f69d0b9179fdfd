package io.retort.internal.dialect.postgres;

import io.retort.internal.dialect.ansi.AnsiClauses;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.Statement;
import io.retort.operation.Statement.Sql;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Default;
import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes the constants of an enum type.
 *
 * @param words renders names
 * @param clauses renders columns
 */
record EnumChange(SqlNaming words, AnsiClauses clauses) {

    private static final String FORMER = "_before";

    List<Statement> statements(TypeOperation.Alter alter) {
        return keepsType(alter) ? addConstants(alter) : replaceType(alter);
    }

    /** Whether no constant is removed or moved, so that the type stays. */
    static boolean keepsType(TypeOperation.Alter alter) {
        List<String> kept = new ArrayList<>(alter.after().values());
        kept.retainAll(alter.before().values());
        return kept.equals(alter.before().values());
    }

    /** Outside a transaction, because a constant cannot be used in the transaction that adds it. */
    private List<Statement> addConstants(TypeOperation.Alter alter) {
        List<String> values = alter.after().values();
        List<String> there = alter.before().values();
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (!there.contains(values.get(i))) {
                statements.add(new Sql("alter type " + words.name(alter.after().name()) + " add value "
                                + words.literals().of(values.get(i)) + place(values, i, there))
                        .outsideTransaction());
            }
        }
        return statements;
    }

    /** After the preceding constant, which exists by then, or before the first existing one. */
    private String place(List<String> values, int i, List<String> there) {
        if (i > 0) {
            return " after " + words.literals().of(values.get(i - 1));
        }
        return there.isEmpty() ? "" : " before " + words.literals().of(there.get(0));
    }

    /** Renames the old type, converts each column by the constants' names, and drops the old type. */
    private List<Statement> replaceType(TypeOperation.Alter alter) {
        EnumType after = alter.after();
        QualifiedName former = new QualifiedName(
                after.name().schema(),
                words.identifiers()
                        .typed(words.identifiers().stored(after.name().name()) + FORMER));
        List<String> texts = new ArrayList<>();
        texts.add("alter type " + words.name(after.name()) + " rename to " + words.name(former.name()));
        texts.add(after.values().stream()
                .map(words.literals()::of)
                .collect(Collectors.joining(", ", "create type " + words.name(after.name()) + " as enum (", ")")));
        alter.uses().forEach(use -> texts.addAll(converted(use)));
        texts.add("drop type " + words.name(former));
        return texts.stream().<Statement>map(Sql::new).toList();
    }

    private List<String> converted(TypeOperation.Use use) {
        Column column = use.column();
        String alter = "alter table " + words.name(use.table()) + " alter column " + words.name(column.name());
        String type = clauses.type(column);
        boolean several = column.type().kind() == Kind.ARRAY || type.endsWith("[]");
        List<String> texts = new ArrayList<>();
        Default value = column.defaultValue();
        if (value != null) {
            texts.add(alter + " drop default");
        }
        texts.add(alter + " type " + type + " using " + words.name(column.name()) + "::text" + (several ? "[]" : "")
                + "::" + type);
        if (value != null) {
            texts.add(alter + " set default " + clauses.value(column, value));
        }
        return texts;
    }
}
