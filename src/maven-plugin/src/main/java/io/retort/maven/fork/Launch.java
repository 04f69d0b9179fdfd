package io.retort.maven.fork;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A way to start the application's JVM.
 *
 * <p>With a class data archive, the JVM maps the classes of the dependencies into memory instead of parsing and verifying
 * them. The archive is created once per class path and JDK: the first command only leaves a mark, so that nothing is
 * created for a class path that is used once. The second one records the classes that it loads, and a process in the
 * background creates the archive from them.
 */
public sealed interface Launch {

    /** JVM options that change how classes are found or shared. */
    List<String> CLASS_OPTIONS = List.of(
            "-Xshare",
            "-XX:SharedArchiveFile",
            "-XX:ArchiveClassesAtExit",
            "-Xbootclasspath",
            "--patch-module",
            "-javaagent");

    /** Returns the arguments that run a main class. */
    JavaArguments arguments(String mainClass);

    /** Reports that the JVM has ended. */
    void ended(ToolResult result);

    /** A JVM that loads all classes from the class path. */
    record Plain(List<Path> classPath) implements Launch {

        @Override
        public JavaArguments arguments(String mainClass) {
            return new JavaArguments(mainClass, classPath);
        }

        @Override
        public void ended(ToolResult result) {}
    }

    /** A JVM that writes the names of the classes that it loads, for an archive. */
    record Recording(LauncherClassPath classPath, ClassDataArchive archive, ClassDataArchive.Draft draft)
            implements Launch {

        @Override
        public JavaArguments arguments(String mainClass) {
            return classPath.arguments(mainClass).jvm("-XX:DumpLoadedClassList=" + draft.classes());
        }

        /** An application that did not run the command may not have loaded much. */
        @Override
        public void ended(ToolResult result) {
            if (result.ran()) {
                archive.createInBackground(draft, classPath.jars());
            } else {
                draft.delete();
            }
        }
    }

    /** A JVM that uses an archive. */
    record Archived(LauncherClassPath classPath, ClassDataArchive archive) implements Launch {

        /** The exit codes of a JVM that was ended by SIGABRT, SIGBUS or SIGSEGV. */
        private static final Set<Integer> CRASHED = Set.of(134, 135, 139);

        /** A JVM that cannot use the archive ignores it, without a message in the output of a command. */
        @Override
        public JavaArguments arguments(String mainClass) {
            return classPath
                    .arguments(mainClass)
                    .jvm("-XX:SharedArchiveFile=" + archive.file())
                    .jvm("-Xshare:auto")
                    .jvm("-XX:+VerifySharedSpaces")
                    .jvm("-Xlog:disable")
                    .jvm("-Xlog:all=error:stderr");
        }

        /** An archive with which a JVM crashed is not used again. */
        @Override
        public void ended(ToolResult result) {
            if (!result.ran() && CRASHED.contains(result.exit())) {
                archive.delete();
            }
        }
    }

    /** Returns whether these JVM options, which the user has set, do not change how classes are found. */
    static boolean permits(Collection<String> options) {
        return options.stream().noneMatch(option -> CLASS_OPTIONS.stream().anyMatch(option::startsWith));
    }
}
