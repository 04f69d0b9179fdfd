package io.retort.script;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.columns;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.varchar;

import io.retort.Retort;
import io.retort.internal.history.JavaRevisions;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A history with two branches that are merged, and a third that depends on one of them and is merged last. It contains
 * texts that are difficult for scripts.
 */
final class ScriptShop {

    private static final String MAIL = """
            -- revision: bbb
            -- parent: aaa
            -- message: it's mail, $retort$ and $sql$

            -- upgrade
            alter table account add nickname varchar(40);
            update account set nickname = 'it''s; $retort$ -- $sql$'; -- for all
            update account set nickname = concat(nickname, ' // $$') -- and more
            ;

            -- downgrade
            alter table account drop column nickname;
            """;
    private static final String MERGE = """
            -- revision: ddd
            -- parent: bbb, ccc
            -- message: join

            -- upgrade
            -- downgrade
            """;
    private static final String AUDIT = """
            -- revision: eee
            -- depends-on: ccc
            -- message: audit

            -- upgrade
            create table audit (id bigint not null primary key, invoice_id bigint not null);
            alter table audit add constraint fk_audit_invoice foreign key (invoice_id) references invoice (id);

            -- downgrade
            drop table audit;
            """;

    private static final String END = """
            -- revision: fff
            -- parent: ddd, eee
            -- message: join the audit

            -- upgrade
            -- downgrade
            """;

    private static final List<String> STATE = List.of(
            "select lower(table_name), lower(column_name), is_nullable, lower(data_type) from information_schema.columns"
                    + " where lower(table_name) in ('account', 'invoice', 'audit', 'retort_revision') order by 1, 2",
            "select id, parents, message, checksum, state, progress from retort_revision order by id");

    private ScriptShop() {}

    static Retort on(DataSource database) {
        return Retort.on(database, List.of(source()));
    }

    static Retort with(DataSource database, String sql) {
        return Retort.on(database, List.of(source(), () -> List.of(sql(sql))));
    }

    private static RevisionSource source() {
        List<RevisionCode> revisions =
                new ArrayList<>(JavaRevisions.of(Raaa_create_account.class, Rccc_create_invoice.class)
                        .revisions());
        List.of(MAIL, MERGE, AUDIT, END).forEach(text -> revisions.add(sql(text)));
        return () -> revisions;
    }

    private static RevisionCode sql(String text) {
        String id = text.substring(13, 16).strip();
        return SqlRevisions.parse(text, "db/revisions/" + id + ".sql", Map.of());
    }

    /** Returns columns, accounts and the rows of the history table. */
    static List<String> state(TestDb db) throws SQLException {
        List<String> state = new ArrayList<>();
        for (String query : STATE) {
            state.addAll(db.query(query));
        }
        if (state.stream().anyMatch(line -> line.startsWith("account|nickname"))) {
            state.addAll(db.query("select id, email, nickname from account order by id"));
        }
        return state;
    }

    @Revision(id = "aaa", message = "create account")
    public static class Raaa_create_account implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    "account", column("id", bigint()).notNull(), column("email", varchar(255)), primaryKey("id"));
            op.insert("account", columns("id", "email"), row(1, "o'hara\\@example.org"), row(2, null));
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("account");
        }
    }

    @Revision(id = "ccc", parent = "aaa", message = "create invoice")
    public static class Rccc_create_invoice implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("invoice", column("id", bigint()).notNull().identity(), primaryKey("id"));
            op.createIndex("account", index("ix_account_email", "email"));
        }
    }
}
