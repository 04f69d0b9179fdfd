package io.retort.diff.author.tool;

import io.retort.diff.author.Slug;
import io.retort.diff.author.ToolFiles;
import io.retort.diff.author.ToolMigration;
import io.retort.diff.author.tool.MasterChangelog.ChangelogFormat;
import io.retort.diff.author.tool.MasterChangelog.Include;
import io.retort.diff.author.tool.MasterChangelog.Selection;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.io.File;
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

    /**
     * Returns whether Liquibase has nothing to run: the main changelog does not exist or is empty, or it only includes
     * folders without changelogs.
     */
    public boolean isEmpty() {
        Path changelog = settings.changelog();
        if (!Files.isRegularFile(changelog)) {
            return true;
        }
        MasterChangelog master = master();
        return master.text().isBlank()
                || isMain(master.format())
                        && !master.hasChangesets()
                        && master.includes().isEmpty() != master.bare().contains("include")
                        && master.includes().stream().allMatch(this::isEmptyFolder);
    }

    private static boolean isMain(ChangelogFormat format) {
        return format != ChangelogFormat.SQL && format != ChangelogFormat.OTHER;
    }

    private boolean isEmptyFolder(Include include) {
        Path found = resolved(include, settings.changelog());
        return include.folder() && Files.isDirectory(found) && changelogs(found).isEmpty();
    }

    @Override
    public Written write(ToolMigration migration) {
        MasterChangelog master = master();
        requireIncluded(master);
        if (master.format() == ChangelogFormat.SQL) {
            return added(migration, master.text());
        }
        return included(migration, master);
    }

    /** The main changelog. One that is missing or empty has no entries. */
    private MasterChangelog master() {
        Path changelog = settings.changelog();
        ChangelogFormat format = ChangelogFormat.of(changelog.getFileName().toString());
        String text = Files.isRegularFile(changelog) ? folder.read(changelog) : "";
        MasterChangelog master = new MasterChangelog(text, format);
        return text.isBlank() ? MasterChangelog.withoutEntries(format).orElse(master) : master;
    }

    private Written added(ToolMigration migration, String text) {
        Path changelog = settings.changelog();
        String before = text.isBlank() ? FIRST_LINE : text + (text.endsWith("\n") ? "" : "\n");
        String changed = before + changesets(migration, changelog);
        return new Written(
                Files.exists(changelog)
                        ? List.of(folder.replace(changelog, changed))
                        : folder.create(Map.of(changelog, changed)),
                List.of());
    }

    private Written included(ToolMigration migration, MasterChangelog master) {
        Optional<Include> last = master.last();
        boolean all = last.filter(this::takesAll).isPresent();
        Path target = all
                ? lastFolder(resolved(last.orElseThrow(), settings.changelog()))
                : last.map(this::folderOf).orElse(parent(settings.changelog()));
        Path file = target.resolve(name(migration, target, all));
        Map<Path, String> created = new LinkedHashMap<>();
        created.put(file, FIRST_LINE + changesets(migration, settings.changelog()));
        if (all) {
            return new Written(folder.create(created), List.of());
        }
        requireOnce(file, master);
        String path = path(file, master);
        Optional<String> changed = master.including(path);
        if (!Files.exists(settings.changelog())) {
            created.put(settings.changelog(), changed.orElseThrow(this::missing));
            return new Written(folder.create(created), List.of());
        }
        List<Path> written = new ArrayList<>(folder.create(created));
        if (changed.isEmpty()) {
            return new Written(
                    written,
                    List.of(),
                    "add this to the end of " + folder.relative(settings.changelog()) + ": " + master.entry(path));
        }
        written.add(folder.replace(settings.changelog(), changed.get()));
        return new Written(written, List.of());
    }

    private RetortException missing() {
        return new RetortException(
                "Liquibase's changelog " + folder.relative(settings.changelog()) + " does not exist.",
                Advice.of("Create it, or set spring.liquibase.change-log to the one that exists."));
    }

    /** The path of a file as an entry of the main changelog contains it. */
    private String path(Path file, MasterChangelog master) {
        Path from = master.isRelative() ? parent(settings.changelog()) : settings.root();
        return from.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString()
                .replace(File.separatorChar, '/');
    }

    /** Whether a new file in the folder of an entry needs no entry of its own. */
    private boolean takesAll(Include include) {
        return include.folder()
                && include.selection() == Selection.ALL
                && Files.isDirectory(resolved(include, settings.changelog()));
    }

    /** Liquibase sorts the files of a folder and its subfolders by their whole paths. */
    private Path lastFolder(Path included) {
        return changelogs(included).stream()
                .max(Comparator.comparing(
                        file -> included.relativize(file).toString().replace(File.separatorChar, '/')))
                .map(LiquibaseFiles::parent)
                .orElse(included);
    }

    /** The changelogs in a folder and its subfolders, without the main one. */
    private List<Path> changelogs(Path included) {
        Path main = settings.changelog().toAbsolutePath().normalize();
        return ToolFolder.files(included).stream()
                .map(file -> file.toAbsolutePath().normalize())
                .filter(file -> !file.equals(main))
                .filter(file -> ChangelogFormat.of(file.getFileName().toString()) != ChangelogFormat.OTHER)
                .toList();
    }

    /** The folder of the file that was included last; that of the main changelog if it is not in the project. */
    private Path folderOf(Include include) {
        Path main = parent(settings.changelog());
        Path target = include.folder() ? main : parent(resolved(include, settings.changelog()));
        return Files.isDirectory(target) ? target : main;
    }

    private Path resolved(Include include, Path changelog) {
        String path = include.path().replaceFirst("^classpath\\*?:/*", "").replaceFirst("^/+", "");
        Path from = include.relative() ? parent(changelog) : settings.root();
        return from.resolve(path).toAbsolutePath().normalize();
    }

    /** Liquibase refuses a changelog that is included twice. */
    private void requireOnce(Path file, MasterChangelog master) {
        if (master.includes().stream().anyMatch(include -> includesFolder(include, settings.changelog(), file))) {
            throw new RetortException(
                    "The new file could run twice: it needs an entry of its own at the end of "
                            + folder.relative(settings.changelog()) + ", but includeAll includes its folder "
                            + folder.relative(parent(file)) + ".",
                    "Let includeAll include another folder than that of the main changelog.");
        }
    }

    private boolean includesFolder(Include include, Path changelog, Path file) {
        return include.folder()
                && include.selection() != Selection.NONE
                && file.toAbsolutePath().normalize().startsWith(resolved(include, changelog));
    }

    /** A file of Retort that no changelog includes would be written once more. */
    private void requireIncluded(MasterChangelog master) {
        notIncluded(master).stream().findFirst().ifPresent(file -> {
            throw new RetortException(notIncluded(file), inclusion(file, master));
        });
    }

    private String notIncluded(Path file) {
        return "Retort wrote " + folder.relative(file) + ", but no changelog includes it.";
    }

    private String inclusion(Path file, MasterChangelog master) {
        return "Add this to the end of " + folder.relative(settings.changelog()) + ", then start the application: "
                + master.entry(path(file, master)) + ". Or delete the file.";
    }

    @Override
    public List<String> unused() {
        MasterChangelog master = master();
        return notIncluded(master).stream()
                .map(file -> notIncluded(file) + " " + inclusion(file, master))
                .toList();
    }

    private List<Path> notIncluded(MasterChangelog master) {
        Path main = settings.changelog().toAbsolutePath().normalize();
        Map<Path, MasterChangelog> others = new LinkedHashMap<>();
        List<Path> written = new ArrayList<>();
        for (Path file : changelogs(parent(main))) {
            ChangelogFormat format = ChangelogFormat.of(file.getFileName().toString());
            String text = folder.read(file);
            if (format != ChangelogFormat.SQL) {
                others.put(file, new MasterChangelog(text, format));
            } else if (WrittenHeader.isIn(text)) {
                written.add(file);
            }
        }
        others.put(main, master);
        return written.stream()
                .filter(file ->
                        others.entrySet().stream().noneMatch(other -> includes(other.getValue(), other.getKey(), file)))
                .toList();
    }

    private boolean includes(MasterChangelog changelog, Path place, Path file) {
        return changelog.bare().contains(file.getFileName().toString())
                || changelog.includes().stream().anyMatch(include -> includesFolder(include, place, file));
    }

    private String changesets(ToolMigration migration, Path main) {
        ChangelogHabits habits = new ChangelogHabits(ToolFolder.files(parent(main)).stream()
                .filter(file -> ChangelogFormat.of(file.getFileName().toString()) != ChangelogFormat.OTHER)
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
        List<String> names = changelogs(target).stream()
                .filter(file -> parent(file).equals(parent(target.resolve("any"))))
                .map(file -> file.getFileName().toString())
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
