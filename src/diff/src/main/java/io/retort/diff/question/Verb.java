package io.retort.diff.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The possible decisions. Each is also the name of a command-line option. */
public enum Verb {
    /** The object has a new name: {@code --rename=customer.mail:email}. */
    RENAME(':'),
    /** The object is dropped, with its data: {@code --drop=customer.fax}. */
    DROP(' '),
    /** Rows follow to other tables: {@code --move=party}. */
    MOVE(' '),
    /** The database remains unchanged in this respect: {@code --keep=customer.fax}. */
    KEEP(' '),
    /** Rows without a value get this one: {@code --fill=customer.tier=BASIC}. An expression follows {@code sql:}. */
    FILL('='),
    /** The column remains nullable for now: {@code --nullable=customer.tier}. */
    NULLABLE(' '),
    /** Values that are too large are truncated: {@code --cut=customer.name}. */
    CUT(' '),
    /** Rows with one enum constant get another: {@code --map=customer.status:OLD=NEW}. */
    MAP('='),
    /** Local times are interpreted in a time zone: {@code --zone=event.at=UTC}. */
    ZONE('='),
    /** Values are converted by an SQL expression: {@code --using=item.code=hex(code)}. */
    USING('='),
    /** The operation is written although the database may reject it: {@code --accept=customer.email}. */
    ACCEPT(' ');

    private static final char NONE = ' ';

    private final char separator;

    Verb(char separator) {
        this.separator = separator;
    }

    /** Returns the name of the option. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the separator between subject and value; a space if there is no value. */
    public char separator() {
        return separator;
    }

    /** Whether an answer with this verb has a value. */
    public boolean hasValue() {
        return separator != NONE;
    }

    /**
     * Returns the verb with the name of an option; empty if no verb has this name.
     *
     * @param word the name of the option
     */
    public static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    /**
     * Returns an answer as written in an option, such as {@code rename=customer.mail:email}.
     *
     * @param subject the subject of the question
     * @param value the value; ignored if the verb takes no value
     */
    public String asOption(String subject, String value) {
        return word() + "=" + argument(subject, value);
    }

    /** Returns the value of the option, such as {@code customer.mail:email}. */
    String argument(String subject, String value) {
        return subject + (hasValue() ? separator + value : "");
    }
}
