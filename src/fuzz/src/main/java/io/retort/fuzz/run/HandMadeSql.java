package io.retort.fuzz.run;

import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.ModelIdentifier;
import io.retort.fuzz.model.Shape;
import io.retort.fuzz.story.HandMade;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates hand-made objects on a product. */
final class HandMadeSql {

    private static final Set<HandMade.Kind> PROPERTIES =
            Set.of(HandMade.Kind.DEFAULT, HandMade.Kind.COLUMN_COMMENT, HandMade.Kind.TABLE_COMMENT);

    private final String product;
    private final Application application;

    HandMadeSql(String product, Application application) {
        this.product = product;
        this.application = application;
    }

    /** Creates an object and returns whether the product supports that. */
    boolean make(HandMade object, TestDb db) {
        String sql = sql(object);
        if (sql == null) {
            return false;
        }
        try {
            db.execute(sql);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether an object takes the place of an earlier one, because there can be only one of its kind. */
    boolean replaces(HandMade object, HandMade earlier) {
        return PROPERTIES.contains(object.kind())
                && object.kind() == earlier.kind()
                && Objects.equals(unmarked(object), unmarked(earlier));
    }

    private @Nullable String unmarked(HandMade object) {
        String sql = sql(object);
        return sql == null ? null : sql.replace(object.mark(), "");
    }

    /** Returns the statement; null if the product does not support the object, or if the column does not exist. */
    @Nullable
    String sql(HandMade object) {
        ColumnMap columns = application.columns();
        String table = columns.quotedTables().get(object.entity());
        String column = columns.quotedColumns().get(object.entity() + "/" + object.attribute());
        if (table == null || column == null) {
            return null;
        }
        String id = columns.quotedColumns().get(object.entity() + "/0");
        boolean mysql = product.equals("mysql") || product.equals("mariadb");
        return switch (object.kind()) {
            case INDEX -> "create index " + object.mark() + " on " + table + " (" + column + ")";
            case UNIQUE_INDEX ->
                "create unique index " + object.mark() + " on " + table + " (" + column
                        + (id == null || id.equals(column) ? "" : ", " + id) + ")";
            case PARTIAL_INDEX ->
                product.equals("postgresql") || product.equals("sqlite")
                        ? "create index " + object.mark() + " on " + table + " (" + column + ") where " + column
                                + " is not null"
                        : null;
            case UNIQUE ->
                id == null
                        ? null
                        : adding(object, table) + " unique (" + (id.equals(column) ? "" : column + ", ") + id + ")";
            case FOREIGN_KEY ->
                id == null
                        ? null
                        : adding(object, table) + " foreign key (" + id + ") references " + table + " (" + id + ")";
            case CHECK ->
                product.equals("sqlite") || product.equals("mysql")
                        ? null
                        : adding(object, table) + " check (" + column + " is null or " + column + " = " + column + ")";
            case DEFAULT -> defaulting(object, table, column, mysql);
            case COLUMN_COMMENT ->
                mysql || product.equals("sqlite") || isCommented(object)
                        ? null
                        : "comment on column " + table + "." + column + " is '" + object.mark() + "'";
            case TABLE_COMMENT -> tableComment(object, table, mysql);
            case IDENTITY_OPTION ->
                id != null && isIdentity(object) && (product.equals("postgresql") || product.equals("h2"))
                        ? "alter table " + table + " alter column " + id + " set increment by " + object.number()
                        : null;
            case GRANT ->
                product.equals("postgresql")
                        ? "do $$ begin create role " + object.mark()
                                + "; exception when duplicate_object or unique_violation then null; end $$; grant select ("
                                + column + ") on " + table + " to " + object.mark()
                        : null;
            case POLICY ->
                product.equals("postgresql")
                        ? "create policy " + object.mark() + " on " + table + " using (" + column + " is null or true)"
                        : null;
            case MATERIALIZED_VIEW ->
                product.equals("postgresql")
                        ? "create materialized view " + object.mark() + " as select " + column + " from " + table
                        : null;
            case VIEW -> "create view " + object.mark() + " as select " + column + " from " + table;
            case TRIGGER -> trigger(object, table, mysql);
            case TABLE -> "create table " + object.mark() + " (id integer primary key, note varchar(20))";
            case COLUMN -> "alter table " + table + " add " + object.mark() + " varchar(20)";
        };
    }

    private static String adding(HandMade object, String table) {
        return "alter table " + table + " add constraint " + object.mark();
    }

    private @Nullable String tableComment(HandMade object, String table, boolean mysql) {
        boolean free = application
                .model()
                .entity(object.entity())
                .filter(entity -> entity.comment().isEmpty())
                .isPresent();
        if (!free || product.equals("sqlite")) {
            return null;
        }
        return mysql
                ? "alter table " + table + " comment = '" + object.mark() + "'"
                : "comment on table " + table + " is '" + object.mark() + "'";
    }

    /** A comment that the entity declares is not free to be made by hand: the next revision restores it. */
    private boolean isCommented(HandMade object) {
        return application
                .model()
                .entity(object.entity())
                .flatMap((EntityType entity) -> entity.attribute(object.attribute()))
                .filter(attribute -> !attribute.column().comment().isEmpty())
                .isPresent();
    }

    private boolean isIdentity(HandMade object) {
        return application
                .model()
                .entity(object.entity())
                .map(application.model()::root)
                .filter(root -> root.uid() == object.entity())
                .filter(root -> root.id() == ModelIdentifier.IDENTITY || root.id() == ModelIdentifier.IDENTITY_INTEGER)
                .isPresent();
    }

    private @Nullable String defaulting(HandMade object, String table, String column, boolean mysql) {
        Optional<Attribute> attribute = application
                .model()
                .entity(object.entity())
                .flatMap((EntityType entity) -> entity.attribute(object.attribute()))
                .filter(found -> found.shape() == Shape.BASIC
                        && found.column().defaultValue().isEmpty());
        boolean text = attribute
                .filter(found -> found.type().java().equals("String") && fits(found))
                .isPresent();
        return !text || product.equals("sqlite")
                ? null
                : "alter table " + table + " alter column " + column + " set default '" + object.mark() + "'";
    }

    private static boolean fits(Attribute attribute) {
        return switch (attribute.type()) {
            case STRING, NATIONAL ->
                attribute.column().length() == 0 || attribute.column().length() > 20;
            default -> false;
        };
    }

    private @Nullable String trigger(HandMade object, String table, boolean mysql) {
        if (product.equals("sqlite")) {
            return "create trigger " + object.mark() + " after delete on " + table + " begin select 1; end";
        }
        if (product.equals("postgresql")) {
            return "create function " + object.mark()
                    + "() returns trigger language plpgsql as $$ begin return null; end $$; create trigger "
                    + object.mark() + " after delete on " + table + " for each row execute function " + object.mark()
                    + "()";
        }
        return mysql
                ? "create trigger " + object.mark() + " after delete on " + table + " for each row set @x = 1"
                : null;
    }
}
