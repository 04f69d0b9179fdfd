package io.retort.diff.handmade;

import io.retort.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An object that a database administrator adds to the item table.
 *
 * @param kind the kind of the object
 * @param subject its name in lists: the name within the table, or the column
 * @param statements the statements that create it
 * @param line a regular expression for its lines in the dump
 * @param piece a regular expression for the part of the line that must remain; null for the whole line
 */
record HandMadeObject(String kind, String subject, List<String> statements, String line, String piece) {

    /** A template, in which {@code #} is replaced by a unique number. */
    private record Template(String kind, String subject, String line, String piece, String... sql) {

        HandMadeObject of(int number) {
            List<String> statements = new ArrayList<>();
            for (String statement : sql) {
                statements.add(numbered(statement, number));
            }
            return new HandMadeObject(
                    kind,
                    numbered(subject, number),
                    statements,
                    numbered(line, number),
                    piece == null ? null : numbered(piece, number));
        }

        private static String numbered(String text, int number) {
            return text.replace("#", String.valueOf(number));
        }
    }

    static List<HandMadeObject> some(TestDatabase database, Random random, int many) {
        List<Template> all = templates(database);
        List<HandMadeObject> some = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            HandMadeObject next = all.get(random.nextInt(all.size())).of(100 + i);
            boolean twice = some.stream()
                    .anyMatch(object -> object.kind.equals(next.kind) && object.subject.equals(next.subject));
            if (!twice) {
                some.add(next);
            }
        }
        return some;
    }

    /** One object of each kind. */
    static List<HandMadeObject> each(TestDatabase database) {
        List<HandMadeObject> each = new ArrayList<>();
        templates(database).forEach(template -> each.add(template.of(100 + each.size())));
        return each;
    }

    private static Template named(String kind, String... sql) {
        return new Template(kind, "hm#", "(?i)\\bhm#\\b", null, sql);
    }

    private static Template property(String kind, String column, String piece, String... sql) {
        return new Template(kind, column, "(?i)[ .`\"]" + column + "\\b", piece, sql);
    }

    private static List<Template> templates(TestDatabase database) {
        List<Template> all = new ArrayList<>(List.of(
                named("index", "create index hm# on item (amount)"),
                named("index", "create index hm# on item (note)"),
                named("index", "create index hm# on item (code, note)"),
                named("index", "create index hm# on item (amount desc)"),
                named("unique index", "create unique index hm# on item (id, amount)"),
                named("unique index", "create unique index hm# on item (id, note)")));
        if (database == TestDatabase.SQLITE) {
            all.addAll(sqlite());
            return all;
        }
        all.addAll(List.of(
                named("check", "alter table item add constraint hm# check (amount <> -77#)"),
                named("check", "alter table item add constraint hm# check (note <> 'never #')"),
                named("unique", "alter table item add constraint hm# unique (id, code)"),
                named("unique", "alter table item add constraint hm# unique (id, amount)"),
                named(
                        "foreign key",
                        "alter table item add constraint hm# foreign key (shelf_id) references shelf (id)"),
                property("default", "note", "hm#", "alter table item alter column note set default 'hm#'"),
                property("default", "amount", "\\b77#\\b", "alter table item alter column amount set default 77#")));
        if (database == TestDatabase.MYSQL || database == TestDatabase.MARIADB) {
            // the index that comes with a foreign key is the server's own: it goes when another one can serve
            all.replaceAll(template -> template.kind().equals("foreign key")
                    ? new Template(
                            template.kind(), template.subject(), "(?i)\\bconstraint hm#\\b", null, template.sql())
                    : template);
        }
        switch (database) {
            case POSTGRESQL, POSTGRESQL_15 -> all.addAll(postgres());
            case MARIADB, MYSQL -> all.addAll(mysql(database == TestDatabase.MARIADB));
            case H2 -> all.addAll(h2());
            default -> all.addAll(hsqldb());
        }
        return all;
    }

    private static List<Template> postgres() {
        return List.of(
                named(
                        "primary key",
                        "alter table box_tags alter column tag set not null",
                        "alter table box_tags add constraint hm# primary key (box_id, tag)"),
                named("index", "create index hm# on item (name varchar_pattern_ops)"),
                named("index", "create index hm# on item (note text_pattern_ops desc nulls last)"),
                named("index", "create index hm# on item (name) include (note)"),
                named("index", "create index hm# on item (amount) with (fillfactor = 61)"),
                named("index", "create index hm# on item using brin (amount) with (pages_per_range = 17)"),
                named("index", "create index hm# on item using gin (to_tsvector('simple', note))"),
                named("index", "create index hm# on item using hash (note)"),
                named("index", "create index hm# on item (name collate \"C\")"),
                named("index", "create index hm# on item (note) where amount > 7#"),
                named("index", "create index hm# on item (lower(note))"),
                named("unique index", "create unique index hm# on item (id, note) nulls not distinct"),
                named("index with a comment", "create index hm# on item (note)", "comment on index hm# is 'why hm#'"),
                named("exclusion", "alter table item add constraint hm# exclude using btree (code with =)"),
                named("check", "alter table item add constraint hm# check (amount <> 1) not valid"),
                named("check", "alter table item add constraint hm# check (amount <> -7#) no inherit"),
                named(
                        "foreign key",
                        "alter table item add constraint hm# foreign key (shelf_id) references shelf (id)"
                                + " on delete cascade not valid"),
                named("statistics", "create statistics hm# on code, amount from item"),
                named("statistics", "create statistics hm# on code, note from item"),
                named(
                        "trigger",
                        "create trigger hm# before update of note on item for each row"
                                + " execute function suppress_redundant_updates_trigger()"),
                named("policy", "create policy hm# on item using (amount > -7#)"),
                named("view", "create view hm# as select name, code from item"),
                named("view", "create view hm# as select amount from item"),
                named("rule", "create rule hm# as on delete to item where old.amount = -7# do also notify hm"),
                property("comment", "note", "hm#", "comment on column item.note is 'hm#'"),
                property("comment", "amount", "hm#", "comment on column item.amount is 'hm#'"),
                property(
                        "collation",
                        "note",
                        "collate C\\b",
                        "alter table item alter column note type varchar(100) collate \"C\""),
                property("grant", "note", "grants:\\{=r", "grant select (note) on item to public"),
                property("grant", "amount", "grants:\\{=r", "grant select (amount) on item to public"),
                property(
                        "statistics target",
                        "note",
                        "target:3#",
                        "alter table item alter column note set statistics 3#"),
                property("storage", "note", "storage:e", "alter table item alter column note set storage external"),
                new Template(
                        "fillfactor",
                        "item",
                        "^relation .*\\bitem\\b",
                        "fillfactor=6\\d",
                        "alter table item set (fillfactor = 61)"),
                new Template("comment", "item", "hm#", "hm#", "comment on table item is 'hm#'"));
    }

    private static List<Template> mysql(boolean maria) {
        List<Template> all = new ArrayList<>(List.of(
                named("index", "create index hm# on item (name(10))"),
                named("index", "create index hm# on item (note(7), amount)"),
                named("index", "create fulltext index hm# on item (note)"),
                named("index", "create index hm# on item (note) comment 'why hm#'"),
                named("trigger", "create trigger hm# before update on item for each row set new.touched = new.touched"),
                named("view", "create view hm# as select name, code from item"),
                named("view", "create view hm# as select note from item"),
                property("comment", "note", "hm#", "alter table item modify note varchar(100) comment 'hm#'"),
                property("comment", "amount", "hm#", "alter table item modify amount int comment 'hm#'"),
                property(
                        "on update",
                        "touched",
                        "(?i)on update current_timestamp\\(6\\)",
                        "alter table item modify touched datetime(6) default current_timestamp(6)"
                                + " on update current_timestamp(6)"),
                property(
                        "collation",
                        "note",
                        "COLLATE utf8mb4_bin",
                        "alter table item modify note varchar(100) collate utf8mb4_bin"),
                new Template("comment", "item", "hm#", "hm#", "alter table item comment = 'hm#'")));
        if (maria) {
            all.add(property("invisible", "note", "INVISIBLE", "alter table item modify note varchar(100) invisible"));
            all.add(property("invisible", "amount", "INVISIBLE", "alter table item modify amount int invisible"));
            all.add(new Template(
                    "check of a column",
                    "amount",
                    "77#",
                    "`amount` <> -77#",
                    "alter table item modify amount int check (amount <> -77#)"));
            all.add(named("index", "create index hm# on item (note) ignored"));
        }
        return all;
    }

    private static List<Template> h2() {
        return List.of(
                named(
                        "primary key",
                        "alter table box_tags alter column tag set not null",
                        "alter table box_tags add constraint hm# primary key (box_id, tag)"),
                named("view", "create view hm# as select name, code from item"),
                named("view", "create view hm# as select amount from item"),
                property("comment", "note", "hm#", "comment on column item.note is 'hm#'"),
                property(
                        "on update",
                        "note",
                        "ON UPDATE 'hm#'",
                        "alter table item alter column note set on update 'hm#'"),
                property("invisible", "note", "INVISIBLE", "alter table item alter column note set invisible"),
                property("invisible", "amount", "INVISIBLE", "alter table item alter column amount set invisible"),
                new Template("comment", "item", "hm#", "hm#", "comment on table item is 'hm#'"));
    }

    private static List<Template> hsqldb() {
        return List.of(
                named("view", "create view hm# as select name, code from item"),
                named("view", "create view hm# as select amount from item"),
                named(
                        "trigger",
                        "create trigger hm# before update on item referencing new as fresh for each row"
                                + " set fresh.touched = fresh.touched"),
                property("comment", "note", "hm#", "comment on column item.note is 'hm#'"),
                new Template("comment", "item", "hm#", "hm#", "comment on table item is 'hm#'"));
    }

    private static List<Template> sqlite() {
        return List.of(
                named("index", "create index hm# on item (lower(note))"),
                named("index", "create index hm# on item (note) where amount > 7#"),
                named("index", "create index hm# on item (name collate nocase)"),
                named("index", "create index hm# on item (note collate rtrim desc)"),
                named(
                        "trigger",
                        "create trigger hm# after update on item begin update shelf set place = 'hm#' where id = -1; end"),
                named("view", "create view hm# as select name, code from item"),
                named("view", "create view hm# as select note from item"));
    }

    @Override
    public String toString() {
        return kind + " " + statements;
    }
}
