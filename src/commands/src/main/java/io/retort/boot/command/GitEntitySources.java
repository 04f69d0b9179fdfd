package io.retort.boot.command;

import io.retort.diff.author.EntitySources;
import io.retort.diff.internal.model.DeclaringClasses;
import io.retort.internal.state.OperationObjects;
import io.retort.internal.state.SchemaObject;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sources of the entities in the git repository of the application.
 *
 * <p>A class is unchanged if the repository has its source and no such file differs between the commit that added the
 * revision and the working tree. In doubt, a source counts as changed.
 */
final class GitEntitySources implements EntitySources {

    private static final String SHALLOW =
            "The git repository is a shallow clone, so that it does not tell which entities"
                    + " changed: get all commits with git fetch --unshallow.";

    /** A name that git does not take for a pattern. */
    private static final Pattern PLAIN = Pattern.compile("[^*?\\[\\\\]+");

    private static final Pattern MAPPING = Pattern.compile(".*(?:orm|\\.hbm)\\.xml");

    private static final Pattern SOURCE = Pattern.compile("(?:.*/)?([^/]+)\\.(?:java|kt|groovy|scala)");

    private final Git git;
    private final Set<String> revisions;
    private final Supplier<Map<QualifiedName, DeclaringClasses>> classes;

    /**
     * @param git the repository
     * @param revisions the locations of all revisions, whose sources are not entities
     * @param classes returns the classes that declare each table
     */
    GitEntitySources(Git git, Set<String> revisions, Supplier<Map<QualifiedName, DeclaringClasses>> classes) {
        this.git = git;
        this.revisions = revisions;
        this.classes = classes;
    }

    @Override
    public Changes since(Path revision) {
        String file = revision.getFileName().toString();
        if (!git.isPresent() || !PLAIN.matcher(file).matches()) {
            return Changes.unknown("");
        }
        if (git.isShallow()) {
            return Changes.unknown(SHALLOW);
        }
        Optional<Set<String>> changed = git.added(file).flatMap(git::changedSince);
        return changed.map(paths -> Changes.known(new Sources(git.files(), paths)::isUnchanged))
                .orElseGet(() -> Changes.unknown("No commit of the git repository contains " + file
                        + ", so that it is not known which entities changed since."));
    }

    /** The files of the working tree. */
    private final class Sources {

        private final Map<String, Set<String>> present;
        private final Set<String> changed;
        private final Map<QualifiedName, DeclaringClasses> byTable;

        /**
         * @param files all files
         * @param changed those that differ
         */
        Sources(Set<String> files, Set<String> changed) {
            this.present = files.stream()
                    .collect(Collectors.groupingBy(Sources::simpleName, HashMap::new, Collectors.toSet()));
            this.changed = changed;
            this.byTable = classes.get();
        }

        boolean isUnchanged(Operation operation) {
            if (changed.stream().anyMatch(path -> MAPPING.matcher(path).matches())) {
                return false;
            }
            List<SchemaObject> objects = operation.accept(new OperationObjects());
            Set<String> declaring = new HashSet<>();
            for (SchemaObject object : objects) {
                Set<String> types = declaring(object);
                if (types.isEmpty()) {
                    return isNothingChanged();
                }
                declaring.addAll(types);
            }
            return objects.isEmpty() ? isNothingChanged() : declaring.stream().allMatch(this::isUnchanged);
        }

        /** Returns no class for an object that no entity declares. */
        private Set<String> declaring(SchemaObject object) {
            return switch (object.kind()) {
                case SEQUENCE, ENUM_TYPE -> Set.of();
                case COLUMN -> types(object.owner(), classes -> classes.ofColumn(object.name()));
                case INDEX -> types(object.owner(), DeclaringClasses::own);
                case TABLE, CONSTRAINT -> types(object.owner(), DeclaringClasses::all);
            };
        }

        /** An entity can name the current schema, which an operation leaves out. */
        private Set<String> types(QualifiedName table, Function<DeclaringClasses, Set<String>> part) {
            DeclaringClasses exact = byTable.get(table);
            if (exact != null || table.schema() != null) {
                return exact == null ? Set.of() : part.apply(exact);
            }
            Set<String> types = new HashSet<>();
            byTable.forEach(
                    (name, classes) -> types.addAll(name.name().equals(table.name()) ? part.apply(classes) : Set.of()));
            return types;
        }

        /** Any class can be the reason for an object whose class is not known, such as a table without an entity. */
        private boolean isNothingChanged() {
            return changed.stream()
                    .filter(path -> SOURCE.matcher(path).matches())
                    .allMatch(this::isOfRevisionOrTest);
        }

        private boolean isOfRevisionOrTest(String path) {
            return ("/" + path).contains("/src/test/")
                    || revisions.stream()
                            .map(location -> location.replace('.', '/'))
                            .anyMatch(location -> isSource(path, location));
        }

        private boolean isUnchanged(String type) {
            String path = type.replace('.', '/');
            Set<String> sources = present.getOrDefault(path.substring(path.lastIndexOf('/') + 1), Set.of()).stream()
                    .filter(file -> isSource(file, path))
                    .collect(Collectors.toSet());
            String described = path.substring(0, path.lastIndexOf('/') + 1) + "package-info";
            return !sources.isEmpty()
                    && sources.stream().noneMatch(changed::contains)
                    && changed.stream().noneMatch(file -> isSource(file, described));
        }

        private static boolean isSource(String file, String path) {
            int end = file.lastIndexOf('.');
            return end >= 0 && SOURCE.matcher(file).matches() && ("/" + file.substring(0, end)).endsWith("/" + path);
        }

        private static String simpleName(String file) {
            String name = file.substring(file.lastIndexOf('/') + 1);
            return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        }
    }
}
