package io.retort.diff.author.tool;

import io.retort.diff.author.DeclaredStatements;
import io.retort.internal.declaration.OperationReader;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts that Retort has written for another tool create, in the order in which they were written.
 *
 * @param folders the folders of the tool, with their subfolders
 * @param encoding the encoding of the scripts
 */
public record WrittenScripts(List<Path> folders, Charset encoding) implements RevisionSource {

    /** Copies the list. */
    public WrittenScripts {
        folders = List.copyOf(folders);
    }

    /** Returns a revision for each script, each the parent of the next. None of them is run. */
    @Override
    public List<RevisionCode> revisions() {
        List<Script> scripts = new ArrayList<>();
        ToolFolder folder = new ToolFolder(Path.of(""), encoding);
        folders.stream()
                .flatMap(each -> ToolFolder.files(each).stream())
                .distinct()
                .filter(file -> file.getFileName().toString().endsWith(".sql"))
                .forEach(file -> read(folder.relative(file).toString(), folder.read(file), scripts));
        scripts.sort(Comparator.comparing(Script::written).thenComparing(Script::part));
        List<RevisionCode> revisions = new ArrayList<>();
        String parent = null;
        for (Script script : scripts) {
            String id = "script" + (revisions.size() + 1);
            revisions.add(script.revision(id, parent));
            parent = id;
        }
        return revisions;
    }

    private static void read(String file, String text, List<Script> scripts) {
        Script current = null;
        for (String line : text.lines().toList()) {
            Matcher first = WrittenHeader.FIRST.matcher(line);
            if (first.matches()) {
                current = new Script(
                        file, Instant.parse(first.group(1)), Integer.parseInt(first.group(2)), new StringBuilder());
                scripts.add(current);
            } else if (current != null && line.startsWith(DeclaredStatements.PREFIX.strip())) {
                current.declared()
                        .append(line.substring(DeclaredStatements.PREFIX.strip().length()))
                        .append('\n');
            }
        }
    }

    /**
     * A script.
     *
     * @param file the file
     * @param written when it was written
     * @param part its number within its migration
     * @param declared what it does, as calls of operations
     */
    private record Script(String file, Instant written, int part, StringBuilder declared) {

        RevisionCode revision(String id, @Nullable String parent) {
            Consumer<Operations> changes =
                    OperationReader.schemaChanges(declared.toString(), offset -> "A line \"-- means:\" of " + file);
            RevisionInfo info = new RevisionInfo(
                    id,
                    parent == null ? List.of() : List.of(parent),
                    List.of(),
                    List.of(),
                    "written by Retort",
                    written,
                    true,
                    file);
            return new RevisionCode(info, () -> new Declared(changes));
        }
    }

    private static final class Declared implements Migration {

        private final Consumer<Operations> changes;

        Declared(Consumer<Operations> changes) {
            this.changes = changes;
        }

        @Override
        public void upgrade(Operations op) {
            changes.accept(op);
        }

        @Override
        public void downgrade(Operations op) {
            // the tool reverts its scripts itself
        }
    }
}
