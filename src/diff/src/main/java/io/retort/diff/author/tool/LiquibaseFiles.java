package io.retort.diff.author.tool;

import io.retort.diff.author.Slug;
import io.retort.diff.author.ToolFiles;
import io.retort.diff.author.ToolMigration;
import io.retort.diff.author.tool.MasterChangelog.Format;
import io.retort.diff.author.tool.MasterChangelog.Include;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Liquibase's changelogs. A new one is a formatted SQL file next to those that the main changelog includes. If the main
 * changelog is a formatted SQL file itself, the changesets are added to it.
 */
public final class LiquibaseFiles implements ToolFiles {

    private static final int SLUG_LENGTH = 60;

    private static final String FIRST_LINE = "--liquibase formatted sql\n";

    private static final Pattern NUMBERED = Pattern.compile("(\\D*?)(\\d+(?:[._]\\d+)*)(?:([-_.]+)(.*))?\\.[A-Za-z]+");

    private static final Pattern TIMED = Pattern.compile("(.*)_\\d{14}_.*");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final LiquibaseSettings settings;
    private final ToolFolder folder;

    /**
     * Creates the files of a project.
     *
     * @param project the project folder
     * @param settings Liquibase's settings
     */
    public LiquibaseFiles(Path project, LiquibaseSettings settings) {
        this.settings = settings;
        this.folder = new ToolFolder(project, settings.encoding());
    }

    @Override
    public String title() {
        return "Liquibase";
    }

    @Override
    public Written write(ToolMigration migration) {
        Path changelog = settings.changelog();
        if (!Files.isRegularFile(changelog)) {
            throw new RetortException(
                    "Liquibase's changelog " + folder.relative(changelog) + " does not exist.",
                    Advice.of("Create it with \"databaseChangeLog: []\" replaced by its entries, or set"
                            + " spring.liquibase.change-log to the one that exists."));
        }
        Format format = Format.of(changelog.getFileName().toString());
        MasterChangelog master = new MasterChangelog(folder.read(changelog), format);
        if (format == Format.SQL) {
            String text = master.text();
            Path file = folder.replace(
                    changelog, text + (text.endsWith("\n") ? "" : "\n") + changesets(migration, changelog));
            return new Written(List.of(file), List.of());
        }
        return included(migration, master);
    }

    private Written included(ToolMigration migration, MasterChangelog master) {
        Optional<Include> last = master.last();
        Path target = last.map(include -> folderOf(include, master)).orElse(parent(settings.changelog()));
        boolean all = last.map(Include::folder).orElse(false);
        Path file = target.resolve(name(migration, target, all));
        List<Path> written =
                new ArrayList<>(folder.create(Map.of(file, FIRST_LINE + changesets(migration, settings.changelog()))));
        if (all) {
            return new Written(written, List.of());
        }
        Path from = master.isRelative() ? parent(settings.changelog()) : settings.root();
        String path = from.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
        Optional<String> changed = master.including(path);
        if (changed.isEmpty()) {
            return new Written(
                    written,
                    List.of("Add this to the end of " + folder.relative(settings.changelog()) + ": "
                            + master.entry(path)));
        }
        written.add(folder.replace(settings.changelog(), changed.get()));
        return new Written(written, List.of());
    }

    /** The folder of what was included last; that of the main changelog if it is not in the project. */
    private Path folderOf(Include include, MasterChangelog master) {
        Path main = parent(settings.changelog());
        String path = include.path().replaceFirst("^classpath\\*?:/*", "").replaceFirst("^/+", "");
        Path from = master.isRelative() ? main : settings.root();
        Path found = from.resolve(path).normalize();
        Path target = include.folder() ? found : parent(found);
        return Files.isDirectory(target) ? target : main;
    }

    private String changesets(ToolMigration migration, Path main) {
        ChangelogHabits habits = new ChangelogHabits(ToolFolder.files(parent(main)).stream()
                .filter(file -> Format.of(file.getFileName().toString()) != Format.OTHER)
                .map(folder::read)
                .toList());
        String author =
                settings.fixedAuthor() ? settings.author() : habits.author().orElse(settings.author());
        return new LiquibaseScript(migration).text(author.replaceAll("[\\s:\"]+", "_"), ids(migration, habits));
    }

    private static IntFunction<String> ids(ToolMigration migration, ChangelogHabits habits) {
        Optional<BigInteger> number = habits.number();
        if (number.isPresent()) {
            return index -> number.get().add(BigInteger.valueOf(index + 1L)).toString();
        }
        String slug = slug(migration).replace('_', '-');
        String time = TIME.format(LocalDateTime.ofInstant(migration.draft().created(), ZoneOffset.UTC));
        return index -> time + "-" + slug + (index == 0 ? "" : "-" + (index + 1));
    }

    private static String slug(ToolMigration migration) {
        String slug = Slug.of(migration.draft().message(), SLUG_LENGTH);
        return slug.isEmpty() ? "changes" : slug;
    }

    /** As the other files are named. In a folder whose files all run, the name must be the last one. */
    private String name(ToolMigration migration, Path target, boolean last) {
        LocalDateTime now = LocalDateTime.ofInstant(migration.draft().created(), ZoneOffset.UTC);
        List<String> names = ToolFolder.files(target).stream()
                .filter(file ->
                        parent(file).equals(parent(target.resolve("any"))) && !file.equals(settings.changelog()))
                .map(file -> file.getFileName().toString())
                .filter(name -> Format.of(name) != Format.OTHER)
                .toList();
        String name = numbered(names, slug(migration), now).orElse(slug(migration) + ".sql");
        Optional<String> greatest = names.stream().max(Comparator.naturalOrder());
        if (!last || greatest.isEmpty() || name.compareTo(greatest.get()) > 0) {
            return name;
        }
        String base = greatest.get().substring(0, greatest.get().lastIndexOf('.'));
        Matcher timed = TIMED.matcher(base);
        return (timed.matches() ? timed.group(1) : base) + "_" + TIME.format(now) + "_" + slug(migration) + ".sql";
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    }

    private static Optional<String> numbered(List<String> names, String slug, LocalDateTime now) {
        Map<ScriptVersion, Matcher> versions = new LinkedHashMap<>();
        for (String name : names) {
            Matcher numbered = NUMBERED.matcher(name);
            if (numbered.matches() && ScriptVersion.isValid(numbered.group(2))) {
                versions.put(new ScriptVersion(numbered.group(2)), numbered);
            }
        }
        return versions.keySet().stream().max(Comparator.naturalOrder()).map(latest -> {
            Matcher like = Objects.requireNonNull(versions.get(latest));
            String separator = like.group(3) == null ? "-" : like.group(3);
            boolean dashes = like.group(4) == null || like.group(4).contains("-") || separator.equals("-");
            return like.group(1)
                    + ScriptVersion.after(List.copyOf(versions.keySet()), now).text() + separator
                    + (dashes ? slug.replace('_', '-') : slug) + ".sql";
        });
    }
}
