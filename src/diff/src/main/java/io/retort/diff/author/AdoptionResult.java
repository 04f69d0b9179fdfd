package io.retort.diff.author;

import io.retort.diff.author.AdoptedSchema.Verification.Outcome;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.internal.json.OperationJson;
import io.retort.operation.DataOperation;
import io.retort.operation.TableOperation;
import io.retort.revision.AdoptionMark;
import io.retort.revision.AdoptionMark.Origin;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of {@code migrate:adopt}.
 *
 * @param file the new file, relative to the project folder
 * @param draft the content of the file
 * @param schema the adopted database
 * @param remarks further remarks, one sentence or more each
 */
public record AdoptionResult(Path file, Draft draft, AdoptedSchema schema, List<String> remarks) {

    /** Copies the list. */
    public AdoptionResult {
        remarks = List.copyOf(remarks);
    }

    /** Returns the exit status: a base that builds another schema, or that was not built, is no success. */
    public ExitStatus status() {
        return switch (schema.verification().outcome()) {
            case EQUAL -> ExitStatus.OK;
            case DIFFERENT -> ExitStatus.DIFFERENCES;
            case NOT_VERIFIED -> ExitStatus.INCOMPLETE;
        };
    }

    /** Returns a summary in one line; empty if the base builds the same schema. */
    public String summary() {
        return switch (schema.verification().outcome()) {
            case EQUAL -> "";
            case DIFFERENT -> "the revision builds another schema";
            case NOT_VERIFIED -> "the revision was not built";
        };
    }

    /** Returns the result as lines of text, in the style of the plain library. */
    public List<String> describe() {
        return describe(AdviceStyle.LIBRARY);
    }

    /**
     * Returns the result as lines of text. The last lines contain the next steps.
     *
     * @param style how the user runs Retort; never null
     */
    public List<String> describe(AdviceStyle style) {
        List<String> lines = new ArrayList<>();
        lines.add("Adopt: " + schema.database() + ", " + counted(schema.tables(), "table")
                + (schema.history() == null ? "" : ", " + schema.history()));
        lines.add(path());
        long rows = draft.up().stream()
                .filter(DataOperation.Insert.class::isInstance)
                .mapToLong(insert -> ((DataOperation.Insert) insert).rows().size())
                .sum();
        long tables = draft.up().stream()
                .filter(TableOperation.Create.class::isInstance)
                .count();
        lines.add("  + " + counted(tables, "table") + (rows == 0 ? "" : " and " + counted(rows, "row"))
                + ", as this database has them");
        lines.addAll(verification());
        schema.left().forEach(one -> lines.add("not taken: " + DifferenceListing.onOneLine(one)));
        lines.addAll(suggestions(style));
        lines.addAll(required());
        schema.skipped().forEach(one -> lines.add("skipped: " + DifferenceListing.onOneLine(one)));
        lines.addAll(remarks);
        lines.addAll(next(style));
        return lines;
    }

    private List<String> verification() {
        List<String> details = schema.verification().details();
        return switch (schema.verification().outcome()) {
            case EQUAL -> List.of("  built on an empty scratch schema: equal");
            case NOT_VERIFIED -> List.of("  not built on an empty scratch schema: " + String.join(" ", details));
            case DIFFERENT -> {
                List<String> lines = new ArrayList<>();
                lines.add("  built on an empty scratch schema: " + counted(details.size(), "difference"));
                details.forEach(detail -> lines.add("    " + DifferenceListing.onOneLine(detail)));
                yield lines;
            }
        };
    }

    private List<String> suggestedRows() {
        return schema.suggestedRows().entrySet().stream()
                .map(table -> table.getKey() + " (" + table.getValue() + ")")
                .toList();
    }

    private List<String> suggestions(AdviceStyle style) {
        if (schema.suggestedRows().isEmpty()) {
            return List.of();
        }
        String tables = String.join(",", schema.suggestedRows().keySet());
        return List.of(Advice.of(
                        "rows that look like reference data: " + String.join(", ", suggestedRows())
                                + ". To write them into the revision, delete the file and add ",
                        Advice.option("rows", tables))
                .in(style));
    }

    private List<String> required() {
        List<String> lines = new ArrayList<>();
        if (!schema.required().isEmpty()) {
            lines.add("The entities require " + counted(schema.required().size(), "change")
                    + " of this database, for the next revision:");
            schema.required().forEach(operation -> lines.add("  " + DifferenceListing.onOneLine(operation.describe())));
        }
        return lines;
    }

    private List<String> next(AdviceStyle style) {
        List<String> lines = new ArrayList<>();
        if (schema.verification().outcome() == Outcome.DIFFERENT) {
            lines.add("Next: correct the revision where it differs.");
        }
        Origin origin = origin();
        lines.add(
                origin == Origin.SCHEMA
                        ? "Next: remove spring.jpa.hibernate.ddl-auto from the configuration, if it is set."
                        : "Next: remove " + origin.title() + " from the application, or disable it.");
        lines.add("Next: commit the revision, and start each environment once. Each records it as applied; an empty"
                + " database runs it.");
        if (!schema.required().isEmpty()) {
            lines.add(Advice.of("Next: after that, ", Advice.command("revision", Advice.quoted("message", "...")))
                    .in(style));
        }
        return lines;
    }

    private Origin origin() {
        AdoptionMark mark = draft.adopts();
        return mark == null ? Origin.SCHEMA : mark.origin();
    }

    /** Returns the result in the form in which it is written as JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", schema.database());
        json.put("history", schema.history());
        json.put("adopts", schema.mark());
        json.put("file", path());
        json.put("id", draft.id());
        json.put("message", draft.message());
        json.put("tables", schema.tables());
        json.put("operations", OperationJson.of(draft.up()));
        json.put("verified", schema.verification().outcome() == Outcome.EQUAL);
        json.put("verification", schema.verification().details());
        json.put("notTaken", schema.left());
        json.put("rows", suggestedRows());
        json.put("required", OperationJson.of(schema.required()));
        json.put("skipped", schema.skipped());
        json.put("remarks", remarks);
        return json;
    }

    private String path() {
        return file.toString().replace(File.separatorChar, '/');
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
