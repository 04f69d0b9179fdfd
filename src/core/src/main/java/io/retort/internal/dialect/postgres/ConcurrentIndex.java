package io.retort.internal.dialect.postgres;

import io.retort.dialect.IndexBuild;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The extra work for {@code create index concurrently}: a failed build leaves an invalid index behind. */
final class ConcurrentIndex {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final Pattern BUILD = Pattern.compile("(?is)\\s*create\\s+(?:unique\\s+)?index\\s+concurrently\\s+"
            + "(?:if\\s+not\\s+exists\\s+)?(?<index>" + NAME + ")\\s+on\\s+(?:only\\s+)?(?<table>(?<schema>"
            + NAME + "\\s*\\.\\s*)?" + NAME + ").*");

    private ConcurrentIndex() {}

    /** Returns the extra work for a statement; empty if it does not build an index concurrently. */
    static Optional<IndexBuild> of(String sql) {
        Matcher build = BUILD.matcher(sql);
        if (!build.matches()) {
            return Optional.empty();
        }
        PostgresLiterals literals = new PostgresLiterals();
        String index = build.group("index");
        String stored = index.startsWith("\"")
                ? literals.of(index.substring(1, index.length() - 1).replace("\"\"", "\""))
                : "lower(" + literals.of(index) + ")";
        String invalid = " from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = to_regclass("
                + literals.of(build.group("table")) + ") and c.relname = " + stored + " and not i.indisvalid"
                + " and not exists (select 1 from pg_stat_progress_create_index p where p.index_relid = i.indexrelid)";
        return Optional.of(new IndexBuild(
                index,
                "select 'drop index concurrently ' || cast(cast(i.indexrelid as regclass) as text)" + invalid,
                "select 1" + invalid,
                "drop index if exists " + Objects.requireNonNullElse(build.group("schema"), "") + index));
    }
}
