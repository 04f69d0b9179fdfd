package io.retort.diff.author.tool;

import io.retort.diff.author.Draft;
import io.retort.diff.author.Slug;
import io.retort.diff.author.ToolFiles;
import io.retort.diff.author.ToolMigration;
import io.retort.diff.author.ToolMigration.ScriptPart;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.sql.SqlSyntax.Feature;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flyway's SQL scripts: {@code V2__add_email.sql}, and {@code U2__add_email.sql} that reverts it.
 *
 * <p>Statements that cannot run in a transaction get scripts of their own, with a configuration file. A configuration
 * file also switches off placeholders for a script whose text contains the beginning of one.
 */
public final class FlywayFiles implements ToolFiles {

    private static final int SLUG_LENGTH = 60;

    private final Path project;
    private final FlywaySettings settings;
    private final List<String> applied;

    /**
     * Creates the files of a project.
     *
     * @param project the project folder
     * @param settings Flyway's settings
     * @param applied the versions that are applied, which can also be those of migrations without a script
     */
    public FlywayFiles(Path project, FlywaySettings settings, List<String> applied) {
        this.project = project;
        this.settings = settings;
        this.applied = List.copyOf(applied);
    }

    @Override
    public String title() {
        return "Flyway";
    }

    @Override
    public Transactions transactions() {
        if (settings.group()) {
            return Transactions.SHARED;
        }
        return settings.lockInTransaction() ? Transactions.OWN : Transactions.OWN_OR_NONE;
    }

    /** Returns the versions of the scripts in the folders of the locations, as their names contain them. */
    public List<String> versions() {
        return settings.folders().stream()
                .flatMap(folder -> ToolFolder.files(folder).stream())
                .flatMap(file -> version(file.getFileName().toString()).stream())
                .toList();
    }

    /**
     * Returns the versions of the scripts that are not among applied ones.
     *
     * @param others the applied versions
     * @param baseline whether scripts before the first applied version do not have to run
     */
    public List<String> notIn(List<String> others, boolean baseline) {
        List<ScriptVersion> known = valid(others);
        Optional<ScriptVersion> first = known.stream().min(Comparator.naturalOrder());
        return valid(versions()).stream()
                .filter(version -> !(baseline && first.isPresent() && version.compareTo(first.get()) < 0))
                .filter(version -> known.stream().noneMatch(other -> other.compareTo(version) == 0))
                .sorted()
                .map(ScriptVersion::text)
                .toList();
    }

    /**
     * Returns the applied versions that have no script.
     *
     * @param others the applied versions
     */
    public List<String> without(List<String> others) {
        List<ScriptVersion> scripts = valid(versions());
        return valid(others).stream()
                .filter(version -> scripts.stream().noneMatch(script -> script.compareTo(version) == 0))
                .sorted()
                .map(ScriptVersion::text)
                .toList();
    }

    private static List<ScriptVersion> valid(List<String> versions) {
        return versions.stream()
                .filter(ScriptVersion::isValid)
                .map(ScriptVersion::new)
                .toList();
    }

    private Optional<String> version(String name) {
        int separator = name.indexOf(settings.separator());
        boolean script = name.startsWith(settings.prefix())
                && separator > settings.prefix().length()
                && settings.suffixes().stream().anyMatch(name::endsWith);
        return script
                ? Optional.of(name.substring(settings.prefix().length(), separator))
                        .filter(ScriptVersion::isValid)
                : Optional.empty();
    }

