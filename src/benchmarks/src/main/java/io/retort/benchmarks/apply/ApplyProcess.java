package io.retort.benchmarks.apply;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Main class of every measured process. Arguments: contender, URL, user, folder of the inputs, number of revisions. */
public final class ApplyProcess {

    static final String RESULT = "cpu micros ";

    /** The contenders. */
    enum Name {
        JDBC("postgresql-"),
        RETORT_SQL("postgresql-", "slf4j-api-"),
        RETORT_JAVA("postgresql-", "slf4j-api-"),
        FLYWAY("postgresql-", "slf4j-api-", "flyway-", "jackson-"),
        LIQUIBASE("postgresql-", "slf4j-api-", "liquibase-core-", "snakeyaml-", "commons-", "opencsv-", "jaxb-api-");

        private final List<String> jars;

        Name(String... jars) {
            this.jars = List.of(jars);
        }

        /**
         * Returns the part of a class path that the contender needs: Retort's folders and the contender's jars. A JVM
         * that finds nine JDBC drivers connects more slowly, which would reduce the ratios.
         */
        String classPath(String all) {
            return Arrays.stream(all.split(File.pathSeparator))
                    .filter(entry -> !entry.endsWith(".jar") || isNeeded(Path.of(entry)))
                    .collect(Collectors.joining(File.pathSeparator));
        }

        private boolean isNeeded(Path jar) {
            String file = String.valueOf(jar.getFileName());
            return jars.stream().anyMatch(file::startsWith);
        }
    }

    private ApplyProcess() {}

    public static void main(String[] arguments) throws Exception {
        String url = arguments[1];
        String user = arguments[2];
        Path folder = Path.of(arguments[3]);
        int size = Integer.parseInt(arguments[4]);
        switch (Name.valueOf(arguments[0])) {
            case JDBC -> PlainJdbc.run(url, user, folder.resolve("plain"), size);
            case RETORT_SQL -> RetortRun.sql(url, user, folder.resolve("retort"));
            case RETORT_JAVA -> RetortRun.java(url, user, size);
            case FLYWAY -> FlywayRun.run(url, user, folder.resolve("flyway"));
            case LIQUIBASE -> LiquibaseRun.run(url, user, folder.resolve("liquibase"));
        }
        System.out.println(RESULT + cpu() / 1000);
    }

    /** CPU time of this JVM in nanoseconds. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
