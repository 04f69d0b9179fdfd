package io.retort.boot.command.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The result of an application that ran in a separate JVM. */
public record ToolProcess(int exit, String out, String talk, Properties result) {

    public static ToolProcess run(Class<?> main, Path folder, Map<String, String> properties) throws Exception {
        return run(main, folder, properties, entry -> true);
    }

    /** Runs an application with a part of the class path, and with the classes that a command compiles into the folder. */
    static ToolProcess run(Class<?> main, Path folder, Map<String, String> properties, Predicate<String> classPath)
            throws Exception {
        Path result = folder.resolve("result.properties");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-Dretort.result=" + result);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-cp");
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.add(Arrays.stream(all.split(File.pathSeparator))
                        .filter(classPath)
                        .collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + folder.resolve("classes"));
        command.add(main.getName());
        Path out = folder.resolve("out.txt");
        Path talk = folder.resolve("talk.txt");
        int exit = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(talk.toFile())
                .start()
                .waitFor();
        return new ToolProcess(exit, Files.readString(out), Files.readString(talk), read(result));
    }

    public String message() {
        return result.getProperty("message", "");
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }
}
