package io.retort.diff.internal.inspect;

import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.Locale;

/** Parses a {@code references} clause. */
final class ReferencesReader {

    private ReferencesReader() {}

    static ForeignKey read(StatementCursor cursor, String name, List<String> columns) {
        cursor.take("references");
        QualifiedName table = new QualifiedName(null, cursor.name());
        List<String> referenced = cursor.at("(") ? cursor.names() : List.of();
        ForeignKey key = new ForeignKey(
                name, columns, table, referenced, Action.NO_ACTION, Action.NO_ACTION, Deferral.NOT_DEFERRABLE);
        while (true) {
            if (cursor.take("on", "delete")) {
                key = key.onDelete(action(cursor));
            } else if (cursor.take("on", "update")) {
                key = key.onUpdate(action(cursor));
            } else if (cursor.take("match")) {
                cursor.word();
            } else {
                return key.deferred(deferral(cursor));
            }
        }
    }

    private static Action action(StatementCursor cursor) {
        String first = cursor.word().text().toUpperCase(Locale.ROOT);
        boolean two = first.equals("SET") || first.equals("NO");
        return Action.valueOf(two ? first + "_" + cursor.word().text().toUpperCase(Locale.ROOT) : first);
    }

    private static Deferral deferral(StatementCursor cursor) {
        boolean not = cursor.take("not", "deferrable");
        boolean deferrable = !not && cursor.take("deferrable");
        boolean deferred = cursor.take("initially", "deferred");
        cursor.take("initially", "immediate");
        if (!deferrable) {
            return Deferral.NOT_DEFERRABLE;
        }
        return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
    }
}
