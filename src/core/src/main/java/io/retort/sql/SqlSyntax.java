package io.retort.sql;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a product reads SQL text, with the settings of one session.
 *
 * @param features what it supports besides {@code '…'}, {@code "…"}, {@code --} and {@code /* *}{@code /}
 * @param blocks which statements contain nested statements separated by semicolons
 */
public record SqlSyntax(Set<Feature> features, Blocks blocks) {

    /** A difference between products. */
    public enum Feature {
        /** Block comments nest. */
        NESTED_COMMENTS,
        /** {@code #} begins a line comment. */
        HASH_COMMENTS,
        /** {@code //} begins a line comment. */
        SLASH_COMMENTS,
        /** {@code --} begins a comment only before white space: {@code 5--1} is 6. */
        DASHES_NEED_SPACE,
        /** The content of <code>/*! … *</code><code>/</code> is executed. */
        EXECUTABLE_COMMENTS,
        /** The content of <code>/*M! … *</code><code>/</code> is executed. */
        MARIADB_COMMENTS,
        /** A carriage return ends a line comment, as a line feed does. */
        COMMENTS_END_AT_RETURN,
        /** The end of the text ends an unclosed block comment. */
        OPEN_COMMENTS,
        /** A backslash in a string begins an escape. */
        BACKSLASH_ESCAPES,
        /** {@code "…"} is a string, not a name. */
        DOUBLE_QUOTED_STRINGS,
        /** {@code E'…'} is a string with backslash escapes. */
        ESCAPE_STRINGS,
        /** Names can be quoted with backticks. */
        BACKTICKS,
        /** Names can be quoted with brackets. */
        BRACKETS,
        /** A closing bracket inside brackets is doubled. */
        DOUBLED_BRACKETS,
        /** {@code $$…$$} is a string. */
        DOLLAR_QUOTES,
        /** {@code $tag$…$tag$} is a string. */
        DOLLAR_TAGS,
        /**
         * The product's JDBC driver takes {@code /*}{@code /} for a complete comment, and misreads later literals of a
         * string.
         */
        SPLIT_BY_DRIVER,
        /** A semicolon in parentheses does not end a statement: {@code create rule … do (a; b)}. */
        SEMICOLONS_IN_PARENTHESES,
        /** {@code DELIMITER} at the start of a line sets the delimiter of statements. */
        DELIMITER,
        /** {@code GO} on its own line ends a batch. */
        BATCHES,
        /** A backslash outside quotes begins a client command. */
        BACKSLASH_COMMANDS,
        /** A dot at the start of a statement begins a client command. */
        DOT_COMMANDS
    }

    /** Which statements contain nested statements. */
    public enum Blocks {
        /** None. */
        NONE,
        /** Function bodies of the SQL standard, as in PostgreSQL: {@code begin atomic … end}. */
        ATOMIC,
        /** Triggers of SQLite: {@code begin … end}. */
        TRIGGER,
        /** Routines, triggers and events with blocks, labels, conditions and loops, as in MySQL. */
        ROUTINE,
        /** As {@link #ROUTINE}; in addition, blocks, conditions and loops outside routines, as in MariaDB. */
        COMPOUND,
        /** Transact-SQL: blocks anywhere, and routines that extend to the end of their batch. */
        BATCH
    }

    /** The syntax that most products share, for text without a known product. */
    public static final SqlSyntax STANDARD =
            of(Blocks.ATOMIC, Feature.BACKTICKS, Feature.DOLLAR_QUOTES, Feature.DOLLAR_TAGS);

    public SqlSyntax {
        EnumSet<Feature> copy = EnumSet.noneOf(Feature.class);
        copy.addAll(features);
        features = Collections.unmodifiableSet(copy);
    }

    /** Returns a syntax with these blocks and features. */
    public static SqlSyntax of(Blocks blocks, Feature first, Feature... others) {
        return new SqlSyntax(EnumSet.of(first, others), blocks);
    }

    /** Returns whether the syntax has a feature. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Returns the syntax with or without a feature. */
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
