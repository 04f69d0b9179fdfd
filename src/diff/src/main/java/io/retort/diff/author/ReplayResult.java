package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.operation.Operation;
import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of running a history on an empty database and comparing the schemas after each revision.
 *
 * @param database the database, as messages describe it
 * @param revisions the number of revisions that ran
 * @param missing the revisions that change the schema by SQL or code and do not declare how, in order
 * @param unverified what could not be compared, one sentence each
 * @param found the first revision after which the schemas differ; null if they agree
 */
public record ReplayResult(
        String database,
        int revisions,
        List<MissingDeclaration> missing,
        List<String> unverified,
        @Nullable Mismatch found) {

    /** Copies the lists. */
    public ReplayResult {
        missing = List.copyOf(missing);
        unverified = List.copyOf(unverified);
    }

    /**
     * A revision after which the database differs from the computed schema.
     *
     * @param revision the revision
     * @param differences the operations that would change the computed schema into the database's, as plans describe
     *     them
     */
    public record Mismatch(RevisionInfo revision, List<String> differences) {

        /** Copies the list. */
        public Mismatch {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A revision whose SQL or code changes the schema in an undeclared way.
     *
     * @param revision the revision
     * @param statements the SQL and code, as plans describe them
     * @param means the operations to declare; empty if the schema did not change
     */
    public record MissingDeclaration(RevisionInfo revision, List<String> statements, List<Operation> means) {

        /** Copies the lists. */
        public MissingDeclaration {
            statements = List.copyOf(statements);
            means = List.copyOf(means);
        }

        /** Returns the lines of the declaration, in the format of the revision's file. */
        public List<String> source() {
            return revision.location().endsWith(".sql")
                    ? DeclaredStatements.block(means).lines().toList()
                    : JavaBody.means(means);
        }
    }

    /** Returns the first revision after which the schemas differ; empty if they agree. */
    public Optional<Mismatch> mismatch() {
        return Optional.ofNullable(found);
    }

    /** Returns the exit status: whether the schemas differ, or could not be compared completely. */
    public ExitStatus status() {
        if (found != null) {
            return ExitStatus.DIFFERENCES;
        }
        return unverified.isEmpty() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
    }

    /** Returns a summary in one line; empty if the schemas agree. */
    public String summary() {
        return switch (status()) {
            case DIFFERENCES -> "the database differs from the computed schema";
            case INCOMPLETE -> "not everything could be compared";
            default -> "";
        };
    }

    /**
     * Returns the result as lines of text.
     *
     * @param style how the user runs Retort; never null
     */
    public List<String> describe(AdviceStyle style) {
        List<String> lines = new ArrayList<>();
        missing.forEach(declaration -> lines.addAll(lines(declaration)));
        unverified.forEach(sentence -> lines.add("skipped: " + DifferenceListing.onOneLine(sentence)));
        lines.add(heading());
        if (found != null) {
            found.differences().forEach(line -> lines.add("  " + DifferenceListing.onOneLine(line)));
            lines.add(Advice.of(
                            "Next: correct the operations of revision "
                                    + found.revision().id() + " in "
                                    + found.revision().location()
                                    + ", or the effect that it declares with `means`. If you edit an applied revision, accept it with ",
                            Advice.command("repair"),
                            ".")
                    .in(style));
        }
        return lines;
    }

    private String heading() {
        String ran = "Ran " + revisions + (revisions == 1 ? " revision" : " revisions") + " on an empty " + database;
        if (found != null) {
            return ran + ". After " + found.revision().describe()
                    + ", the database differs from the schema that the history computes. The database has:";
        }
        if (revisions == 0) {
            return ran + ".";
        }
        return ran + (missing.isEmpty() ? ": it" : ": with these declarations, it")
                + " agrees with the computed schema after " + (revisions == 1 ? "it." : "each of them.");
    }

    private static List<String> lines(MissingDeclaration declaration) {
        List<String> lines = new ArrayList<>();
        RevisionInfo revision = declaration.revision();
        lines.add("Revision " + revision.describe() + " does not declare what it does to the schema, in "
                + revision.location() + ":");
        declaration.statements().forEach(text -> lines.add("  " + DifferenceListing.onOneLine(text)));
        lines.add(declaration.means().isEmpty() ? "It changes no table. Declare that:" : "Declare it:");
        declaration.source().forEach(line -> lines.add("  " + line));
        return lines;
    }

    /** Returns the result in the form in which it is written as JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agree", status() == ExitStatus.OK);
        json.put("database", database);
        json.put("revisions", revisions);
        json.put("missingDeclarations", missing.stream().map(ReplayResult::json).toList());
        json.put("skipped", unverified);
        if (found != null) {
            json.put("revision", found.revision().id());
            json.put("location", found.revision().location());
            json.put("differences", found.differences());
        }
        return json;
    }

    private static Map<String, Object> json(MissingDeclaration declaration) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", declaration.revision().id());
        json.put("location", declaration.revision().location());
        json.put("statements", declaration.statements());
        json.put("means", declaration.source());
        return json;
    }
}
