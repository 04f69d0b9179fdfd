package io.retort.sql;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How a product reads SQL text, with the settings of one session.
 *
 * @param features what it knows beyond {@code '…'}, {@code "…"}, {@code --} and {@code /* *}{@code /}
 * @param blocks which statements contain others, with semicolons between them
 */
public record SqlSyntax(Set<Feature> features, Blocks blocks) {

    /** SQL modes that include {@code ANSI_QUOTES}. */
    private static final Set<String> ANSI_QUOTES =
            Set.of("ANSI_QUOTES", "ANSI", "ORACLE", "MSSQL", "POSTGRESQL", "DB2", "MAXDB");

    /** One way in which products differ. */
    public enum Feature {
        /** A block comment inside a block comment has an end of its own. */
        NESTED_COMMENTS,
        /** {@code #} begins a comment that ends with the line. */
        HASH_COMMENTS,
        /** {@code //} begins a comment that ends with the line. */
        SLASH_COMMENTS,
        /** {@code --} begins a comment only before white space: {@code 5--1} is 6. */
        DASHES_NEED_SPACE,
        /** What is in <code>/*! … *</code><code>/</code> is executed. */
        EXECUTABLE_COMMENTS,
        /** What is in <code>/*M! … *</code><code>/</code> is executed. */
        MARIADB_COMMENTS,
        /** A carriage return ends a comment, as a line feed does. */
        COMMENTS_END_AT_RETURN,
        /** A block comment that nothing ends is ended by the text. */
        OPEN_COMMENTS,
        /** In a string a backslash begins an escape. */
        BACKSLASH_ESCAPES,
        /** {@code "…"} is a string, not a name. */
        DOUBLE_QUOTED_STRINGS,
        /** {@code E'…'} is a string with backslash escapes. */
        ESCAPE_STRINGS,
        /** Names can be quoted with backticks. */
        BACKTICKS,
        /** Names can be quoted with brackets. */
        BRACKETS,
        /** In brackets a closing bracket is written twice. */
        DOUBLED_BRACKETS,
        /** {@code $$…$$} is a string. */
        DOLLAR_QUOTES,
        /** {@code $tag$…$tag$} is a string. */
        DOLLAR_TAGS,
        /** The product's JDBC driver takes {@code /*}{@code /} for a whole comment, and later pieces of strings for others. */
        SPLIT_BY_DRIVER,
        /** A semicolon in parentheses does not end a statement: {@code create rule … do (a; b)}. */
        SEMICOLONS_IN_PARENTHESES,
        /** {@code DELIMITER} at the beginning of a line says what ends statements from there on. */
        DELIMITER,
        /** {@code GO} on a line of its own ends a batch. */
        BATCHES,
        /** Outside of quotes a backslash begins a command to the product's own client. */
        BACKSLASH_COMMANDS,
        /** At the beginning of a statement a dot begins a command to the product's own client. */
        DOT_COMMANDS
    }

    /** Which statements contain others. */
    public enum Blocks {
        /** None. */
        NONE,
        /** Function bodies of the SQL standard, as PostgreSQL has them: {@code begin atomic … end}. */
        ATOMIC,
        /** Triggers of SQLite: {@code begin … end}. */
        TRIGGER,
        /** Routines, triggers and events with blocks, labels, conditions and loops. */
        ROUTINE,
        /** As {@link #ROUTINE}; and blocks, conditions and loops that are statements of their own, as MariaDB has them. */
        COMPOUND,
        /** Transact-SQL: blocks anywhere, and a routine that reaches to the end of its batch. */
        BATCH
    }

    /** What most products have in common, for texts of which nobody knows where they will run. */
    public static final SqlSyntax STANDARD =
            of(Blocks.ATOMIC, Feature.BACKTICKS, Feature.DOLLAR_QUOTES, Feature.DOLLAR_TAGS);

    public SqlSyntax {
        EnumSet<Feature> copy = EnumSet.noneOf(Feature.class);
        copy.addAll(features);
        features = Collections.unmodifiableSet(copy);
    }

    public static SqlSyntax of(Blocks blocks, Feature first, Feature... others) {
        return new SqlSyntax(EnumSet.of(first, others), blocks);
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /**
     * The same in a session of MySQL or MariaDB.
     *
     * @param sqlMode what {@code sql_mode} is
     */
    public SqlSyntax withSqlMode(String sqlMode) {
        boolean backslashes = true;
        boolean strings = true;
        for (String mode : sqlMode.toUpperCase(Locale.ROOT).split(",")) {
            backslashes &= !mode.strip().equals("NO_BACKSLASH_ESCAPES");
            strings &= !ANSI_QUOTES.contains(mode.strip());
        }
        return with(Feature.BACKSLASH_ESCAPES, backslashes).with(Feature.DOUBLE_QUOTED_STRINGS, strings);
    }

    /** The same, with or without a feature. */
    public SqlSyntax with(Feature feature, boolean there) {
        if (has(feature) == there) {
            return this;
        }
        EnumSet<Feature> changed = EnumSet.noneOf(Feature.class);
        changed.addAll(features);
        if (there) {
            changed.add(feature);
        } else {
            changed.remove(feature);
        }
        return new SqlSyntax(changed, blocks);
    }
}