    @Override
    public Written write(ToolMigration migration) {
        List<ScriptPart> parts = migration.parts();
        LocalDateTime now = LocalDateTime.ofInstant(migration.draft().created(), ZoneOffset.UTC);
        List<ScriptVersion> versions = new ArrayList<>(
                valid(Stream.concat(versions().stream(), applied.stream()).toList()));
        Map<Path, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            ScriptVersion version = ScriptVersion.after(versions, now);
            versions.add(version);
            String name = version.text()
                    + settings.separator()
                    + slug(migration, i, parts.size())
                    + settings.suffixes().get(0);
            add(texts, migration, parts.get(i), name, i + 1, parts.size());
        }
        return new Written(new ToolFolder(project, settings.encoding()).create(texts), remarks(migration, parts));
    }

    @Override
    public List<String> unused() {
        ToolFolder files = new ToolFolder(project, settings.encoding());
        return settings.folders().stream()
                .flatMap(folder -> ToolFolder.files(folder).stream())
                .filter(file -> file.getFileName().toString().endsWith(".sql"))
                .filter(file -> version(file.getFileName().toString()).isEmpty())
                .filter(file -> WrittenHeader.isIn(files.read(file)))
                .map(file -> "Retort wrote " + files.relative(file)
                        + ", but Flyway does not run it: the name of a script is "
                        + settings.prefix() + "<version>" + settings.separator() + "<description>"
                        + settings.suffixes().get(0) + ". Rename or delete the file.")
                .toList();
    }

    private static String slug(ToolMigration migration, int part, int parts) {
        String slug = Slug.of(migration.draft().message(), SLUG_LENGTH);
        return (slug.isEmpty() ? "changes" : slug) + (parts == 1 ? "" : "_part_" + (part + 1));
    }

    private void add(
            Map<Path, String> texts, ToolMigration migration, ScriptPart part, String name, int number, int count) {
        List<String> header = WrittenHeader.lines(migration.draft(), part.operations(), number, count);
        add(
                texts,
                settings.prefix() + name,
                String.join("\n", header) + "\n\n" + script(migration, part.up()),
                part.transactional());
        if (part.reversible()) {
            add(
                    texts,
                    settings.undoPrefix() + name,
                    "-- Reverts " + settings.prefix() + name + ".\n" + removals(part) + "\n"
                            + script(migration, part.down()),
                    part.reverseTransactional());
        }
    }

    private static String removals(ScriptPart part) {
        return part.operations().stream()
                .flatMap(operation -> operation.accept(new RemovedEnumValues()).stream())
                .map(line -> "-- " + Draft.onOneLine(line) + "\n")
                .collect(Collectors.joining());
    }

    private void add(Map<Path, String> texts, String name, String text, boolean transactional) {
        Path folder = settings.folders().get(0);
        texts.put(folder.resolve(name), text);
        List<String> configuration = new ArrayList<>();
        if (!transactional) {
            configuration.add("executeInTransaction=false\n");
        }
        if (!settings.placeholder().isEmpty() && text.contains(settings.placeholder())) {
            configuration.add("placeholderReplacement=false\n");
        }
        if (!configuration.isEmpty()) {
            texts.put(folder.resolve(name + ".conf"), String.join("", configuration));
        }
    }

    private static String script(ToolMigration migration, List<String> statements) {
        StringBuilder script = new StringBuilder();
        for (String statement : statements) {
            WrittenHeader.requireUnambiguous(statement);
            script.append(ended(migration, statement)).append('\n');
        }
        return script.toString();
    }

    /** Flyway knows the delimiter command where the product's own client has it. */
    private static String ended(ToolMigration migration, String statement) {
        if (!migration.dialect().syntax().has(Feature.DELIMITER) || !migration.hasBody(statement)) {
            return statement
                    + (statement.substring(statement.lastIndexOf('\n') + 1).contains("--") ? "\n;" : ";");
        }
        if (statement.contains("//")) {
            throw new RetortException(
                    "This statement contains // and semicolons, so that a script of Flyway cannot end it: " + statement,
                    Advice.of("Write it by hand with another DELIMITER."));
        }
        return "DELIMITER //\n" + statement + "\n//\nDELIMITER ;";
    }

    private List<String> remarks(ToolMigration migration, List<ScriptPart> parts) {
        List<String> remarks = new ArrayList<>();
        boolean outside = parts.stream().anyMatch(part -> !part.transactional());
        if (outside && settings.lockInTransaction()) {
            remarks.add("A script runs outside a transaction. Set spring.flyway.postgresql.transactional-lock=false, or"
                    + " a statement such as CREATE INDEX CONCURRENTLY waits forever for Flyway's own lock.");
        }
        if (migration.isLimited()) {
            remarks.add(
                    settings.group()
                            ? "Changes of tables with rows block other sessions, because spring.flyway.group=true runs all"
                                    + " scripts in one transaction. Set it to false, delete the new scripts and write them"
                                    + " again."
                            : "Changes of tables with rows block other sessions, because CREATE INDEX CONCURRENTLY would"
                                    + " wait forever for Flyway's own lock. Set"
                                    + " spring.flyway.postgresql.transactional-lock=false, delete the new scripts and"
                                    + " write them again.");
        }
        return remarks;
    }
}
