package io.retort.testkit.launch;

import io.retort.testkit.engine.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container, which Testcontainers removes when this JVM ends. */
public final class InDocker implements Launcher {

    private final Function<DockerImageName, JdbcDatabaseContainer<?>> container;
    private final String kind;
    private final String user;
    private final String defaultImage;

    private InDocker(
            Function<DockerImageName, JdbcDatabaseContainer<?>> container,
            String kind,
            String user,
            String defaultImage) {
        this.container = container;
        this.kind = kind;
        this.user = user;
        this.defaultImage = defaultImage;
    }

    public static InDocker postgreSql() {
        return new InDocker(PostgreSQLContainer::new, "postgresql", "test", "postgres:18");
    }

    public static InDocker postgreSql15() {
        return new InDocker(PostgreSQLContainer::new, "postgresql_15", "test", "postgres:15");
    }

    /** MariaDB as root, because only root can create databases. The image gives root the user's password. */
    public static InDocker mariaDb() {
        return new InDocker(MariaDBContainer::new, "mariadb", "root", "mariadb:11.4");
    }

    /** MySQL as root, because only root can create databases. The image gives root the user's password. */
    public static InDocker mySql() {
        return new InDocker(MySQLContainer::new, "mysql", "root", "mysql:8.4");
    }

    /** Options such as {@code -Dtestdb.postgresql.image=postgres:16} select another image. */
    @Override
    public Login start() throws IOException {
        requireEngine();
        String image = System.getProperty("testdb." + kind + ".image", defaultImage);
        DockerImageName name = DockerImageName.parse(image)
                .asCompatibleSubstituteFor(DockerImageName.parse(defaultImage).getRepository());
        try {
            JdbcDatabaseContainer<?> started = container.apply(name);
            started.start();
            return new Login(started.getJdbcUrl(), user, started.getPassword());
        } catch (RuntimeException e) {
            throw new IOException(image + " did not start: " + e.getMessage(), e);
        }
    }

    /** Testcontainers needs two seconds to detect that there is no engine, so this checks faster signs first. */
    private static void requireEngine() throws IOException {
        QuietLogs.turnDown();
        if (!signs() || !DockerClientFactory.instance().isDockerAvailable()) {
            throw new IOException("no Docker engine found");
        }
    }

    private static boolean signs() {
        return System.getenv("DOCKER_HOST") != null
                || !System.getProperty("os.name").equals("Linux")
                || Files.exists(Path.of("/var/run/docker.sock"))
                || rootless()
                || Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties"));
    }

    private static boolean rootless() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        return runtime != null && Files.exists(Path.of(runtime, "docker.sock"));
    }
}
