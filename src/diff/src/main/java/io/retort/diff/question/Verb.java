package io.retort.diff.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be answered: each word is also the name of a flag. */
public enum Verb {
    /** It is the same thing under another name: {@code -Drename=customer.mail:email}. */
    RENAME(':'),
    /** It goes, with what is in it: {@code -Ddrop=customer.fax}. */
    DROP(' '),
    /** The database stays as it is in this respect: {@code -Dkeep=customer.fax}. */
    KEEP(' '),
    /** Rows without a value get this one: {@code -Dfill=customer.tier=BASIC}, or {@code sql:} and an expression. */
    FILL('='),
    /** Rows may go without a value for now: {@code -Dnullable=customer.tier}. */
    NULLABLE(' '),
    /** Values that are too large are cut to what fits: {@code -Dcut=customer.name}. */
    CUT(' '),
    /** Rows that hold one label get another: {@code -Dmap=customer.status:OLD=NEW}. */
    MAP('='),
    /** Local times are those of a time zone: {@code -Dzone=event.at=UTC}. */
    ZONE('='),
    /** Values are converted by an SQL expression: {@code -Dusing=item.code=hex(code)}. */
    USING('='),
    /** It is written although the database may refuse to run it: {@code -Daccept=customer.email}. */
    ACCEPT(' ');

    private static final char NONE = ' ';

    private final char separator;

    Verb(char separator) {
        this.separator = separator;
    }

    /** The name of the flag. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands between subject and value, in front of the value; a space where there is no value. */
    public char separator() {
        return separator;
    }

    /** Whether an answer with this word says more than the word. */
    public boolean hasValue() {
        return separator != NONE;
    }

    /** The verb of a flag; empty for none. */
    public static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    /** An answer as a person writes it: {@code rename=customer.mail:email}. */
    public String said(String subject, String value) {
        return word() + "=" + subject + (hasValue() ? separator + value : "");
    }
}
