package io.retort.internal.declaration;

import org.jspecify.annotations.Nullable;

/**
 * A token of Java source.
 *
 * @param kind the kind
 * @param text the text, for messages and comparisons
 * @param value the value of a string or number; null otherwise
 * @param at the offset in the source
 */
record SourceToken(Kind kind, String text, @Nullable Object value, int at) {

    /** The kinds of tokens. */
    enum Kind {
        NAME,
        LITERAL,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    /** Returns the token for a message. */
    String described() {
        return kind == Kind.END ? "the end" : SourceErrors.shortened(text);
    }
}
