package io.retort.internal.journal;

import io.retort.internal.checksum.Crc64;
import io.retort.internal.database.HistoryTable;
import io.retort.internal.sql.MentionedNames;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.Statement;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A hash of the catalog entries of everything that a statement affects. An equal hash before and after means that the
 * statement had no effect.
 *
 * @param affected what the statement affects
 * @param hash the hash of its catalog entries
 * @param unfinished whether an unfinished statement left a part of it behind
 * @param copying whether a copy of the table that is found later can only come from this statement
 */
record Fingerprint(AffectedObjects affected, String hash, boolean unfinished, boolean copying) {

    private static final int LENGTH = 16;
    private static final char COPYING = '+';
    private static final Pattern NOTED = Pattern.compile("[0-9a-f]{" + LENGTH + "}[+ ]");

    /** An empty table name stands for the whole schema. */
    private static final List<QualifiedName> OWN_SCHEMA = List.of(new QualifiedName(null, ""));

    private static final QualifiedName ALL_SCHEMAS = new QualifiedName("*", "");

    /**
     * Takes the fingerprint that a statement must change.
     *
     * @param elsewhere whether the session may be in another schema than when the next run reads the note
     */
    static Fingerprint before(StatementPosition place, boolean elsewhere, Journal journal) throws SQLException {
        Statement.Sql sql = place.statement().requireSql();
        AffectedObjects affected = AffectedObjects.by(place.operation().operation(), sql, journal.dialect());
        if (affected.isEverything()) {
            affected = everything(sql.text(), journal.dialect().syntax(), journal.catalog());
        }
        Optional<OrphanCopyCleaner> copies = OrphanCopyCleaner.on(journal);
        boolean copying = copies.isPresent() && copies.get().watches(sql.text(), affected);
        if (affected.text().length() > HistoryTable.IN_FLIGHT / 2) {
            affected = AffectedObjects.EVERYTHING;
            copying = false;
        }
        return of(elsewhere ? affected.in(journal.schemas()) : affected, copying, journal);
    }

    /** The current schema, and every other schema that the text names. */
    private static AffectedObjects everything(String sql, SqlSyntax syntax, CatalogReader catalog) throws SQLException {
        List<QualifiedName> schemas = new ArrayList<>(OWN_SCHEMA);
        Set<String> qualifiers = MentionedNames.in(sql, syntax)
                .filter(parts -> parts.size() > 1)
                .map(parts -> parts.get(0))
                .collect(Collectors.toSet());
        for (String schema : catalog.schemas()) {
            if (qualifiers.contains(schema.toLowerCase(Locale.ROOT))) {
                schemas.add(new QualifiedName(schema, ""));
            }
        }
        TokenCursor start = new TokenCursor(sql, syntax, 2);
        if (start.takeAny("create", "alter", "drop") && start.takeAny("schema", "database")) {
            schemas.add(ALL_SCHEMAS);
        }
        return new AffectedObjects(schemas, null);
    }

    /** Computes the same fingerprint now. */
    Fingerprint again(Journal journal) throws SQLException {
        return of(affected, copying, journal);
    }

    /**
     * Removes a copy of the table that the statement left behind.
     *
     * @return a message about it; empty if there was none
     */
    Optional<String> clear(Journal journal) throws SQLException {
        Optional<OrphanCopyCleaner> copies = OrphanCopyCleaner.on(journal);
        return copying && copies.isPresent()
                ? copies.get().clear(affected.tables().get(0))
                : Optional.empty();
    }

    /** Returns whether the statement between this fingerprint and the other took effect. */
    boolean happened(Fingerprint after) {
        return !after.unfinished() && !after.hash().equals(hash);
    }

    private static Fingerprint of(AffectedObjects affected, boolean copying, Journal journal) throws SQLException {
        List<CatalogLine> lines = new ArrayList<>();
        for (QualifiedName table : affected.isEverything() ? OWN_SCHEMA : affected.tables()) {
            lines.addAll(lines(table, journal.catalog()));
        }
        lines.removeIf(line -> journal.isOwn(line.text()));
        String object = affected.object();
        if (object != null) {
            lines.removeIf(line -> !line.text().toLowerCase(Locale.ROOT).contains(object.toLowerCase(Locale.ROOT)));
        }
        return new Fingerprint(affected, hash(lines), lines.stream().anyMatch(CatalogLine::unfinished), copying);
    }

    private static List<CatalogLine> lines(QualifiedName table, CatalogReader catalog) throws SQLException {
        if (table.equals(ALL_SCHEMAS)) {
            return catalog.schemas().stream().sorted().map(CatalogLine::new).toList();
        }
        return table.name().isEmpty() ? catalog.lines(table.schema()) : catalog.lines(table.schema(), table.name());
    }

    /** Remains of an unfinished statement do not count, because repeating the statement removes them. */
    private static String hash(List<CatalogLine> lines) {
        Crc64 sum = new Crc64();
        lines.stream().filter(line -> !line.unfinished()).forEach(line -> sum.add(line.text()));
        return sum.hex();
    }

    /** Returns the fingerprint as a journal entry. */
    String text() {
        return hash + (copying ? COPYING : ' ') + affected.text();
    }

    /**
     * Parses the result of {@link #text}.
     *
     * @throws IllegalArgumentException if it is not one
     */
    static Fingerprint read(String text) {
        if (!NOTED.matcher(text).lookingAt()) {
            throw new IllegalArgumentException("not a fingerprint");
        }
        return new Fingerprint(
                AffectedObjects.read(text.substring(LENGTH + 1)),
                text.substring(0, LENGTH),
                false,
                text.charAt(LENGTH) == COPYING);
    }
}
