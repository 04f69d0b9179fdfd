package io.retort.diff.author.tool;

import io.retort.diff.author.ToolMigration;
import io.retort.diff.author.ToolMigration.ScriptPart;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * The changesets of a migration.
 *
 * <p>Liquibase splits the text of a changeset at semicolons, with rules of its own for quotes and comments. A statement
 * that these rules can misread gets a changeset of its own that is not split.
 */
final class LiquibaseScript {

    /** Liquibase replaces {@code ${name}} everywhere, and has no escape for it unless a setting of its own is changed. */
    private static final String PLACEHOLDER = "${";

    private static final String DOLLAR = "retort.dollar";

    private final ToolMigration migration;

    /**
     * @param migration the migration
     */
    LiquibaseScript(ToolMigration migration) {
        this.migration = migration;
    }

    /** Returns the parts, each of which becomes a changeset or several. */
    List<ScriptPart> parts() {
        return migration.parts(
                part -> Stream.concat(part.up().stream(), part.down().stream()).allMatch(this::isPlain));
    }

    private boolean isPlain(String statement) {
        return !statement.contains("\\")
                && !statement.contains("--")
                && !statement.contains("/*")
                && !(statement.contains("$") && statement.contains(";"))
                && !migration.hasBody(statement)
                && statement.lines().skip(1).map(String::strip).noneMatch(LiquibaseScript::isDelimiter);
    }

    private static boolean isDelimiter(String line) {
        return line.startsWith("/") || line.equalsIgnoreCase("go") || line.startsWith("go ");
    }

    /**
     * Returns the text of the changesets.
     *
     * @param author the author
     * @param ids returns the id of a changeset by its number, from 0
     */
    String text(String author, IntFunction<String> ids) {
        StringBuilder text = new StringBuilder();
        List<ScriptPart> parts = parts();
        int next = 0;
        for (int i = 0; i < parts.size(); i++) {
            List<String> header =
                    WrittenHeader.lines(migration.draft(), parts.get(i).operations(), i + 1, parts.size());
            for (Changeset changeset : changesets(parts.get(i))) {
                text.append("\n--changeset ").append(author).append(':').append(ids.apply(next++));
                text.append(changeset.attributes()).append('\n');
                header.forEach(line -> text.append(line).append('\n'));
                header = List.of();
                text.append(changeset.text());
            }
        }
        String found = text.toString();
        return found.contains(PLACEHOLDER)
                ? "\n--property name:" + DOLLAR + " value:$ global:false\n"
                        + found.replace(PLACEHOLDER, "${" + DOLLAR + "}{")
                : found;
    }

    /** A changeset without its first line. */
    private record Changeset(String attributes, String text) {}

    private List<Changeset> changesets(ScriptPart part) {
        part.up().forEach(WrittenHeader::requireUnambiguous);
        part.down().forEach(WrittenHeader::requireUnambiguous);
        boolean plainUp = part.up().stream().allMatch(this::isPlain);
        boolean plainDown = part.down().stream().allMatch(this::isPlain);
        String outside = part.transactional() && part.reverseTransactional() ? "" : " runInTransaction:false";
        if (plainUp && plainDown) {
            return List.of(new Changeset(outside, split(part.up()) + rollback(part, split(part.down()))));
        }
        if (part.up().size() == 1 && (plainDown || part.down().size() == 1)) {
            String down = plainDown ? split(part.down()) : String.join("", part.down()) + "\n";
            return List.of(new Changeset(
                    outside + " splitStatements:false stripComments:false rollbackSplitStatements:" + plainDown,
                    part.up().get(0) + "\n" + rollback(part, down)));
        }
        return single(part, outside);
    }

    /** Changesets are rolled back in reverse order, so the last one has the first statement of the reverse. */
    private List<Changeset> single(ScriptPart part, String outside) {
        int count = part.up().size();
        if (part.down().size() > count) {
            throw new RetortException(
                    "Liquibase can misread a statement that reverts this change: "
                            + part.operations().stream()
                                    .map(Operation::describe)
                                    .findFirst()
                                    .orElse(""),
                    "Write this change by hand, in a changeset in XML or YAML.");
        }
        List<Changeset> changesets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int reverse = count - 1 - i;
            String down = reverse < part.down().size() ? part.down().get(reverse) + "\n" : "empty\n";
            changesets.add(new Changeset(
                    outside + " splitStatements:false stripComments:false",
                    part.up().get(i) + "\n" + rollback(part, down)));
        }
        return changesets;
    }

    private static String split(List<String> statements) {
        StringBuilder text = new StringBuilder();
        statements.forEach(statement -> text.append(statement).append(";\n"));
        return text.toString();
    }

    /** A changeset without a rollback refuses to be rolled back, as one that cannot be reverted has to. */
    private static String rollback(ScriptPart part, String text) {
        if (!part.reversible()) {
            return "";
        }
        if (text.isBlank()) {
            return "--rollback empty\n";
        }
        StringBuilder rollback = new StringBuilder();
        text.lines().forEach(line -> rollback.append("--rollback ").append(line).append('\n'));
        return rollback.toString();
    }
}
