package io.retort.maven.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Main class of a background process: creates an archive and gives it its name when it is complete. Runs only the JVM's
 * own code, never the application's.
 */
public final class ArchiveWriter {

    private static final Path NICE = Path.of("/usr/bin/nice");

    private ArchiveWriter() {}

    static List<String> command(Path java, Path jar, ClassDataArchive.Draft draft, Path archive) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.addAll(List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jar.toString(),
                ArchiveWriter.class.getName(),
                java.toString(),
                draft.mark().toString(),
                draft.classes().toString(),
                draft.arguments().toString(),
                draft.unfinished().toString(),
                archive.toString()));
        return command;
    }

    /**
     * Creates the archive.
     *
     * @param arguments the Java executable, the files of the draft, and the archive
     * @throws Exception if the archive cannot be created; the message is discarded, and a later command tries again
     */
    public static void main(String[] arguments) throws Exception {
        ClassDataArchive.Draft draft = new ClassDataArchive.Draft(
                Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]), Path.of(arguments[4]));
        try {
            create(arguments[0], draft, Path.of(arguments[5]));
        } finally {
            draft.delete();
        }
    }

    private static void create(String java, ClassDataArchive.Draft draft, Path archive)
            throws IOException, InterruptedException {
        int exit = new ProcessBuilder(java, "@" + draft.arguments())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit == 0) {
            Files.move(draft.unfinished(), archive, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
