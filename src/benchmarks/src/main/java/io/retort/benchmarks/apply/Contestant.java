package io.retort.benchmarks.apply;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** The main of every measured process: name, URL, user, folder of the inputs, number of revisions. */
public final class Contestant {

    static final String RESULT = "cpu micros ";

    /** Who takes part. */
    enum Name {
        JDBC,
        RETORT_SQL,
        RETORT_JAVA,
        FLYWAY,
        LIQUIBASE
    }

    private Contestant() {}

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

    /** Nanoseconds of CPU that this JVM has used. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
