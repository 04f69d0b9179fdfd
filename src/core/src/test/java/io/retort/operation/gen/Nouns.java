package io.retort.operation.gen;

import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.EnumType;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random schema objects. Names are always new, so that objects of one schema never have equal names by chance. */
public final class Nouns {

    static final Gen<String> TEXT = Gen.of(
            "",
            "x",
            "it's",
            "a \"quoted\" \\ word",
            "line\nbreak\ttab\r",
            "häßlich \u2028 \ud83d\ude00",
            "\u0001",
            "\\u0041");

    private static final Gen<String> WORD = Gen.of(
            "user",
            "order",
            "email",
            "Mixed",
            "\"Mixed Case\"",
            "\"a.b\"",
            "\"say \"\"x\"\"\"",
            "größe",
            "\"back\\slash\"");

    static final Gen<String> NAME = random -> {
        String word = WORD.next(random);
        String fresh = Integer.toString(random.nextInt(1_000_000), Character.MAX_RADIX);
        return word.endsWith("\"") ? word.substring(0, word.length() - 1) + fresh + '"' : word + fresh;
    };

    static final Gen<QualifiedName> QUALIFIED =
            random -> new QualifiedName(random.nextInt(4) == 0 ? NAME.next(random) : null, NAME.next(random));

    private static final Gen<SqlType> SIMPLE_TYPE = Gen.oneOf(
            Gen.of(Kind.BOOLEAN, Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.REAL, Kind.DOUBLE)
                    .map(SqlType::of),
            Gen.of(Kind.TEXT, Kind.CLOB, Kind.NCLOB, Kind.BLOB, Kind.DATE, Kind.UUID, Kind.JSON, Kind.XML, Kind.INET)
                    .map(SqlType::of),
            random -> SqlType.of(Gen.of(
                                    Kind.FLOAT,
                                    Kind.CHAR,
                                    Kind.VARCHAR,
                                    Kind.NCHAR,
                                    Kind.NVARCHAR,
                                    Kind.BINARY,
                                    Kind.VARBINARY)
                            .next(random))
                    .withArguments(List.of(random.nextInt(1, 50))),
            random -> SqlType.of(
                            Gen.of(Kind.TIME, Kind.TIME_WITH_TIME_ZONE, Kind.TIMESTAMP, Kind.TIMESTAMP_WITH_TIME_ZONE)
                                    .next(random))
                    .withArguments(Gen.ints(0, 6).list(0, 1).next(random)),
            random -> SqlType.numeric(random.nextInt(10, 38), random.nextInt(10)),
            Gen.just(SqlType.of(Kind.NUMERIC)),
            Gen.just(SqlType.interval(18, 6)),
            TEXT.list(1, 3).map(SqlType::enumOf),
            TEXT.map(SqlType::other));

    static final Gen<SqlType> TYPE =
            Gen.oneOf(SIMPLE_TYPE, SIMPLE_TYPE, SIMPLE_TYPE, SIMPLE_TYPE.map(SqlType::arrayOf));

    private static final Gen<Object> PLAIN = Gen.oneOf(
            TEXT,
            Gen.of(0, -1, 5L, Long.MIN_VALUE, (short) 3, (byte) 4, 1.5d, -2.5f, 1e300, true, false),
            Gen.of(
                    new BigDecimal("0.00"),
                    new BigDecimal("1E+3"),
                    new BigDecimal("0.0000000001"),
                    new BigInteger("9").pow(40)));

    private static final Gen<Generation> GENERATION = Gen.oneOf(
            Gen.just(Generation.Identity.BY_DEFAULT),
            random -> new Generation.Identity(random.nextBoolean(), random.nextInt(3), random.nextInt(1, 3)),
            random -> new Generation.Computed(TEXT.next(random), random.nextBoolean()));

    static final Gen<Column> COLUMN = NAME.then(Nouns::column);

    private Nouns() {}

