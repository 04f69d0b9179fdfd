package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The revisions of the history that a commit already has, such as the branch into which a pull request is merged. The files of
 * the commit are read as text and are not compiled.
 *
 * @param name the commit as it was typed; null if none is given
 * @param commit its hash; null if there is no base
 * @param missing why there is no base; null if there is one
 * @param added the ids of the revisions that the base does not have
 * @param edited the ids of the revisions whose text in the base is another one
 * @param absent the files of revisions that the base got after this branch began
 * @param deleted the files of revisions of the base that this branch deletes
 * @param elsewhere the ids of the revisions without a file in the repository, such as those of a library
 */
record ReportBase(
        @Nullable String name,
        @Nullable String commit,
        @Nullable String missing,
        Set<String> added,
        Set<String> edited,
        Set<String> absent,
        Set<String> deleted,
        Set<String> elsewhere) {

    /**
     * Compares the files of revisions with those of a commit.
     *
     * @param name the commit: a branch, a tag or a hash; null for none
     * @param revisions the revisions of the history
     * @param locations where revisions can be; git keeps no folder without files
     * @throws io.retort.error.RetortException if there is no repository, or if git does not know the commit
     */
    static ReportBase of(
            @Nullable String name, List<RevisionInfo> revisions, Locations locations, Environment environment) {
        Path sources = Path.of(environment.getProperty("retort.sources", "src/main/java"));
        Git git = new Git(Files.isDirectory(sources) ? sources : Path.of(""));
        if (name == null) {
            return without(null, "No base is given, so no revision is new.");
        }
        Path root = git.root().orElseThrow(() -> noRepository(git, name));
        String commit = git.commit(name).orElseThrow(() -> unknown(git, name));
        return new BaseAtCommit(git, root, commit, environment).of(name, revisions, locations);
    }

    private static RetortException noRepository(Git git, String name) {
        return git.isInstalled()
                ? CommandLine.usage(
                        "The project is not in a git repository, so it cannot be compared with " + name + ".",
                        Advice.of("Run this in a clone of the repository, or omit the option base."))
                : CommandLine.usage(
                        "The program git was not found, so the project cannot be compared with " + name + ".",
                        Advice.of("Install git, or omit the option base."));
    }

    private static RetortException unknown(Git git, String name) {
        return git.partialClone()
                .map(clone -> CommandLine.usage(
                        "Git does not know the commit " + name + ". " + clone.sentence() + ".", clone.advice()))
                .orElseGet(() -> CommandLine.usage(
                        "Git does not know the commit " + name + ".",
                        Advice.of(
                                "Fetch it, for example with git fetch origin, or name another one: ",
                                Advice.option("base", "main"))));
    }

    private static ReportBase without(@Nullable String name, String missing) {
        return new ReportBase(name, null, missing, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    String sentence() {
        return commit == null
                ? String.valueOf(missing)
                : "Compared with " + name + " (" + commit.substring(0, Math.min(10, commit.length())) + ").";
    }

    /** The files of one commit. */
    private static final class BaseAtCommit {

        private final Git git;
        private final Path root;
        private final String commit;
        private final Environment environment;

        BaseAtCommit(Git git, Path root, String commit, Environment environment) {
            this.git = git;
            this.root = root;
            this.commit = commit;
            this.environment = environment;
        }

        ReportBase of(String name, List<RevisionInfo> revisions, Locations locations) {
            Set<String> files = git.files(commit);
            Set<String> added = new LinkedHashSet<>();
            Set<String> edited = new LinkedHashSet<>();
            Set<String> elsewhere = new LinkedHashSet<>();
            Set<String> folders = new TreeSet<>(folders(locations));
            Set<String> present = new TreeSet<>();
            for (RevisionInfo revision : revisions) {
                String file = file(revision);
                if (file == null) {
                    elsewhere.add(revision.id());
                    continue;
                }
                folders.add(file.substring(0, file.lastIndexOf('/') + 1));
                present.add(name(file));
                List<String> there = inBase(revision, file, files);
                if (there.isEmpty()) {
                    added.add(revision.id());
                } else if (isEdited(file, there)) {
                    edited.add(revision.id());
                }
            }
            Set<String> onlyThere = files.stream()
                    .filter(file -> folders.contains(file.substring(0, file.lastIndexOf('/') + 1)))
                    .filter(file ->
                            file.endsWith(".sql") || file.endsWith(".java") && !file.endsWith("package-info.java"))
                    .filter(file -> Files.notExists(root.resolve(file)))
                    .filter(file -> !present.contains(name(file)))
                    .filter(file -> revisions.stream()
                            .noneMatch(revision -> isNamedAfter(revision).test(name(file))))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> deleted = new TreeSet<>(onlyThere);
            deleted.retainAll(git.mergeBase(commit).map(git::files).orElse(Set.of()));
            Set<String> absent = new TreeSet<>(onlyThere);
            absent.removeAll(deleted);
            return new ReportBase(name, commit, null, added, edited, absent, deleted, elsewhere);
        }

        /** The files of a revision in the base: the same file, else those with its name or its id. */
        private List<String> inBase(RevisionInfo revision, String file, Set<String> files) {
            Predicate<String> isNamedAfter = isNamedAfter(revision);
            return files.contains(file)
                    ? List.of(file)
                    : files.stream()
                            .filter(other -> name(other).equals(name(file)) || isNamedAfter.test(name(other)))
                            .toList();
        }

        /** A file that is still there under its old name is another file, such as a copy for a test. */
        private boolean isEdited(String file, List<String> there) {
            Optional<String> text = text(file);
            List<String> former = there.stream()
                    .filter(other -> other.equals(file) || Files.notExists(root.resolve(other)))
                    .toList();
            return !former.isEmpty()
                    && former.stream()
                            .noneMatch(other -> git.content(new Git.Version(commit, other))
                                    .map(before -> unnamed(unix(before), other))
                                    .equals(text.map(now -> unnamed(now, file))));
        }

        /** Without the package and the name of the class, which change when a Java file is moved or renamed. */
        private static String unnamed(String text, String file) {
            if (!file.endsWith(".java")) {
                return text;
            }
            String type = name(file).substring(0, name(file).length() - ".java".length());
            return text.replaceFirst("(?m)^package [^;]*;$", "")
                    .replaceAll("\\b" + Pattern.quote(type) + "\\b", "Revision");
        }

        private List<String> folders(Locations locations) {
            return locations.names().stream()
                    .filter(name -> !name.contains("*"))
                    .flatMap(name -> inRepository(locations.folder(name)).stream())
                    .toList();
        }

        /** The path in the repository of a folder, which can be missing in the working tree. */
        private Optional<String> inRepository(Path folder) {
            Path existing = folder.toAbsolutePath().normalize();
            Path rest = Path.of("");
            while (Files.notExists(existing) && existing.getParent() != null) {
                rest = existing.getFileName().resolve(rest);
                existing = existing.getParent();
            }
            try {
                Path real = existing.toRealPath().resolve(rest).normalize();
                return real.startsWith(root)
                        ? Optional.of(root.relativize(real).toString().replace(File.separatorChar, '/') + "/")
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        /** A class is called {@code R} and the id, in which an underscore replaces a sign that a class name cannot have. */
        private static Predicate<String> isNamedAfter(RevisionInfo revision) {
            String id = Pattern.quote(ofClass(revision.id()));
            Pattern word = Pattern.compile("(^R?|[^A-Za-z0-9])" + id + "([^A-Za-z0-9]|$)");
            return name -> word.matcher(ofClass(name)).find();
        }

        private static String ofClass(String name) {
            return name.replace('-', '_').replace('.', '_');
        }

        private static String name(String file) {
            return file.substring(file.lastIndexOf('/') + 1);
        }

        /** The path in the repository; null if the file is not there. */
        private @Nullable String file(RevisionInfo revision) {
            Path file = Path.of(RevisionFiles.sourceOrLocation(environment, revision.location()));
            try {
                Path real = file.toRealPath();
                return real.startsWith(root) ? root.relativize(real).toString().replace(File.separatorChar, '/') : null;
            } catch (IOException e) {
                return null;
            }
        }

        private Optional<String> text(String file) {
            try {
                return Optional.of(unix(Files.readString(root.resolve(file))));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        private static String unix(String text) {
            return text.replace("\r\n", "\n");
        }
    }
}
