package io.retort.internal.dialect.h2;

import io.retort.dialect.Identifiers;
import io.retort.internal.sql.SqlToken;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Drops a domain, and before that Hibernate's own temporary tables that still have columns of it. An application creates
 * them when it starts; one that still runs, or was killed, leaves them in the database, and H2 cannot alter them.
 *
 * @param domain the domain
 * @param identifiers how H2 treats names
 */
record DomainDrop(QualifiedName domain, Identifiers identifiers) implements Statement.Adaptation {

    private static final String TABLES = """
            select distinct t.table_schema, t.table_name
            from information_schema.tables t join information_schema.columns c
              on c.table_schema = t.table_schema and c.table_name = t.table_name
            where t.table_type = 'GLOBAL TEMPORARY'
              and (upper(t.table_name) like 'HT\\_%' or upper(t.table_name) like 'HTE\\_%')
              and c.domain_schema = coalesce(?, current_schema) and c.domain_name = ?
            order by 1, 2""";

    /** Returns the adaptation of a statement of an SQL file; empty if it drops no domain. */
    static Optional<DomainDrop> read(String sql, Identifiers identifiers) {
        List<SqlToken> tokens = SqlToken.of(sql, SqlSyntax.STANDARD);
        boolean drop = tokens.size() > 2
                && tokens.get(0).is("drop")
                && tokens.get(1).is("domain")
                && tokens.stream().skip(2).allMatch(token -> token.isName() || token.is("."));
        return drop && (tokens.size() == 3 || tokens.size() == 5)
                ? Optional.of(new DomainDrop(
                        QualifiedName.parse(
                                tokens.stream().skip(2).map(SqlToken::text).collect(Collectors.joining())),
                        identifiers))
                : Optional.empty();
    }

    @Override
    public String adapt(String text, Connection connection) throws SQLException {
        String schema = domain.schema();
        StringBuilder all = new StringBuilder();
        try (PreparedStatement query = connection.prepareStatement(TABLES)) {
            query.setString(1, schema == null ? null : identifiers.stored(schema));
            query.setString(2, identifiers.stored(domain.name()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.append("drop table ").append(table(rows)).append("; ");
                }
            }
        }
        return all + text;
    }

    private String table(ResultSet row) throws SQLException {
        return identifiers.sql(
                new QualifiedName(identifiers.typed(row.getString(1)), identifiers.typed(row.getString(2))));
    }
}
