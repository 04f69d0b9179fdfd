package io.retort.benchmarks.autogenerate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.LogManager;

/** Main class of the JVM in which one contender is measured. Prints lines that {@link Measurement} parses. */
public final class AutogenerateProcess {

    /** Prefix of a result line. */
    static final String RESULT = "result ";

    /** The contenders; the first creates the tables. */
    enum Name {
        CREATE(new HibernateTool("create")),
        BULK(new BulkQueries()),
        RETORT(new RetortComparison()),
        VALIDATE(new HibernateTool("validate")),
        STARTING(new StartingHibernate()),
        LIQUIBASE(new LiquibaseComparison());

        private final AutogenerateContender contender;

        Name(AutogenerateContender contender) {
            this.contender = contender;
        }

        /** Returns the name in options and results. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private AutogenerateProcess() {}

    /**
     * Arguments: contender, number of repetitions, URL, user and password of the database, start time in milliseconds.
     */
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        AutogenerateContender contender = Name.valueOf(arguments[0]).contender;
        int repetitions = Integer.parseInt(arguments[1]);
        for (int i = 0; i < repetitions; i++) {
            CountingSource source = new CountingSource(arguments[2], arguments[3], arguments[4]);
            contender.prepare(source);
            int before = source.statements();
            long begun = System.nanoTime();
            int found = contender.compare(source);
            long micros = (System.nanoTime() - begun) / 1000;
            long whole = System.currentTimeMillis() - Long.parseLong(arguments[5]);
            int statements = source.statements() - before;
            System.out.println(RESULT + micros + " " + whole + " " + statements + " " + peak() + " " + found);
        }
        System.exit(0);
    }

    /** Peak memory of this process in MiB, or 0 if the operating system does not report it. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
