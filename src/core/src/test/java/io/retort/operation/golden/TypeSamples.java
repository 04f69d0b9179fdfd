package io.retort.operation.golden;

import static io.retort.migration.Definitions.*;
import static io.retort.operation.golden.Samples.NOTHING;

import io.retort.migration.Operations;
import java.util.List;
import java.util.function.Consumer;

/** Samples of enum type operations. */
final class TypeSamples {

    private TypeSamples() {}

    static List<Sample> all() {
        Consumer<Operations> mood = op -> op.createEnum(enumType("mood", "HAPPY", "SAD"));
        return List.of(
                Sample.of("type.create", NOTHING, mood),
                Sample.of("type.drop", mood, op -> op.dropEnum(enumType("mood", "HAPPY", "SAD"))),
                Sample.of("type.drop.short", mood, op -> op.dropEnum("mood")),
                Sample.of("type.add_value", mood, op -> op.addEnumValue("mood", "it's complicated")),
                Sample.of(
                        "type.alter",
                        mood,
                        op -> op.alterEnum(
                                enumType("mood", "HAPPY", "SAD"), enumType("mood", "ELATED", "HAPPY", "SO-SO", "SAD"))),
                Sample.of(
                        "type.alter.remove",
                        op -> {
                            mood.accept(op);
                            op.createTable(
                                    "person", column("mood", type("mood")).defaultExpression("'HAPPY'"));
                        },
                        op -> op.alterEnum(
                                enumType("mood", "HAPPY", "SAD"),
                                enumType("mood", "HAPPY"),
                                usedBy("person", column("mood", type("mood")).defaultExpression("'HAPPY'")))));
    }
}
