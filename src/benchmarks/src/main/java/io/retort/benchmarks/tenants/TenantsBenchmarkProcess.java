package io.retort.benchmarks.tenants;

import com.zaxxer.hikari.HikariDataSource;
import io.retort.Retort;
import io.retort.RunReport;
import io.retort.error.AdviceStyle;
import io.retort.internal.history.SqlRevisions;
import io.retort.internal.tenant.SchemaDataSource;
import io.retort.source.RevisionCode;
import io.retort.tenant.TenantReport;
import io.retort.tenant.TenantRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Main class of every measured process. Arguments: contender, URL, user, folder of the inputs, number of revisions,
 * number of schemas.
 */
public final class TenantsBenchmarkProcess {

    static final String RESULT = "wall and cpu micros ";

    private static final int POOL = 10;

    /** The contenders. */
    enum Name {
        JDBC,
        RETORT_NINE_AT_ONCE,
        RETORT_ONE_BY_ONE,
        FLYWAY
    }

    private TenantsBenchmarkProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[3]);
        int size = Integer.parseInt(arguments[4]);
        List<String> schemas = IntStream.range(0, Integer.parseInt(arguments[5]))
                .mapToObj(TenantsBenchmarkProcess::schema)
                .toList();
        try (HikariDataSource pool = pool(arguments[1], arguments[2])) {
            pool.getConnection().close();
            long wall = System.nanoTime();
            long cpu = cpu();
            switch (Name.valueOf(arguments[0])) {
                case JDBC -> PlainLoop.run(pool, folder.resolve("plain"), size, schemas);
                case RETORT_NINE_AT_ONCE -> retort(pool, folder.resolve("retort"), POOL - 1, schemas);
                case RETORT_ONE_BY_ONE -> retort(pool, folder.resolve("retort"), 1, schemas);
                case FLYWAY -> schemas.forEach(schema -> flyway(pool, folder.resolve("flyway"), schema));
            }
            System.out.println(RESULT + (System.nanoTime() - wall) / 1000 + " " + (cpu() - cpu) / 1000);
        }
    }

    static String schema(int number) {
        return String.format("tenant_%05d", number);
    }

    private static HikariDataSource pool(String url, String user) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(POOL);
        return pool;
    }

    private static void retort(DataSource pool, Path folder, int parallel, List<String> schemas) throws IOException {
        List<RevisionCode> revisions = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                revisions.add(SqlRevisions.parse(
                        Files.readString(file), file.getFileName().toString(), Map.of()));
            }
        }
        Retort retort = Retort.on(pool, List.of(() -> revisions));
        Retort loaded = retort.loaded();
        TenantReport<RunReport> report = new TenantRun(parallel, false, (result, number, total) -> {})
                .run(
                        schemas,
                        schema -> loaded.at(new SchemaDataSource(pool, () -> schema))
                                .upgrade("head"));
        if (!report.failures().isEmpty()) {
            throw new IllegalStateException(String.join("\n", report.reasons(AdviceStyle.LIBRARY)));
        }
    }

    private static void flyway(DataSource pool, Path folder, String schema) {
        Flyway.configure()
                .dataSource(pool)
                .defaultSchema(schema)
                .locations("filesystem:" + folder)
                .load()
                .migrate();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
