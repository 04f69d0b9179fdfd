package io.retort.diff.internal.compare;

import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.ForeignKey;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** What a foreign key does beyond refusing rows without a referenced row. It can be set directly in the database. */
public enum ForeignKeyProperty {
    ON_DELETE(key -> action("on delete ", key.onDelete()), (to, from) -> to.onDelete(from.onDelete())),
    ON_UPDATE(key -> action("on update ", key.onUpdate()), (to, from) -> to.onUpdate(from.onUpdate())),
    DEFERRABLE(key -> deferral(key.deferral()), (to, from) -> to.deferred(from.deferral()));

    private final Function<ForeignKey, String> text;
    private final BinaryOperator<ForeignKey> copy;

    /**
     * @param text the value in SQL; empty for the usual one
     * @param copy returns the first key with the value of the second
     */
    ForeignKeyProperty(Function<ForeignKey, String> text, BinaryOperator<ForeignKey> copy) {
        this.text = text;
        this.copy = copy;
    }

    private static String action(String words, Action action) {
        return action == Action.NO_ACTION ? "" : words + action.sql();
    }

    private static String deferral(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case DEFERRABLE -> "deferrable";
            case INITIALLY_DEFERRED -> "initially deferred";
        };
    }

    /** Whether only the database has the property. */
    boolean isExtra(ForeignKey live, ForeignKey model) {
        return !describe(live).isEmpty() && describe(model).isEmpty();
    }

    /** Whether two foreign keys have the same value of the property. */
    public boolean isSame(ForeignKey one, ForeignKey other) {
        return describe(one).equals(describe(other));
    }

    /** Returns the wanted key with this property of the live one. */
    ForeignKey kept(ForeignKey live, ForeignKey model) {
        return copy.apply(model, live);
    }

    /** Returns the value as lists show it; empty for the usual one. */
    String describe(ForeignKey key) {
        return text.apply(key);
    }

    /** Returns the property as used in options: {@code on_delete}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