    static Gen<Column> column(String name) {
        return random -> {
            Column column = new Column(name, TYPE.next(random)).withNullable(random.nextBoolean());
            column = random.nextInt(3) > 0 ? column : column.defaultValue(PLAIN.next(random));
            column = random.nextInt(8) > 0 ? column : column.defaultExpression(TEXT.next(random));
            column = random.nextInt(6) > 0 ? column : column.withGeneration(GENERATION.next(random));
            column = random.nextInt(8) > 0 ? column : column.collation(TEXT.next(random));
            return random.nextInt(4) > 0 ? column : column.comment(TEXT.next(random));
        };
    }

    /** Generates a table with columns and constraints, for a schema with other tables to reference. */
    static Gen<Table> table(List<Table> others) {
        return random -> {
            Table table = new Table(QUALIFIED.next(random), COLUMN.list(1, 5).next(random), List.of(), List.of(), null);
            List<Constraint> constraints = new ArrayList<>();
            if (random.nextBoolean()) {
                constraints.add(new Constraint.PrimaryKey(
                        random.nextBoolean() ? NAME.next(random) : null,
                        columns(table).next(random)));
            }
            constraints.addAll(constraint(table, others).list(0, 3).next(random));
            List<Index> indexes = index(table).list(0, 2).next(random);
            return table.withConstraints(constraints)
                    .withIndexes(indexes)
                    .withComment(random.nextInt(3) == 0 ? TEXT.next(random) : null);
        };
    }

    private static Gen<List<String>> columns(Table table) {
        return random -> {
            List<String> names =
                    new ArrayList<>(table.columns().stream().map(Column::name).toList());
            return names.subList(0, random.nextInt(1, names.size() + 1));
        };
    }

    static Gen<Constraint> constraint(Table table, List<Table> others) {
        return Gen.oneOf(
                random -> new Constraint.Unique(
                        NAME.next(random),
                        columns(table).next(random),
                        random.nextBoolean(),
                        Gen.of(Deferral.values()).next(random)),
                random -> new Constraint.Check(NAME.next(random), TEXT.next(random)),
                random -> foreignKey(
                        table, others.isEmpty() ? table : Gen.of(others).next(random), random));
    }

    private static Constraint foreignKey(Table table, Table target, SplittableRandom random) {
        return new Constraint.ForeignKey(
                NAME.next(random),
                columns(table).next(random),
                target.name(),
                columns(target).next(random),
                Gen.of(Action.values()).next(random),
                Gen.of(Action.values()).next(random),
                Gen.of(Deferral.values()).next(random));
    }

    static Gen<Index> index(Table table) {
        Gen<Index.Part> part = random -> {
            boolean expression = random.nextInt(4) == 0;
            return new Index.Part(
                    expression ? TEXT.next(random) : columns(table).next(random).get(0),
                    expression,
                    random.nextInt(4) == 0,
                    random.nextInt(4) == 0 ? Gen.of(Index.Nulls.values()).next(random) : Index.Nulls.UNSPECIFIED);
        };
        return random -> new Index(
                NAME.next(random),
                part.list(1, 3).next(random),
                random.nextInt(3) == 0,
                random.nextInt(4) == 0 ? TEXT.next(random) : null,
                random.nextInt(4) == 0 ? TEXT.next(random) : null);
    }

    static final Gen<Sequence> SEQUENCE = random -> new Sequence(
            QUALIFIED.next(random),
            random.nextBoolean() ? 1 : random.nextLong(),
            random.nextBoolean() ? 50 : random.nextLong(),
            random.nextBoolean() ? null : random.nextLong(),
            random.nextBoolean() ? null : random.nextLong(),
            random.nextBoolean() ? null : random.nextLong(),
            random.nextBoolean());

    static final Gen<EnumType> ENUM_TYPE =
            random -> new EnumType(QUALIFIED.next(random), TEXT.list(1, 3).next(random));
}
