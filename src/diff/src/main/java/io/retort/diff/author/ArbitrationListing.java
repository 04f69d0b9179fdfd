package io.retort.diff.author;

import io.retort.diff.author.Arbitration.DriftedObject;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.internal.json.OperationJson;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats what the history says about a comparison, for every command that prints one. */
final class ArbitrationListing {

    static final Advice ADOPT =
            Advice.of("Next: write the first revision from this database: ", Advice.command("adopt"));

    private static final String STATEMENT = "      ";
    private static final String COMMENT = "-- ";

    private ArbitrationListing() {}

    static List<String> of(Arbitration arbitration) {
        List<String> lines = new ArrayList<>();
        if (!arbitration.drift().isEmpty()) {
            lines.add("The database was changed, but not by a revision. To restore it:");
            arbitration.drift().forEach(object -> lines.addAll(of(object)));
        }
        if (!arbitration.missing().isEmpty()) {
            lines.add("Entities and database agree on these, but no revision creates them:");
            arbitration.missing().forEach(object -> lines.add("  " + object));
        }
        return lines;
    }

    /** Statements that must not run on the present rows are comments, so that they do not run when all are pasted. */
    private static List<String> of(DriftedObject object) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + DifferenceListing.onOneLine(object.description()));
        object.obstacles().forEach(obstacle -> lines.add(STATEMENT + COMMENT + DifferenceListing.onOneLine(obstacle)));
        String begin = STATEMENT + (object.obstacles().isEmpty() ? "" : COMMENT);
        for (String sql : object.sql()) {
            (sql + ";").lines().forEach(line -> lines.add(begin + line));
        }
        return lines;
    }

    static List<String> next(Arbitration arbitration, AdviceStyle style) {
        List<String> lines = new ArrayList<>();
        if (arbitration.drift().stream().anyMatch(object -> !object.obstacles().isEmpty())) {
            lines.add(
                    "Statements that begin with -- would fail, lose values or create an object twice: change what the line"
                            + " above them names first, then compare again.");
        }
        if (!arbitration.drift().isEmpty()) {
            lines.add(Advice.of(
                            "Next: run the statements that restore the database, declare what it has in the entities, or"
                                    + " accept it with a line `keep=table.object` in the file of ",
                            Advice.setting("answers"),
                            ". To accept everything: ",
                            Advice.command("check", Advice.option("keep-all")),
                            ".")
                    .in(style));
        }
        if (arbitration.adoptable() && !arbitration.missing().isEmpty()) {
            lines.add(ADOPT.in(style));
        } else if (!arbitration.missing().isEmpty()) {
            lines.add(Advice.of(
                            "Next: write the missing revision with ",
                            Advice.command("revision", Advice.quoted("message", "..."), Advice.option("offline")),
                            ", then record it here as applied with ",
                            Advice.command("stamp"),
                            ".")
                    .in(style));
        }
        return lines;
    }

    static List<Map<String, Object>> json(Difference difference) {
        List<Map<String, Object>> differences = new ArrayList<>();
        Arbitration arbitration = difference.arbitration();
        difference.operations().forEach(operation -> differences.add(ofEntity(operation, arbitration.update())));
        for (DriftedObject object : arbitration.drift()) {
            differences.add(ofDrift(object));
        }
        arbitration.missing().forEach(object -> differences.add(one("missing", object, List.of())));
        arbitration.undeclared().forEach(object -> {
            Map<String, Object> sql = one("sql", object.sentence(), List.of());
            sql.put("revision", object.revision());
            differences.add(sql);
        });
        return differences;
    }

    private static Map<String, Object> ofDrift(DriftedObject object) {
        if (object.obstacles().isEmpty()) {
            return one("drift", object.description(), object.sql());
        }
        Map<String, Object> json = one("drift", object.description(), List.of());
        json.put("obstacles", object.obstacles());
        json.put("blocked", object.sql());
        return json;
    }

    private static Map<String, Object> ofEntity(Operation operation, @Nullable LibraryUpdate update) {
        if (update == null || !update.operations().contains(operation)) {
            return with(operation, one("entity", operation.describe(), List.of()));
        }
        Map<String, Object> json = with(operation, one("hibernate", operation.describe(), List.of()));
        json.put("before", update.before());
        json.put("now", update.now());
        json.put("revision", update.revision());
        return json;
    }

    private static Map<String, Object> with(Operation operation, Map<String, Object> json) {
        json.put("operation", OperationJson.of(operation));
        return json;
    }

    private static Map<String, Object> one(String cause, String description, List<String> sql) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cause", cause);
        json.put("description", description);
        json.put("sql", sql);
        return json;
    }
}
