package io.retort.benchmarks.autogenerate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.LogManager;

/** The main class of the JVM in which one contender is measured; prints a line that {@link Measurement} reads. */
public final class Contestant {

    /** What the line begins with. */
    static final String RESULT = "result ";

    /** Who can be measured; the first makes the tables. */
    enum Name {
        CREATE(new HibernateTool("create")),
        BULK(new BulkQueries()),
        RETORT(new RetortComparison()),
        VALIDATE(new HibernateTool("validate")),
        STARTING(new StartingHibernate()),
        LIQUIBASE(new LiquibaseComparison());

        private final Contender contender;

        Name(Contender contender) {
            this.contender = contender;
        }

        /** As it is called in options and figures. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Contestant() {}

    /** Arguments: who, how many repetitions, the database's URL, user and password, and when all began, in milliseconds. */
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        Contender contender = Name.valueOf(arguments[0]).contender;
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

    /** The most memory that this process ever had, in MiB; 0 where the system does not tell. */
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
